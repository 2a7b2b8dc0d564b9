import { lampColours } from '../signs.ts';

/** Marks: the word on its ground, in every colour a lamp, a severity or a state can have. */
const marks = Object.entries({ ...lampColours, grey: { ground: 'EBEEF1', sign: '4A545E' } })
  .map(
    ([name, { ground, sign }]) =>
      `.mark.${name}{color:#${sign};background:#${ground}}.boxes .${name}{border-top-color:#${sign}}.tasks .${name}{border-left-color:#${sign}}.boxes .${name} .label,.boxes .${name} .figure,.tasks .${name} strong{color:#${sign}}`,
  )
  .join('\n');

/**
 * How the page looks: on a desk, on a telephone, on A4. Fonts are those of the reader's machine, named and never sent
 * along. Without script nothing is hidden; `.scripted` is what only a script can make use of.
 */
export const pageStyle = `
*{box-sizing:border-box}
html{color:#1d2833;background:#eef1f4;font:15px/1.6 "Microsoft YaHei","微软雅黑","PingFang SC","Noto Sans CJK SC","Noto Sans SC",sans-serif;-webkit-text-size-adjust:100%;scroll-padding-top:3.2rem}
:lang(en){font-family:"Segoe UI",Arial,"Noto Sans","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
body{margin:0}
h1,h2,h3,p,ul,ol,dl,dd{margin:0;padding:0}
ul,ol{list-style:none}
a{color:#1b4f8a;text-underline-offset:.18em}
:focus-visible{outline:3px solid #1b4f8a;outline-offset:2px}
.skip{position:absolute;left:-999em}
.skip:focus{left:1rem;top:1rem;z-index:9;background:#fff;padding:.4rem .8rem}
.sheet{max-width:1140px;margin:0 auto;background:#fff;padding:0 2.5rem 2rem;border:solid #d5dbe1;border-width:0 1px}
.head{border-top:5px solid #a61b14;padding:1.8rem 0 1.1rem}
:lang(en) h1,:lang(en) .sentence p{font-family:Georgia,"Noto Serif","SimSun","Noto Serif CJK SC",serif}
h1{font:700 1.9rem/1.3 "FZXiaoBiaoSong-B05S","方正小标宋简体","STZhongsong","华文中宋","SimSun","宋体","Noto Serif CJK SC",serif;letter-spacing:.03em}
.head p{color:#56616d;display:flex;flex-wrap:wrap;gap:0 1.6rem}
nav{position:sticky;top:0;z-index:5;background:#fff;border-bottom:2px solid #a61b14}
nav ul{display:flex;flex-wrap:wrap;gap:0 1.5rem}
nav a{display:block;padding:.45rem 0;text-decoration:none}
nav a:hover{text-decoration:underline}
section{padding-top:1.9rem}
h2{font-size:1.32rem;line-height:1.4;margin-bottom:.7rem;padding-left:.6rem;border-left:5px solid #a61b14}
h3{font-size:1.04rem;line-height:1.5;margin:1.3rem 0 .35rem}
.soft{color:#56616d;font-size:.9rem}
.calm{padding:.7rem 1rem;background:#f5f7f9;border-left:4px solid #98a3ae}
.calm.good{border-left-color:#1e6b34}
.code,.hash{font-family:Consolas,"Courier New",monospace;font-size:.82rem;color:#4a545e}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
td .mark.red,td .mark.yellow,td .mark.green,td .mark.blue{font-weight:400}
.number,.n,.figure,.stake{font-variant-numeric:tabular-nums}
.mark{display:inline-block;padding:0 .45em;border-radius:3px;white-space:nowrap;font-size:.88rem;font-weight:600}
.tasks li{padding:.45rem .8rem;border-left:4px solid;background:#f7f9fa;margin-bottom:.35rem}
.tasks strong{margin-right:.6em}
.tasks details{margin-top:.15rem}
summary{cursor:pointer;color:#1b4f8a}
.tasks details li{border:0;padding:.1rem 0 .1rem 1.2em;margin:0;background:none}
.beside{margin-top:.5rem}
.boxes{display:grid;grid-template-columns:repeat(4,1fr);gap:.9rem;margin:1rem 0}
.boxes li{border:1px solid #d5dbe1;border-top:4px solid;padding:.6rem .9rem;display:flex;flex-direction:column}
.boxes .label{font-weight:600}
.boxes .figure{font-size:2.3rem;line-height:1.25;font-weight:700}
.boxes small{font-size:.95rem;font-weight:400;color:#56616d}
.sentence{display:grid;grid-template-columns:1fr auto;gap:0 1rem;align-items:center;border:1px solid #d5dbe1;padding:.7rem 1rem .8rem;background:#fbfaf6}
.sentence h3{grid-column:1/-1;margin:0;font-size:.88rem;font-weight:400;color:#56616d}
.sentence p{font:1.12rem/1.7 "FangSong","仿宋","仿宋_GB2312","STFangsong","Noto Serif CJK SC",serif}
button,select,input{font:inherit;font-size:.92rem;color:inherit;background:#fff;border:1px solid #7d8893;border-radius:3px;padding:.2rem .6rem}
button{cursor:pointer}
button:hover{background:#eef1f4}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.9rem;margin:.6rem 0}
td svg{display:block}
.swatch{display:inline-block;width:1.9em;height:.75em;background:#dde3ea}
.swatch.dark{background:#56616d}
.chart svg{display:block;width:100%;height:auto;font-family:inherit}
.chart.narrow{display:none}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;width:100%;font-size:.9rem;line-height:1.45}
caption{text-align:right;color:#56616d;font-size:.85rem;padding-bottom:.2rem}
th,td{border-bottom:1px solid #dfe4e9;padding:.34rem .5rem;text-align:left;vertical-align:top}
thead th{background:#eef1f4;border-bottom:1px solid #98a3ae;vertical-align:bottom;font-weight:600}
tbody th{font-weight:400}
tbody tr:hover{background:#f7f9fa}
tr.total{background:#f5f7f9}tr.total th{font-weight:700}
.n{text-align:right;white-space:nowrap}
thead th{word-break:keep-all}
thead .n{white-space:normal}
.id{white-space:nowrap}
.words{min-width:9em}
.name{min-width:9.5em}
.hash{word-break:break-all;min-width:17em;line-height:1.3}
table.small{font-size:.84rem}
.filters{display:flex;flex-wrap:wrap;gap:.5rem .9rem;align-items:center;padding:.6rem .8rem;background:#eef1f4;margin:.6rem 0;font-size:.9rem}
.filters select{max-width:15em}
.rule{border:1px solid #d5dbe1;border-top:2px solid #56616d;padding:.6rem 1rem .7rem;margin-top:1rem}
.rule header{display:flex;flex-wrap:wrap;gap:.1rem .8rem;align-items:baseline}
.rule h3{margin:0}
.rule .code{margin-left:auto}
.how{font-size:.92rem}
.how{display:flex;flex-wrap:wrap;gap:0 1.8rem}
.how div{display:flex;gap:.6rem}
.how dt,.facts dt{color:#56616d;white-space:nowrap}
.cases li{border-top:1px solid #dfe4e9;padding:.42rem 0}
.formulas{margin-top:.4rem}
.cases .who{display:flex;flex-wrap:wrap;gap:0 .6rem;align-items:baseline}
.cases .stake{margin-left:auto;font-weight:600}
.cases{margin-top:.4rem}
.cases.rest{margin-top:0}
.details{display:flex;flex-wrap:wrap;gap:0 1.2rem}
.said{border-left:3px solid #98a3ae;padding-left:.6rem;margin-top:.15rem}
.compact{columns:2;column-gap:2rem}
.compact li{break-inside:avoid;padding:.12rem 0}
.more{margin-top:.4rem}
.not-printed{display:none}
.facts{display:grid;grid-template-columns:1fr 1fr;gap:0 2rem;font-size:.9rem}
.facts div{display:flex;gap:.8rem;border-bottom:1px solid #e6eaee;padding:.22rem 0}
.facts dt{min-width:7em}
.facts dd{overflow-wrap:anywhere}
.facts .whole{grid-column:1/-1}
.plain-list>li{padding:.25rem 0;border-bottom:1px solid #e6eaee}
.plain-list ul{padding-left:1.2rem}
footer{margin-top:2rem;padding-top:.7rem;border-top:1px solid #d5dbe1;color:#56616d;font-size:.88rem}
th,td,p,li,dd{overflow-wrap:break-word}
[hidden]{display:none!important}
html:not(.js) .scripted,.js .rest{display:none}
.js .open .rest,.js .filtering .rest{display:block}
.js .filtering .more{display:none}
${marks}
@media (max-width:640px){
html{font-size:14px;scroll-padding-top:.5rem}
.sheet{padding:0 .9rem 1.5rem;border:0}
.head{padding:1.1rem 0 .8rem}
h1{font-size:1.5rem}
nav{position:static}
nav ul{gap:0 1.1rem}
.boxes{grid-template-columns:1fr 1fr;gap:.6rem}
.boxes .figure{font-size:1.9rem}
.chart.wide{display:none}
.scroll tbody th{position:sticky;left:0;background:#fff}
.name{min-width:7em}
.words{min-width:16em}
.scroll{font-size:.95em}
.chart.narrow{display:block}
.sentence,.facts{grid-template-columns:1fr}
.compact{columns:1}
.filters label{flex:1 1 45%}
.filters select,.filters input{width:100%;max-width:none}
.rule{padding:.5rem .7rem}
}
@media print{
@page{size:A4;margin:16mm 13mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt;color:#56616d}}
html{background:#fff;font-size:11.5px}
.sheet{max-width:none;padding:0;border:0}
.head{padding-top:.8rem}
nav,.skip,.scripted,.js .scripted,.tasks details,.beside,.files{display:none}
.scroll{overflow:visible}
.boxes{grid-template-columns:repeat(4,1fr)}
.chart.wide{display:block}
.chart.narrow{display:none}
h2,h3,caption,.rule>header,.rule>header+p,.how{break-after:avoid}
tr,.cases li,.boxes li,.sentence,.tasks li,.facts div,.chart{break-inside:avoid}
thead{display:table-header-group}
th,td{padding:.24rem .32rem}
.hash{min-width:0;font-size:.7rem}
.words{min-width:0}
.name{min-width:7.6em}
a{color:inherit;text-decoration:none}
.mark,.boxes li,.tasks li,thead th,.swatch,svg,tr.total,.calm{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.js .rule:not(.open) .not-printed{display:block;font-size:.85rem;break-before:avoid}
}
`;

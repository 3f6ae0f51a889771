"use strict";(()=>{var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.
exports}catch(e){throw mod=0,e}};var __copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(
from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,
key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.
__esModule?__defProp(target,"default",{value:mod,enumerable:!0}):target,mod));var require_state=__commonJS({"page:../model/state.js"(exports,module){module.exports=pcgraph}});var require_elements=__commonJS({"page:../text/elements.js"(exports,module){module.exports=pcgraph}});var require_text=__commonJS({"page:../text/text.js"(exports,module){module.exports=pcgraph}});var require_csv=__commonJS({"page:../save/csv.js"(exports,module){module.exports=pcgraph}});var require_download=__commonJS({"page:../save/download.js"(exports,module){module.exports=pcgraph}});var require_file_name=__commonJS({"page:../save/file_name.js"(exports,module){module.exports=pcgraph}});var require_data=__commonJS({"page:../model/data.js"(exports,module){module.exports=pcgraph}});var require_normalise=__commonJS({"page:../text/normalise.js"(exports,module){module.exports=pcgraph}});var require_tokens=__commonJS({"page:../text/tokens.js"(exports,module){module.exports=pcgraph}});var import_state2=__toESM(require_state(),1),import_elements4=__toESM(require_elements(),1),import_text3=__toESM(require_text(),1);var import_state=__toESM(require_state(),1),import_csv=__toESM(require_csv(),1),import_download=__toESM(require_download(),1),
import_file_name=__toESM(require_file_name(),1),import_elements2=__toESM(require_elements(),1),import_text=__toESM(require_text(),1);var NAMES=["comment","iri","string","variable","language","short","word","number","sign"],TOKEN=new RegExp([/(#[^\n]*)/,
/(<[^<>\s"{}|^`\\]*>)/,/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/,/([?$]\w+)/,/(@[A-Za-z-]+)/,/((?:[A-Za-z][\w-]*)?:(?:[\w%-]|\.(?=[\w%-]))*)/,
/([A-Za-z_]\w*)/,/(\d[\d.eE]*)/,/(\^\^|&&|\|\||!=|<=|>=|[{}()[\];,.*/|^!=<>+\-?])/].map(({source})=>source).join("|"),"g\
u"),tokens=text=>[...text.matchAll(TOKEN)].filter(([,comment])=>comment===void 0).map(match=>({kind:NAMES[match.slice(1).
findIndex(part=>part!==void 0)],text:match[0],at:match.index})),isTerm=({kind})=>["iri","string","variable","short","num\
ber"].includes(kind);function readContext(list){let triples=[],stack=[{mode:"head"}],group=more=>({mode:"group",place:"s\
ubject",subject:null,property:null,...more}),isClosed=!1,hasFrom=!1;return list.forEach((token,index)=>{let{text,kind}=token,
word=kind==="word"&&text!=="a"?text.toUpperCase():"",top=stack.at(-1),inGroup=top.mode==="group";if(text==="{")stack.push(
top.next==="VALUES"?{mode:"values",variable:top.variable}:group({inSource:top.inSource||top.opens||hasFrom})),top.next=top.
opens=null;else if(text==="}"){stack.length>1&&stack.pop(),stack.at(-1).mode==="select"&&stack.pop();let outer=stack.at(
-1);outer.mode==="group"?Object.assign(outer,{place:"subject",subject:null,property:null}):isClosed=!0}else if(text==="("){
if(inGroup&&top.place==="property")return;top.mode!=="values"&&stack.push({mode:top.next==="VALUES"?"names":"expression",
variable:top.variable})}else if(text===")")["expression","names"].includes(top.mode)&&stack.pop();else if(top.mode==="ex\
pression")kind==="variable"&&(top.variable=text);else if(word&&!["TRUE","FALSE"].includes(word))word==="SELECT"&&inGroup?
stack.push({mode:"select",inSource:top.inSource}):top.next=["VALUES","GRAPH","FROM"].includes(word)?word:word==="NAMED"?
top.next:null;else if(top.next==="FROM"&&isTerm(token))hasFrom||=text!=="g:current",top.next=null;else if(inGroup)top.next===
"VALUES"&&kind==="variable"?top.variable=text:top.next==="GRAPH"&&isTerm(token)?Object.assign(top,{next:null,opens:text!==
"g:current"}):readPattern(top,token,index);else return}),{inSource:hasFrom,...stack.at(-1),triples,isClosed};function readPattern(top,token,index){
let{text}=token,isNode=isTerm(token)||text==="a";if(text==="]")return void(stack.length>1&&stack.pop());if(text==="["){let node=`\
[${index}`;return top.place==="value"&&triples.push([top.subject,top.property,node]),top.place=top.place==="subject"?"pr\
operty":"end",top.subject??=node,void stack.push(group({inSource:top.inSource,subject:node,place:"property"}))}if(text===
".")Object.assign(top,{place:"subject",subject:null,property:null});else if(text===";")Object.assign(top,{place:"propert\
y",property:null});else if(text===",")top.place="value";else if(top.place==="property"&&text==="^")top.isInverse=!0;else if(top.
place==="value"&&["/","|"].includes(text))Object.assign(top,{place:"property",through:text==="/"?top.property:null});else{
if(!isNode||top.place==="value"&&["*","+","?"].includes(text))return;if(top.place==="property")Object.assign(top,{property:text===
"a"?"rdf:type":text,place:"value"});else if(top.place==="value"){let subject=top.through?null:top.subject;triples.push(top.
isInverse?[text,top.property,top.subject]:[subject,top.property,text]),Object.assign(top,{place:"end",through:null,isInverse:!1})}else
Object.assign(top,{subject:text,property:null,place:"property"})}}}var MOST=500,ESCAPES={"\n":"\\n","\r":"\\r",'"':'\\"',"\\":"\\\\"};function termText({type,value,datatype,"xml:lang":language}){
return type==="uri"?`<${value}>`:`${`"${value.replace(/[\n\r"\\]/g,sign=>ESCAPES[sign])}"`}${language?`@${language}`:datatype?
`^^<${datatype}>`:""}`}function partsOf(text){let list=tokens(text),start=list.findIndex(({text:word})=>/^select$/i.test(
word)),open=list.findIndex(({text:sign})=>sign==="{");if(start<0||open<start)return null;let depth=0,close=list.findIndex(
({text:sign},place)=>(depth+=place<open?0:+(sign==="{")-+(sign==="}"),place>=open&&!depth));if(close<0)return null;let clause=list.
slice(start+1,open),[{at:begin},{at:end}]=[list[open],list[close]],from=clause.find(({text:word})=>/^(from|where)$/i.test(
word))?.at??begin;return{prologue:text.slice(0,list[start].at),clause:clause.filter(({at})=>at<from),from:text.slice(from,
begin),pattern:text.slice(begin+1,end),inside:list.slice(open,close)}}function computed(clause){return clause.some(({text})=>/^(count|sum|min|max|avg|sample|group_concat)$/i.
test(text))?clause.filter((_,place)=>/^as$/i.test(clause[place-1]?.text)).map(({text})=>text.slice(1)):[]}function createEvidence(text,columns){
let parts=partsOf(text),sums=parts?computed(parts.clause):[],{triples}=readContext(tokens(text).slice(0,-1)),placeOf=variable=>columns.
indexOf(String(variable).slice(1)),subjects=columns.map(name=>triples.filter(([,,value])=>value===`?${name}`).map(([subject])=>placeOf(
subject)).filter(place=>place>=0)),plain=columns.filter(name=>!sums.includes(name)),canAsk=parts&&plain.every(name=>parts.
inside.some(token=>token.text.slice(1)===name));return(row,place)=>{if(!row[place]||row[place].type==="uri")return row[place]?
{thing:place}:null;if(sums.includes(columns[place])&&canAsk&&parts){let terms=plain.map(name=>[name,row[columns.indexOf(
name)]]);if(terms.some(([,term])=>term?.type==="bnode"))return null;let filters=terms.map(([name,term])=>term?`FILTER(sa\
meTerm(?${name}, ${termText(term)}))`:`FILTER(!BOUND(?${name}))`),pattern=[`{${parts.pattern}}`,...filters].join(`
`);return{query:`${parts.prologue}SELECT DISTINCT *
${parts.from}{
${pattern}
}
LIMIT ${MOST}
`}}let thing=[...subjects[place],...columns.keys()].find(each=>row[each]?.type==="uri");return thing===void 0?null:{thing}}}var NUMERIC=/#(integer|decimal|double|float|int|long)$/,TIME=/year|month|day/i;var isNumber=term=>NUMERIC.test(term?.datatype||"")&&Number.isFinite(Number(term.value));function chartColumns({columns=[],
rows}){let places=columns.map((_,place)=>place),numbers=places.filter(place=>rows.some(row=>row[place])&&rows.every(row=>!row[place]||
isNumber(row[place]))),value=numbers.find(place=>!TIME.test(columns[place])),others=places.filter(place=>place!==value&&
(!numbers.includes(place)||TIME.test(columns[place]))),texts=others.filter(place=>rows.every(row=>row[place]?.type==="li\
teral")),names=(texts.length?texts:others).slice(0,2);return value!==void 0&&names.length&&rows.length>1?{value,names}:null}
function svg(tag,attributes,...children){let element=document.createElementNS("http://www.w3.org/2000/svg",tag);for(let[
name,value]of Object.entries(attributes))element.setAttribute(name,String(value));return element.append(...children),element}
function drawChart(answer,{width,nameOf,evidenceOf:evidenceOf2}){let{value,names}=chartColumns(answer),rows=answer.rows.
slice(0,30),numbers=rows.map(row=>Number(row[value]?.value??0)),low=Math.min(0,...numbers),high=Math.max(0,...numbers),scale=(width-
90)/(high-low||1),title=`${answer.columns[value]} – ${names.map(place=>answer.columns[place]).join(", ")}`,bars=rows.map(
(row,index)=>{let name=names.filter(place=>row[place]).map(place=>nameOf(row[place])).join(" – "),number=numbers[index],
left=(Math.min(0,number)-low)*scale,length=Math.max(1,Math.abs(number)*scale),top=index*42,parts=[svg("rect",{class:"row",
x:0,y:top,width,height:38}),svg("text",{x:0,y:top+14},name),svg("rect",{x:left,y:top+20,width:length,height:14,rx:2}),svg(
"text",{x:left+length+6,y:top+32,class:"soft"},number.toLocaleString("en"))],target=evidenceOf2(row,value),spoken=`${name}\
: ${number.toLocaleString("en")}`;if(!target)return svg("g",{},...parts);let link2=svg("a",{href:typeof target=="string"?
target:"#","aria-label":spoken},...parts);return typeof target=="function"&&link2.addEventListener("click",event=>{event.
preventDefault(),target()}),link2});return svg("svg",{class:"chart",width,height:rows.length*42,viewBox:`0 0 ${width} ${rows.
length*42}`,role:"group","aria-label":title},...bars)}var import_data=__toESM(require_data(),1);var import_elements=__toESM(require_elements(),1);var AskError=class extends Error{constructor(key,values=[],place=null){super([key,...values].join(" ")),this.key=key,this.
values=values,this.place=place}};var MAX_ROWS=2e4,SLOW=500,HANGS=1e3,SELF_TEST={text:"SELECT (10 - 3 - 2 AS ?x) {}",value:"5"},Engine=class{#settings;#open;#worker=null;#starting=null;#isReady=!1;#lastId=0;#pending=new Map;#running=-1;#refuse=null;step="";onStep=()=>{};constructor(settings,open){
let{spaces,prefixes,base,current,sortKeys,columnKeys,maxColumns,volatile}=settings;this.#settings={spaces,prefixes,base,
current,sortKeys,columnKeys,maxColumns,volatile,maxRows:MAX_ROWS},this.#open=open}#setStep(step){this.step=step,this.onStep()}start(){
return this.#starting??=this.#launch().catch(error2=>{throw this.#discardWorker(),error2 instanceof AskError?error2:new AskError(
"askNoEngine",[error2.message])}),this.#starting}async#launch(){this.#setStep("start");let{worker,engine:engine2,graph,broken:refused}=await this.#open();
this.#worker=worker;let broken=new Promise((_,reject)=>{worker.addEventListener("error",event=>{event.preventDefault(),this.#isReady?
this.#abandon(new AskError("askBroken",[event.message])):reject(new Error(event.message||""))})}),loaded=new Promise((resolve,reject)=>{
worker.onmessage=({data})=>{data.kind==="progress"?this.#setStep(data.step):data.kind==="error"?reject(new Error(data.error.
values.join(" "))):resolve(void 0)},worker.postMessage({kind:"start",...this.#settings,engine:engine2,graph})});await Promise.
race(refused?[refused,loaded,broken]:[loaded,broken]),worker.onmessage=({data})=>this.#receive(data),await Promise.race(
[this.#testItself(),broken]),this.#isReady=!0,this.#setStep("")}async#testItself(){let{rows}=await this.#send(this.#lastId+=
1,SELF_TEST.text).catch(({values})=>{throw new Error(values[0])}),value=rows[0]?.[0]?.value??"";if(value!==SELF_TEST.value)
throw new AskError("askSelfTest",[value])}#discardWorker(){this.#worker?.terminate(),this.#worker=this.#starting=null,this.#isReady=
!1}#abandon(error2){let waiting=[...this.#pending.values()];this.#pending.clear(),this.#running=-1,this.#discardWorker(),
this.start().catch(()=>{});for(let{reject}of waiting)reject(error2)}#receive({kind,id,answer,error:error2}){let fault=error2&&
new AskError(error2.key,error2.values,error2.place);if(error2?.isBroken&&this.#isReady)return this.#abandon(fault);let{resolve,
reject}=this.#pending.get(id)||{};this.#pending.delete(id),id===this.#running&&(this.#running=-1),kind==="answer"?resolve?.(
answer):reject?.(fault)}#send(id,text,more={kind:"query"}){return new Promise((resolve,reject)=>{this.#pending.set(id,{resolve,
reject}),this.#worker.postMessage({id,text,...more})})}stop(){let error2=new AskError("askStopped");this.#refuse?.(error2),
this.#running>=0&&this.#abandon(error2)}async run(text,seconds){this.stop(),await Promise.race([this.start(),new Promise(
(_,reject)=>{this.#refuse=reject})]),this.#refuse=null,this.#setStep("query");let id=this.#running=this.#lastId+=1,start=performance.
now(),timer=setTimeout(()=>{this.#running===id&&this.#abandon(new AskError("askTimeout",[seconds]))},seconds*1e3);try{let answer=await this.#send(
id,text),milliseconds=Math.round(performance.now()-start);return{...answer,milliseconds,hint:milliseconds<SLOW?await this.#explain(
text,answer):""}}finally{clearTimeout(timer)}}async#explain(text,{form,rows,boolean,unknown}){let isEmpty=form==="ASK"?!boolean:
!rows.length;if(!["SELECT","ASK","CONSTRUCT"].includes(form)||!isEmpty&&rows.length!==1)return"";let id=this.#running=this.#lastId+=
1,timer=setTimeout(()=>{this.#running===id&&this.#abandon(new AskError("askTimeout",[0]))},HANGS);try{return await this.#send(
id,text,{kind:"explain",isEmpty,unknown})}catch{return""}finally{clearTimeout(timer)}}async runAside(text){return await this.
start(),this.#send(this.#lastId+=1,text)}};var SETTINGS=JSON.parse((0,import_elements.byId)("ask-settings").textContent),engine=new Engine(SETTINGS,async()=>{let url=URL.
createObjectURL(new Blob([(0,import_elements.byId)("ask-worker").textContent],{type:"text/javascript"})),worker=new Worker(
url);return setTimeout(()=>URL.revokeObjectURL(url),6e4),{worker,engine:(0,import_elements.byId)("ask-engine").textContent,
graph:(0,import_elements.byId)("ask-graph").textContent}});var import_normalise=__toESM(require_normalise(),1);var MOST_MEANINGS=8,LITERALS={integer:/^-?\d+$/,decimal:/^-?\d+(\.\d+)?$/,date:/^\d{4}-\d\d-\d\d$/,string:/^/,period:/^\d{4}(-\d\d){0,2}$/},
ESCAPES2={"\n":"\\n","\r":"\\r","}":"\\u007D",'"':'\\"',"\\":"\\\\"};function createShortener(prefixes){let namespaces=Object.
entries(prefixes).sort(([,first],[,second])=>second.length-first.length);return iri=>{let[prefix,namespace]=namespaces.find(
([,each])=>iri.startsWith(each))||[];return prefix?`${prefix}:${iri.slice(namespace.length)}`:iri}}function createValues({
prefixes,patterns={},names=[]},ask2){let suggestions=new Map,shortenIri2=createShortener(prefixes),shortId=(iri,space)=>iri.
startsWith(space)?iri.slice(space.length):shortenIri2(iri);function suggest2({type,space}){if(!patterns[type])return Promise.
resolve([]);if(!suggestions.has(type)){let found=ask2(`SELECT DISTINCT ?x ?rank ?name { { SELECT DISTINCT ?x { ${patterns[type]}\
 } } VALUES (?naming ?rank) { ${names.map((iri,rank)=>`(<${iri}> ${rank})`).join(" ")} } ?x ?naming ?name } ORDER BY ?x \
?rank`).then(({rows})=>rows.map(([thing,,name])=>[shortId(thing.value,space),name.value,name["xml:lang"]||""]));found.catch(
()=>suggestions.delete(type)),suggestions.set(type,found)}return suggestions.get(type)}function toIri(text,space){let[,prefix,
rest]=/^([\w-]+):(.*)$/.exec(text)||[],iri=/^https?:/.test(text)?text:prefix in prefixes?prefixes[prefix]+rest:space+text;
return text&&!/[\u0000-\u0020<>"{}|^`\\]/.test(iri)?iri:""}function toTerm({type,datatype,space},text){if(!datatype){let iri=toIri(
text,space),short=iri&&shortenIri2(iri);return iri&&(/^[\w-]+:[A-Za-z0-9][\w-]*$/.test(short)?short:`<${iri}>`)}if(!(LITERALS[type]||
LITERALS[datatype]).test(text))return"";let quoted=`"${text.replace(/[\n\r}"\\]/g,sign=>ESCAPES2[sign])}"`;return datatype===
"string"?quoted:datatype==="date"?`${quoted}^^xsd:date`:text}async function findMeanings(parameter,text){if(parameter.datatype)
return[text];let term=toTerm(parameter,text);if(term){let inAnyPlace=`{ ${term} ?p ?o } UNION { ?s ?p ${term} } UNION { \
?s ${term} ?o }`;if((await ask2(`ASK { GRAPH ?g { ${inAnyPlace} } }`)).boolean)return[text]}let wanted=(0,import_normalise.normalise)(
text);return[...new Set((await suggest2(parameter)).filter(([,name])=>(0,import_normalise.normalise)(name)===wanted).map(
([id])=>id))]}async function resolveValue2(parameter,text){let{name,type,example}=parameter;if(!text)throw new AskError(
"askNoValue",[name,example]);if(parameter.datatype&&!toTerm(parameter,text))throw new AskError("askBadValue",[name,text,
type,example]);let ids=await findMeanings(parameter,text);if(!ids.length)throw new AskError("askNoThing",[name,text,example]);
if(ids.length>1)throw new AskError("askManyThings",[name,text,ids.slice(0,MOST_MEANINGS).join(", ")]);return ids[0]}function questionText2(question2,values){
let terms=question2.parameters.map(parameter=>toTerm(parameter,values[parameter.name]??parameter.example)),lines=question2.
parameters.map(({name},place)=>`
    VALUES ?${name} { ${terms[place]} }`);return terms.includes("")?"":question2.head+lines.join("")+question2.tail}return{
questionText:questionText2,resolveValue:resolveValue2,shortenIri:shortenIri2,suggest:suggest2,toTerm}}var{questionText,resolveValue,shortenIri,suggest}=createValues(SETTINGS,text=>engine.runAside(text)),sourceAddresses=new Map(
import_data.SOURCES.iri.map((curie,source)=>[curie,import_data.SOURCES.address[source]])),sourceAddress=iri=>sourceAddresses.
get(shortenIri(iri).split("#")[0])||"";function findThing(iri){let name=shortenIri(iri),node=(0,import_data.findNode)(name),
engagement=(0,import_data.findEngagement)(name);if(node>=0)return{kind:"node",index:node,isStep:!1};if(engagement>=0)return{
kind:"engagement",index:engagement,isStep:!1};let owner=(0,import_data.findEngagement)(name.replace(/\.[^.]*$/,""));return owner>=
0?{kind:"engagement",index:owner,isStep:!0}:null}var answerElement=(0,import_elements2.byId)("ask-answer"),BATCH_SIZE=200,NUMERIC2=/#(integer|decimal|double|float|int|long)$/,
shown={columns:[],rows:[]},evidence=()=>null;function clearAnswer(){shown={columns:[],rows:[]},answerElement.replaceChildren(),
answerElement.hidden=(0,import_elements2.byId)("ask-save").hidden=(0,import_elements2.byId)("ask-views").hidden=(0,import_elements2.byId)(
"ask-chart").hidden=!0,showNotes([])}function showAnswer(answer,query,meanings={}){if(shown=answer,evidence=createEvidence(
query,answer.columns),answerElement.hidden=!1,answerElement.scrollTop=0,showNotes([...answer.isCut?[(0,import_text.translate)(
"askCut",(0,import_text.formatNumber)(answer.rows.length))]:[],...answer.unknown.map(iri=>(0,import_text.translate)("ask\
UnknownTerm",shortenIri(iri))),...answer.hint?[(0,import_elements2.bdi)(answer.hint,"en")]:[]]),(0,import_elements2.byId)(
"ask-save").hidden=answer.form==="ASK"||!answer.rows.length,answer.form==="ASK")return answerElement.replaceChildren((0,import_elements2.el)(
"p",{class:"truth"},(0,import_text.translate)(answer.boolean?"askTrue":"askFalse"))),"";let body=(0,import_elements2.el)(
"tbody"),more=(0,import_elements2.button)({class:"link more"},()=>addRows(body,more),""),head=answer.columns.map((name,column)=>(0,import_elements2.el)(
"th",{scope:"col",title:meanings[name],lang:"en",class:NUMERIC2.test(answer.rows.find(row=>row[column])?.[column].datatype)?
"number":null},name));return answerElement.replaceChildren(...answer.rows.length?[(0,import_elements2.el)("table",{},(0,import_elements2.el)(
"thead",{},(0,import_elements2.el)("tr",{},...head)),body),more]:[(0,import_elements2.el)("p",{class:"soft"},(0,import_text.translate)(
"askNoRows"))]),addRows(body,more),showView(!1),(0,import_text.pluralise)(answer.rows.length,"askRow")}function showView(isChart){
let container=(0,import_elements2.byId)("ask-chart");(0,import_elements2.byId)("ask-views").hidden=!chartColumns(shown),
answerElement.hidden=isChart,container.hidden=!isChart,(0,import_elements2.byId)("ask-as-table").setAttribute("aria-pres\
sed",String(!isChart)),(0,import_elements2.byId)("ask-as-chart").setAttribute("aria-pressed",String(isChart));let options={
width:Math.min(820,container.clientWidth-48),nameOf:nameOfTerm,evidenceOf};container.replaceChildren(...isChart?[drawChart(
shown,options)]:[])}function nameOfTerm(term){let thing=term.type==="uri"?findThing(term.value):null;return!thing||thing.
isStep?term.type==="uri"?shortenIri(term.value):term.value:(thing.kind==="node"?(0,import_text.nodeName)(thing.index):(0,import_text.engagementTitle)(
thing.index)).text}function evidenceOf(row,place){let found=evidence(row,place),query=found?.query;if(query)return()=>(0,import_state.change)(
{question:"",query});if(found?.thing===void 0)return null;let iri=row[found.thing].value,thing=findThing(iri);return thing?
()=>(0,import_state.select)(thing.kind,thing.index,{focus:!0}):sourceAddress(iri)||null}function addRows(body,more){let start=body.
rows.length;body.append(...shown.rows.slice(start,start+BATCH_SIZE).map(row=>(0,import_elements2.el)("tr",{},...row.map(
(term,place)=>cell(term,row,place)))));let left=shown.rows.length-body.rows.length;more.hidden=!left,more.textContent=(0,import_text.translate)(
"moreRows",(0,import_text.formatNumber)(Math.min(BATCH_SIZE,left)),(0,import_text.formatNumber)(left))}var groupDigits=text=>text.
replace(/^(-?)(\d{5,})(?=\.|$)/,(_,sign,digits)=>sign+BigInt(digits).toLocaleString("en"));function cell(term,row,place){
if(!term)return(0,import_elements2.el)("td");if(term.type!=="uri"){let isNumber2=NUMERIC2.test(term.datatype),text2=isNumber2?
groupDigits(term.value):term.value,content=(0,import_elements2.bdi)(text2,term["xml:lang"]),target=evidenceOf(row,place),
title=(0,import_text.translate)(evidence(row,place)?.query?"askRowsBehind":"askStated");return(0,import_elements2.el)("t\
d",{class:isNumber2?"number":null},target?typeof target=="string"?(0,import_elements2.link)(target,content):(0,import_elements2.button)(
{class:"link evidence",title},target,content):content)}let thing=findThing(term.value),short=(0,import_elements2.bdi)(shortenIri(
term.value),"");if(!thing){let address=sourceAddress(term.value);return(0,import_elements2.el)("td",{},address?(0,import_elements2.link)(
address,short):short)}let{kind,index,isStep}=thing,{text,lang}=kind==="node"?(0,import_text.nodeName)(index):(0,import_text.engagementTitle)(
index),isNamed=isStep||row.some(other=>other?.value===text);return(0,import_elements2.el)("td",{},(0,import_elements2.button)(
{class:"link",title:isNamed?text:shortenIri(term.value)},()=>(0,import_state.select)(kind,index,{focus:!0}),isNamed?short:
(0,import_elements2.bdi)(text,lang)))}function showNotes(notes){(0,import_elements2.byId)("ask-notes").replaceChildren(...notes.
map(note=>(0,import_elements2.el)("li",{},note))),(0,import_elements2.byId)("ask-notes").hidden=!notes.length}function saveAnswer(name){
let text=[shown.columns,...shown.rows.map(row=>row.map(term=>term?.value??""))].map(row=>`${row.map(import_csv.csvCell).
join(",")}\r
`).join("");(0,import_download.download)(new Blob([text],{type:"text/csv;charset=utf-8"}),`${(0,import_file_name.slug)(document.
title)}-${(0,import_file_name.slug)(name)}.csv`)}var import_data2=__toESM(require_data(),1);var import_elements3=__toESM(require_elements(),1),import_text2=__toESM(require_text(),1),import_tokens=__toESM(require_tokens(),1);var listElement=(0,import_elements3.byId)("questions"),valuesElement=(0,import_elements3.byId)("ask-values"),findQuestion=name=>SETTINGS.
questions.find(question2=>question2.name===name);function buildQuestions(chosen,choose){let hasFocus=listElement.contains(
document.activeElement),words=(0,import_tokens.normalise)((0,import_elements3.byId)("questions-filter").value).split(/\s+/),
found=SETTINGS.questions.filter(({name,topic,title,question:question2})=>words.every(word=>(0,import_tokens.normalise)(`${name}\
 ${topic} ${title} ${question2}`).includes(word))),entry=(name,text,title,lang)=>(0,import_elements3.button)({class:"ite\
m","data-name":name,title,"aria-pressed":String(name===chosen),tabindex:"-1"},()=>choose(name),(0,import_elements3.bdi)(
text,lang)),topics=[...new Set(found.map(({topic})=>topic))];listElement.replaceChildren(entry("",(0,import_text2.translate)(
"askOwn"),null,null),...topics.flatMap(topic=>[(0,import_elements3.el)("h3",{lang:"en"},(0,import_text2.capitalise)(topic)),
...found.filter(each=>each.topic===topic).map(({name,title,question:question2})=>entry(name,title,question2,"en"))]),found.
length?"":(0,import_elements3.el)("p",{class:"soft"},(0,import_text2.translate)("askNoMatch")));let buttons=[...listElement.
querySelectorAll("button")],current=buttons.find(({dataset})=>dataset.name===chosen)||buttons[0];current.tabIndex=0,hasFocus&&
current.focus()}listElement.addEventListener("keydown",event=>{let buttons=[...listElement.querySelectorAll("button")],place=buttons.
indexOf(event.target),to={ArrowDown:buttons[place+1],ArrowUp:buttons[place-1],Home:buttons[0],End:buttons.at(-1)}[event.
key];to&&(event.preventDefault(),buttons[place].tabIndex=-1,to.tabIndex=0,to.focus())});function showFields(question2,values,act){
valuesElement.replaceChildren(...question2.parameters.map(parameter=>{let id=`ask-value-${parameter.name}`,input=(0,import_elements3.el)(
"input",{id,type:parameter.datatype==="date"?"date":"text",autocomplete:"off",spellcheck:"false",list:SETTINGS.patterns[parameter.
type]?`names-${parameter.type}`:null});return input.value=values[parameter.name]??parameter.example,input.addEventListener(
"focus",()=>fillNames(parameter)),input.addEventListener("change",act),(0,import_elements3.el)("label",{for:id},(0,import_elements3.el)(
"span",{lang:"en"},parameter.name),(0,import_elements3.el)("span",{class:"soft",lang:"en"},parameter.type===parameter.name?
"":` (${parameter.type})`),input)})),valuesElement.hidden=!question2.parameters.length}async function fillNames(parameter){
let id=`names-${parameter.type}`;if(document.getElementById(id)||!SETTINGS.patterns[parameter.type])return;let list=(0,import_elements3.el)(
"datalist",{id});valuesElement.append(list);try{let names=new Map,english=new Set;for(let[value,name,lang]of await suggest(
parameter))names.has(value)&&(lang!=="en"||english.has(value))||(names.set(value,name),lang==="en"&&english.add(value));
list.append(...[...names].map(([value,name])=>(0,import_elements3.el)("option",{value},name)))}catch{list.remove()}}var readValues=question2=>Object.
fromEntries(question2.parameters.map(({name})=>[name,(0,import_elements3.byId)(`ask-value-${name}`).value.trim()]));async function resolveValues(question2){
let values=readValues(question2);for(let parameter of question2.parameters)values[parameter.name]=await resolveValue(parameter,
values[parameter.name]);return values}function formatQuestion(question2,values){let changed=question2.parameters.filter(
({name,example})=>values[name]!==example).map(({name})=>[name,values[name]]);return changed.length?`${question2.name} ${new URLSearchParams(
changed)}`:question2.name}function parseQuestion(text){let[,name,values]=/^(\S*) ?(.*)$/s.exec(text)??[];return{name,values:Object.
fromEntries(new URLSearchParams(values))}}var SECONDS=10,MORE_SECONDS=60,STARTER=`SELECT ?agreement ?label {
  ?agreement a pcg:Agreement ; rdfs:label ?label .
  FILTER(LANG(?label) = "${import_data2.LABEL_LANGUAGE}")
}
ORDER BY ?label
LIMIT 20
`,STEPS={start:"askStarting",engine:"askStarting",graph:"askLoading",query:"askRunning","":"askRunning"},editor=(0,import_elements4.byId)(
"ask-text"),question=null,written="",shownKey=null,error=null,keyOf=({question:name,query})=>`${name}
${query}`;function showState(){shownKey=keyOf(import_state2.state);let{name,values}=parseQuestion(import_state2.state.question);
question=import_state2.state.query?null:findQuestion(name)||null,written=question?questionText(question,values)||questionText(
question,{}):import_state2.state.query||STARTER,editor.value=written,editor.setAttribute("rows",String(Math.min(18,Math.
max(8,written.split(`
`).length)))),(0,import_elements4.byId)("ask-fold").open=!question,showFields(question||{parameters:[]},values,()=>ask()),
clearAnswer(),showError(null),(0,import_elements4.byId)("ask-status").textContent="",engine.stop(),engine.start().catch(
()=>{}),showTexts(),question||import_state2.state.query?ask(SECONDS,{replace:!0}):name&&showError(new AskError("askNoQue\
stion",[name]))}function showTexts(){let[title,text]=[(0,import_elements4.byId)("ask-title"),(0,import_elements4.byId)("\
ask-question")];title.replaceChildren(question?(0,import_elements4.bdi)(question.title,"en"):(0,import_text3.translate)(
"askOwn")),text.replaceChildren(question?(0,import_elements4.bdi)(question.question,"en"):(0,import_text3.translate)("as\
kOwnText")),(0,import_elements4.byId)("ask-help").textContent=(0,import_text3.translate)("askHelp",Object.keys(SETTINGS.
prefixes).map(prefix=>`${prefix}:`).join(" ")),buildQuestions(question?question.name:"",name=>(0,import_state2.change)({
question:name,query:""})),showError(error)}async function updateText(){let asked=question,values=await resolveValues(question);
if(asked!==question)throw new AskError("askStopped");for(let[name,value]of Object.entries(values))(0,import_elements4.byId)(
`ask-value-${name}`).value=value;return editor.value=written=questionText(question,values),formatQuestion(question,values)}
function remember(patch,options){shownKey=keyOf(patch),shownKey!==keyOf(import_state2.state)&&(0,import_state2.change)(patch,
options)}async function ask(seconds=SECONDS,options={}){clearAnswer(),showError(null);let clock=startClock();showStep();
try{editor.value!==written&&(question=null),question||showTexts(),remember(question?{question:await updateText(),query:""}:
{question:"",query:editor.value===STARTER?"":editor.value},options);let asked=editor.value,answer=await engine.run(asked,
seconds),time=(0,import_elements4.bdi)(`${(0,import_text3.formatNumber)(answer.milliseconds)} ms`,""),count=question?showAnswer(
{...answer,...{unknown:[],hint:""}},asked,question.columns):showAnswer(answer,asked),unknown=question?[]:answer.unknown.
map(iri=>(0,import_text3.translate)("askUnknownTerm",shortenIri(iri)));!question&&answer.hint&&unknown.push(answer.hint),
mark(...unknown.map(message=>({severity:"warning",message}))),(0,import_elements4.byId)("ask-status").replaceChildren(count,
count?" · ":"",time)}catch(fault){if(!(fault instanceof AskError))throw fault;clock.isCurrent()&&((0,import_elements4.byId)(
"ask-status").textContent="",showError(fault))}finally{clock.stop()}}function showStep(){(0,import_elements4.byId)("ask-\
stop").hidden||((0,import_elements4.byId)("ask-status").textContent=(0,import_text3.translate)(STEPS[engine.step]))}var clocks=0;
function startClock(){let start=performance.now(),own=clocks+=1;(0,import_elements4.byId)("ask-stop").hidden=!1;let timer=setInterval(
()=>{(0,import_elements4.byId)("ask-clock").textContent=(0,import_text3.translate)("askSeconds",Math.round((performance.
now()-start)/1e3))},1e3),isCurrent=()=>own===clocks;return{isCurrent,stop(){clearInterval(timer),isCurrent()&&((0,import_elements4.byId)(
"ask-clock").textContent="",(0,import_elements4.byId)("ask-stop").hidden=!0)}}}var mark=(...marks)=>editor.dispatchEvent(
new CustomEvent("marks",{detail:marks}));function messageOf({key,values,place}){let text=(0,import_text3.translate)(key,
...values);return place?(0,import_text3.translate)("askAt",...place,text):text}function showError(fault){if(error=fault,
(0,import_elements4.byId)("ask-error").hidden=!fault,mark(...fault?[{severity:"error",message:messageOf(fault),place:fault.
place}]:[]),!fault)return void(0,import_elements4.byId)("ask-error").replaceChildren();(0,import_elements4.byId)("ask-er\
ror").replaceChildren(messageOf(fault)),fault.key==="askTimeout"&&fault.values[0]<MORE_SECONDS&&(0,import_elements4.byId)(
"ask-error").append(" ",(0,import_elements4.button)({class:"link"},()=>ask(MORE_SECONDS),(0,import_text3.translate)("ask\
Longer",MORE_SECONDS)))}(0,import_elements4.byId)("ask-run").addEventListener("click",()=>ask());(0,import_elements4.byId)(
"ask-stop").addEventListener("click",()=>engine.stop());(0,import_elements4.byId)("ask-as-table").addEventListener("clic\
k",()=>showView(!1));(0,import_elements4.byId)("ask-as-chart").addEventListener("click",()=>showView(!0));(0,import_elements4.byId)(
"ask-save").addEventListener("click",()=>saveAnswer(question?question.name:"answer"));(0,import_elements4.byId)("questio\
ns-filter").addEventListener("input",showTexts);(0,import_elements4.byId)("ask-work").addEventListener("keydown",event=>{
let inForm=event.target===editor||event.target.closest("#ask-values");event.key!=="Enter"||!inForm||!(event.ctrlKey||event.
metaKey)||(event.preventDefault(),ask())});editor.addEventListener("choose",event=>{(0,import_state2.change)({question:event.
detail,query:""})});pcgraphEditor.createEditor(editor,SETTINGS);engine.onStep=showStep;function showWhenAsked(){import_state2.state.
view==="ask"&&shownKey!==keyOf(import_state2.state)&&showState()}(0,import_state2.onChange)(changed=>{changed.has("langu\
age")&&shownKey!==null&&showTexts(),showWhenAsked()});matchMedia("(max-width: 900px)").matches&&((0,import_elements4.byId)(
"questions-fold").open=!1);showWhenAsked();})();

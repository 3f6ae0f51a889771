"use strict";(()=>{var __defProp=Object.defineProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})};var AskError=class extends Error{constructor(key,values=[],place=null){super([key,...values].join(" ")),this.key=key,this.
values=values,this.place=place}};function present(element,selector){if(!element)throw new Error(`${selector}: no such element on the page; expected it in\
 the template; write the page again`);return element}var byId=id=>present(document.getElementById(id),`#${id}`),bySelector=(selector,inside=document)=>present(
inside.querySelector(selector),selector);var DATA=JSON.parse(byId("data").textContent),editor=byId("text");function createElement(tag,text2,attributes={}){let element=document.
createElement(tag);text2!==void 0&&(element.textContent=text2);for(let[name,value]of Object.entries(attributes))element.
setAttribute(name,value);return element}var mark=(...marks)=>editor.dispatchEvent(new CustomEvent("marks",{detail:marks}));
function showError(message,...more){mark(...message?[{severity:"error",message}]:[]),byId("fault").replaceChildren(message,
...more),byId("fault").hidden=!message}var showStatus=text2=>{byId("status").textContent=text2};var stripControls=text2=>text2.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g,""),normalise=text2=>stripControls(
text2).normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase();var MOST_MEANINGS=8,LITERALS={integer:/^-?\d+$/,decimal:/^-?\d+(\.\d+)?$/,date:/^\d{4}-\d\d-\d\d$/,string:/^/,period:/^\d{4}(-\d\d){0,2}$/},
ESCAPES={"\n":"\\n","\r":"\\r","}":"\\u007D",'"':'\\"',"\\":"\\\\"};function createShortener(prefixes){let namespaces=Object.
entries(prefixes).sort(([,first],[,second])=>second.length-first.length);return iri=>{let[prefix,namespace]=namespaces.find(
([,each])=>iri.startsWith(each))||[];return prefix?`${prefix}:${iri.slice(namespace.length)}`:iri}}function createValues({
prefixes,patterns={},names=[]},ask){let suggestions=new Map,shortenIri2=createShortener(prefixes),shortId2=(iri,space)=>iri.
startsWith(space)?iri.slice(space.length):shortenIri2(iri);function suggest({type,space}){if(!patterns[type])return Promise.
resolve([]);if(!suggestions.has(type)){let found=ask(`SELECT DISTINCT ?x ?rank ?name { { SELECT DISTINCT ?x { ${patterns[type]}\
 } } VALUES (?naming ?rank) { ${names.map((iri,rank)=>`(<${iri}> ${rank})`).join(" ")} } ?x ?naming ?name } ORDER BY ?x \
?rank`).then(({rows})=>rows.map(([thing,,name])=>[shortId2(thing.value,space),name.value,name["xml:lang"]||""]));found.catch(
()=>suggestions.delete(type)),suggestions.set(type,found)}return suggestions.get(type)}function toIri(text2,space){let[,
prefix,rest]=/^([\w-]+):(.*)$/.exec(text2)||[],iri=/^https?:/.test(text2)?text2:prefix in prefixes?prefixes[prefix]+rest:
space+text2;return text2&&!/[\u0000-\u0020<>"{}|^`\\]/.test(iri)?iri:""}function toTerm2({type,datatype,space},text2){if(!datatype){
let iri=toIri(text2,space),short=iri&&shortenIri2(iri);return iri&&(/^[\w-]+:[A-Za-z0-9][\w-]*$/.test(short)?short:`<${iri}\
>`)}if(!(LITERALS[type]||LITERALS[datatype]).test(text2))return"";let quoted2=`"${text2.replace(/[\n\r}"\\]/g,sign=>ESCAPES[sign])}\
"`;return datatype==="string"?quoted2:datatype==="date"?`${quoted2}^^xsd:date`:text2}async function findMeanings(parameter,text2){
if(parameter.datatype)return[text2];let term=toTerm2(parameter,text2);if(term){let inAnyPlace=`{ ${term} ?p ?o } UNION {\
 ?s ?p ${term} } UNION { ?s ${term} ?o }`;if((await ask(`ASK { GRAPH ?g { ${inAnyPlace} } }`)).boolean)return[text2]}let wanted=normalise(
text2);return[...new Set((await suggest(parameter)).filter(([,name])=>normalise(name)===wanted).map(([id])=>id))]}async function resolveValue2(parameter,text2){
let{name,type,example}=parameter;if(!text2)throw new AskError("askNoValue",[name,example]);if(parameter.datatype&&!toTerm2(
parameter,text2))throw new AskError("askBadValue",[name,text2,type,example]);let ids=await findMeanings(parameter,text2);
if(!ids.length)throw new AskError("askNoThing",[name,text2,example]);if(ids.length>1)throw new AskError("askManyThings",
[name,text2,ids.slice(0,MOST_MEANINGS).join(", ")]);return ids[0]}function questionText2(question,values){let terms=question.
parameters.map(parameter=>toTerm2(parameter,values[parameter.name]??parameter.example)),lines=question.parameters.map(({
name},place)=>`
    VALUES ?${name} { ${terms[place]} }`);return terms.includes("")?"":question.head+lines.join("")+question.tail}return{
questionText:questionText2,resolveValue:resolveValue2,shortenIri:shortenIri2,suggest,toTerm:toTerm2}}var MAX_ROWS=2e4,SLOW=500,HANGS=1e3,SELF_TEST={text:"SELECT (10 - 3 - 2 AS ?x) {}",value:"5"},Engine=class{#settings;#open;#worker=null;#starting=null;#isReady=!1;#lastId=0;#pending=new Map;#running=-1;#refuse=null;step="";onStep=()=>{};constructor(settings,open){
let{spaces,prefixes,base,current:current2,sortKeys,columnKeys,maxColumns,volatile}=settings;this.#settings={spaces,prefixes,
base,current:current2,sortKeys,columnKeys,maxColumns,volatile,maxRows:MAX_ROWS},this.#open=open}#setStep(step){this.step=
step,this.onStep()}start(){return this.#starting??=this.#launch().catch(error=>{throw this.#discardWorker(),error instanceof
AskError?error:new AskError("askNoEngine",[error.message])}),this.#starting}async#launch(){this.#setStep("start");let{worker,
engine:engine2,graph,broken:refused}=await this.#open();this.#worker=worker;let broken=new Promise((_,reject)=>{worker.addEventListener(
"error",event=>{event.preventDefault(),this.#isReady?this.#abandon(new AskError("askBroken",[event.message])):reject(new Error(
event.message||""))})}),loaded=new Promise((resolve3,reject)=>{worker.onmessage=({data})=>{data.kind==="progress"?this.#setStep(
data.step):data.kind==="error"?reject(new Error(data.error.values.join(" "))):resolve3(void 0)},worker.postMessage({kind:"\
start",...this.#settings,engine:engine2,graph})});await Promise.race(refused?[refused,loaded,broken]:[loaded,broken]),worker.
onmessage=({data})=>this.#receive(data),await Promise.race([this.#testItself(),broken]),this.#isReady=!0,this.#setStep("")}async#testItself(){
let{rows}=await this.#send(this.#lastId+=1,SELF_TEST.text).catch(({values})=>{throw new Error(values[0])}),value=rows[0]?.[0]?.
value??"";if(value!==SELF_TEST.value)throw new AskError("askSelfTest",[value])}#discardWorker(){this.#worker?.terminate(),
this.#worker=this.#starting=null,this.#isReady=!1}#abandon(error){let waiting=[...this.#pending.values()];this.#pending.
clear(),this.#running=-1,this.#discardWorker(),this.start().catch(()=>{});for(let{reject}of waiting)reject(error)}#receive({
kind,id,answer:answer2,error}){let fault=error&&new AskError(error.key,error.values,error.place);if(error?.isBroken&&this.#isReady)
return this.#abandon(fault);let{resolve:resolve3,reject}=this.#pending.get(id)||{};this.#pending.delete(id),id===this.#running&&
(this.#running=-1),kind==="answer"?resolve3?.(answer2):reject?.(fault)}#send(id,text2,more={kind:"query"}){return new Promise(
(resolve3,reject)=>{this.#pending.set(id,{resolve:resolve3,reject}),this.#worker.postMessage({id,text:text2,...more})})}stop(){
let error=new AskError("askStopped");this.#refuse?.(error),this.#running>=0&&this.#abandon(error)}async run(text2,seconds){
this.stop(),await Promise.race([this.start(),new Promise((_,reject)=>{this.#refuse=reject})]),this.#refuse=null,this.#setStep(
"query");let id=this.#running=this.#lastId+=1,start=performance.now(),timer=setTimeout(()=>{this.#running===id&&this.#abandon(
new AskError("askTimeout",[seconds]))},seconds*1e3);try{let answer2=await this.#send(id,text2),milliseconds=Math.round(performance.
now()-start);return{...answer2,milliseconds,hint:milliseconds<SLOW?await this.#explain(text2,answer2):""}}finally{clearTimeout(
timer)}}async#explain(text2,{form,rows,boolean,unknown}){let isEmpty=form==="ASK"?!boolean:!rows.length;if(!["SELECT","A\
SK","CONSTRUCT"].includes(form)||!isEmpty&&rows.length!==1)return"";let id=this.#running=this.#lastId+=1,timer=setTimeout(
()=>{this.#running===id&&this.#abandon(new AskError("askTimeout",[0]))},HANGS);try{return await this.#send(id,text2,{kind:"\
explain",isEmpty,unknown})}catch{return""}finally{clearTimeout(timer)}}async runAside(text2){return await this.start(),this.#send(
this.#lastId+=1,text2)}};var IS_FILE=location.protocol==="file:";async function load(address){let response;try{response=await fetch(address)}catch{
let reason=IS_FILE?"A page that is opened as a file cannot load others: open it through a web server":"Check the connect\
ion, and run the query again";throw new AskError("askEngineError",[`${address}: cannot be loaded. ${reason}.`])}if(response.
ok)return response.arrayBuffer();let status=`${response.status} ${response.statusText}`.trim();throw new AskError("askEn\
gineError",[`${address}: the host answers ${status}. Publish the whole site again.`])}var files=null,loadFiles=()=>(files??=
Promise.all([load(DATA.assets.engine),load(DATA.assets.graph)]),files.catch(()=>{files=null}),files),engine=new Engine(DATA.
ask?{...DATA.ask,prefixes:DATA.prefixes}:{},async()=>{let address=DATA.assets.worker,worker=new Worker(address),broken=new Promise(
(_,reject)=>worker.addEventListener("error",event=>{event.preventDefault(),reject(new AskError("askEngineError",[`${address}\
: cannot be run as the engine. Publish the whole site again.`]))}));try{let[wasm,graph]=await Promise.race([loadFiles(),
broken]);return{worker,engine:wasm,graph,broken}}catch(error){throw worker.terminate(),error}});var{questionText,resolveValue,shortenIri,toTerm}=createValues({...DATA.ask,prefixes:DATA.prefixes},text2=>engine.runAside(
text2)),OWN=[[DATA.project,/^(?:(?:id|source|verdict)\/.+|ontology(?:#.*)?)$/],[DATA.prefixes.v.replace(/vocab\/$/,""),/^(?:vocab\/.+|ontology(?:#.*)?)$/]];
function sitePath(path,fragment){let owner=/^(id\/[^/.]+)\.[^/]+$/.exec(path);return owner&&!fragment?[`${owner[1]}.html`,
path.slice(3)]:[`${path}.html`,fragment]}function linkTarget(iri){let own=OWN.find(([base,form])=>iri.startsWith(base)&&
form.test(iri.slice(base.length)));if(!own)return/^https?:\/\//.test(iri)?iri:null;let[name,...rest]=iri.slice(own[0].length).
split("#"),[path,fragment]=DATA.endpoint?[name,rest.join("#")]:sitePath(name,rest.join("#")),safe=path.split("/").map(encodeURIComponent).
join("/"),safeFragment=encodeURIComponent(fragment).replace(/%3D/g,"=").replace(/%2C/g,",");return`${DATA.root}/${safe}${fragment?
`#${safeFragment}`:""}`}var isElsewhere=target=>!target.startsWith(`${DATA.root}/`);var endpoint_exports={};__export(endpoint_exports,{prepare:()=>prepare,resolve:()=>resolve,run:()=>run,save:()=>save});var JSON_RESULT="application/sparql-results+json";async function send(mediaType,signal){let body=new URLSearchParams({query:editor.
value}),response;try{response=await fetch(DATA.endpoint,{method:"POST",body,headers:{Accept:mediaType},signal})}catch(error){
throw error instanceof DOMException&&error.name==="AbortError"?error:new Error("The server does not answer. Check that i\
t is running.",{cause:error})}if(!response.ok)throw new Error((await response.text()).trim().slice(0,2e3)||`${response.status}\
 ${response.statusText}`);return response}async function run(_,{signal}){let response=await send(`${JSON_RESULT}, text/t\
urtle;q=0.9`,signal),hints=JSON.parse(response.headers.get("pcgraph-hint")||"[]");if((response.headers.get("content-type")||
"").split(";")[0]!==JSON_RESULT)return{turtle:await response.text(),hints};let{head,results,boolean,"pcgraph:hints":inJson}=await response.
json();return hints.push(...(inJson||[]).map(hint=>hint.message??hint).filter(hint=>!hints.includes(hint))),results?{columns:head.
vars,rows:results.bindings.map(row=>head.vars.map(name=>row[name]??null)),hints}:{boolean,hints}}async function resolve({
name,type},text2){let response=await fetch(`${DATA.root}/resolve?${new URLSearchParams({name:text2,type})}`),found=response.
ok?await response.json():{error:(await response.text()).trim()};return found.error?{error:`${name}: ${found.error}`}:found}
var save=async(suffix,{type})=>(await send(type)).blob(),prepare=()=>{};var in_browser_exports={};__export(in_browser_exports,{MORE_SECONDS:()=>MORE_SECONDS,SECONDS:()=>SECONDS,prepare:()=>prepare2,
resolve:()=>resolve2,run:()=>run2,save:()=>save2});var text=term=>term?term.type==="bnode"?`_:${term.value}`:term.value:"",cell=value=>/[",\r\n]/.test(value)?`"${value.replaceAll(
'"','""')}"`:value;function toCsv({columns,rows}){return[columns,...rows.map(row=>row.map(text))].map(row=>row.map(cell).
join(",")||(row.length?'""':"")).map(line=>`${line}\r
`).join("")}function toJson({columns,rows}){let bindings=rows.map(row=>Object.fromEntries(columns.map((name,place)=>[name,
row[place]]).filter(([,term])=>term)));return JSON.stringify({head:{vars:columns},results:{bindings}})}var RDF_TYPE="http://www.w3.org/1999/02/22-rdf-syntax-ns#type",XSD="http://www.w3.org/2001/XMLSchema#",BARE={[`${XSD}int\
eger`]:/^[+-]?\d+$/,[`${XSD}decimal`]:/^[+-]?\d*\.\d+$/,[`${XSD}boolean`]:/^(?:true|false)$/},ESCAPES2={"\n":"\\n","\r":"\
\\r","	":"\\t",'"':'\\"',"\\":"\\\\"};function toTurtle(rows,prefixes){let namespaces=Object.entries(prefixes).sort(([,first],[
,second])=>second.length-first.length),used=new Set;function iriText(iri){let[prefix,namespace]=namespaces.find(([,each])=>iri.
startsWith(each))||[],name=prefix&&iri.slice(namespace.length);return!prefix||!/^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name)?
`<${iri}>`:(used.add(prefix),`${prefix}:${name}`)}function termText2(term){let{type,value,datatype,"xml:lang":language}=term;
if(type==="uri")return iriText(value);if(type==="bnode")return`_:${value}`;if(BARE[datatype]?.test(value))return value;let quoted2=`\
"${value.replace(/[\n\r\t"\\]/g,sign=>ESCAPES2[sign])}"`;return language?`${quoted2}@${language}`:datatype&&datatype!==`${XSD}\
string`?`${quoted2}^^${iriText(datatype)}`:quoted2}let subjects=new Map;for(let[subject,predicate,object]of rows){let about=termText2(
subject),name=predicate.value===RDF_TYPE?"a":iriText(predicate.value);subjects.has(about)||subjects.set(about,new Map);let facts=subjects.
get(about);facts.set(name,[...facts.get(name)||[],termText2(object)])}let blocks=[...subjects].map(([about,facts])=>`${about}\
 ${[...facts].map(([name,objects])=>`${name} ${objects.join(" , ")}`).join(` ;
	`)} .
`);return Object.entries(prefixes).filter(([prefix])=>used.has(prefix)).map(([prefix,namespace])=>`@prefix ${prefix}: <${namespace}\
> .
`).join("")+blocks.join("")}var en_default={view_ask:"Ask",askQuestions:"Questions",askFilter:"Search questions",askNoMatch:"No question matches.",askOwn:"\
Your own query",askOwnText:"Choose a question from the list, or write a query in SPARQL. This page answers it without a \
server.",askSparql:"SPARQL",askEditor:"Query in SPARQL. Press Control and Enter to run it.",askHelp:"The default graph h\
olds what is believed; GRAPH reads what each source says. You need not declare these prefixes: {0}",askRun:"Run",askStop:"\
Stop",askSave:"Save as CSV",askTable:"Table",askChart:"Chart",askRowsBehind:"The rows behind this number",askStated:"Whe\
re this is stated",askAnswer:"Answer",askStarting:"Starting the engine …",askLoading:"Loading the graph …",askRunning:"\
Running …",askSeconds:"{0} s",askRow:"row|rows",askNoRows:"No rows.",askTrue:"Yes",askFalse:"No",askCut:"Only the firs\
t {0} rows are shown. Ask for less, or use pcgraph query.",askUnknownTerm:"{0} occurs nowhere in the graph. Is it a typi\
ng mistake?",askAt:"Line {0}, column {1}: {2}",askEmpty:"The query is empty.",askSyntax:"{0}",askEnd:"The query ends too\
 early.",askEndExpected:"The query ends too early. Expected: {0}",askUnexpected:"“{0}” does not fit here.",askComplete:"\
“{0}” does not fit here, where the query could end.",askUnexpectedExpected:"“{0}” does not fit here. Expected: {1}",
askReadOnly:"{0} is refused, because the graph is read-only.",askService:"{0} is refused, because this page never asks a\
nother server.",askDepth:"Brackets are nested more than {0} levels deep. Write a flatter query.",askTooLong:"The query i\
s too long or nested too deep.",askVolatile:"ORDER BY {0}() changes while rows are compared. Write BIND({0}() AS ?r) and\
 ORDER BY ?r.",askNoGraph:"There is no graph <{0}>.",askEngineError:"{0}",askBroken:"The engine broke down on this query\
 ({0}) and was started again. Write a simpler query.",askNoEngine:"The engine cannot start in this browser. {0}",askSelfTest:"\
The engine computes wrongly here: 10 − 3 − 2 gives “{0}” instead of 5. This page answers nothing, because the answers co\
uld be wrong.",askStopped:"Stopped.",askTimeout:"Stopped after {0} seconds.",askLonger:"Allow {0} seconds",askNoQuestion:"\
There is no question “{0}”.",askNoValue:"{0} is empty. Enter a value such as {1}.",askBadValue:"{0}: “{1}” is no {2}\
. Enter a value such as {3}.",askNoThing:"{0}: “{1}” is not in the graph. Enter the id or the name of something such as \
{2}.",askManyThings:"{0}: “{1}” may mean several things. Enter one of these ids: {2}"};var word=(key,...values)=>en_default[key].replace(/\{(\d)\}/g,(_,index)=>values[index]??"");function errorText(error){if(!(error instanceof
AskError))return error.message;let text2=word(error.key,...error.values);return error.place?word("askAt",...error.place,
text2):text2}var SECONDS=30,MORE_SECONDS=120,STEPS={start:"Loading the engine and the graph …",engine:word("askStarting"),graph:word(
"askLoading")},FORMATS={csv:toCsv,json:toJson,ttl:({turtle})=>turtle};async function run2(text2,{signal,seconds=SECONDS,
isQuestion,onStep}){if(DATA.reason)throw new Error(DATA.reason);signal.addEventListener("abort",()=>engine.stop()),engine.
onStep=()=>onStep(STEPS[engine.step]||word("askRunning"));let running=engine.run(text2,seconds);engine.onStep();let{form,
columns,rows,boolean,isCut,unknown,hint}=await running,hints=isCut?[word("askCut",rows.length.toLocaleString("en"))]:[];
return isQuestion||hints.push(...unknown.map(iri=>word("askUnknownTerm",shortenIri(iri))),...hint?[hint]:[]),form==="ASK"?
{boolean,hints}:form==="SELECT"?{columns,rows,hints}:{turtle:toTurtle(rows,DATA.prefixes),hints}}async function resolve2(parameter,text2){
if(DATA.reason)return{id:text2,label:""};try{return{id:await resolveValue(parameter,text2),label:""}}catch(error){if(!(error instanceof
AskError))throw error;return{error:errorText(error)}}}var save2=async(suffix,{type,answer:answer2})=>new Blob([FORMATS[suffix](
answer2)],{type});function prepare2(){DATA.reason||engine.start().catch(error=>showError(errorText(error)))}var transport=DATA.endpoint?endpoint_exports:in_browser_exports;var chosen=null,resolving=null,inputOf=({name})=>byId(`parameter-${name}`),valueOf=parameter=>inputOf(parameter).value.trim(),
readValues=({parameters})=>Object.fromEntries(parameters.map(parameter=>[parameter.name,valueOf(parameter)]));function unchangedQuestion(){
if(!chosen)return null;let values=readValues(chosen);return editor.value&&editor.value===questionText(chosen,values)?{name:chosen.
name,values}:null}function listQuestions(){let words=byId("filter").value.trim().toLowerCase().split(/\s+/),container=byId(
"examples");container.replaceChildren();let topic="";for(let item of DATA.examples){let text2=`${item.name} ${item.title}\
 ${item.question}`.toLowerCase();if(!words.every(word3=>text2.includes(word3)))continue;item.topic!==topic&&container.append(
createElement("h3",topic=item.topic));let button=createElement("button",item.title,{type:"button","data-name":item.name});
button.setAttribute("aria-pressed",String(item===chosen)),button.addEventListener("click",()=>chooseQuestion(item)),container.
append(button)}container.children.length||container.append(createElement("p","No match",{class:"soft"}))}var findQuestion=name=>DATA.
examples.find(item=>item.name===name);function chooseQuestion(item,values={}){chosen=item,byId("question").textContent=item.
question,byId("parameters").replaceChildren(...item.parameters.map(parameter=>createField(parameter,values[parameter.name]))),
byId("parameters").hidden=!item.parameters.length,editor.value="",fillIn();let given=item.parameters.filter(({name})=>name in
values);resolving=Promise.all(given.map(resolveName)).then(usable=>usable.every(Boolean));for(let button of byId("exampl\
es").querySelectorAll("button"))button.setAttribute("aria-pressed",String(button.dataset.name===item.name))}var FIELDS={
date:"date",integer:"number",decimal:"number"};function createField(parameter,value){let input=createElement("input",void 0,
{type:FIELDS[parameter.datatype]||"text",id:`parameter-${parameter.name}`,spellcheck:"false",autocomplete:"off",step:"an\
y"});input.value=value??parameter.example,parameter.datatype||input.setAttribute("list",suggestionList(parameter)),input.
addEventListener("input",fillIn),input.addEventListener("change",()=>{resolving=resolveName(parameter)});let label=createElement(
"label",`${parameter.name} (${parameter.type})`,{for:input.id});return label.append(input),label}var known=null;function suggestNames(terms){
known=terms;for(let parameter of chosen?.parameters||[])parameter.datatype||suggestionList(parameter)}function suggestionList({
type,space}){let id=`names-${type}`,list=document.getElementById(id)||createElement("datalist",void 0,{id});if(known&&!list.
children.length){let kinds=known.kinds[type]||[type],found=Object.entries(known.names).filter(([name,[,,kind]])=>kinds.includes(
kind)||type==="thing"&&name.startsWith("id:"));list.append(...found.map(([name,[label]])=>createElement("option",label,{
value:shortId(name,space)})))}return document.body.append(list),id}var shortId=(name,space)=>{let[prefix,...rest]=name.split(
":");return DATA.prefixes[prefix]===space?rest.join(":"):name};function fillIn(){let blocks=[],question=chosen;showError(
"");for(let parameter of question.parameters){let{name,type,example}=parameter,value=valueOf(parameter),term=toTerm(parameter,
value);if(!term){let expected=`expected a value${example&&` such as ${example}`}`;return showError(`${name}: ${value||"e\
mpty"} is not a valid ${type}; ${expected}`)}blocks.push([name,`VALUES ?${name} { ${term} }`])}editor.value||(editor.value=
questionText(question,readValues(question)));for(let[name,block]of blocks)editor.value=editor.value.replace(new RegExp(`\
VALUES \\?${name} \\{[^}]*\\}`),()=>block)}async function resolveName(parameter){let input=inputOf(parameter),text2=valueOf(
parameter);if(parameter.datatype||!text2||/^https?:/.test(text2))return!0;let found=await transport.resolve(parameter,text2);
if(input.value.trim()!==text2)return!0;if(found.error)return showError(found.error),!1;input.value=found.id,fillIn();let meaning=[
`${text2}: ${found.id}`,found.label].filter(Boolean).join(", ");return found.id!==text2&&(byId("question").textContent=`${chosen.
question} (${meaning})`),!0}async function settleValues(){let isUsable=await resolving;return resolving=null,isUsable!==
!1}function currentHash(){let question=unchangedQuestion();return question?`#${new URLSearchParams({question:question.name,
...question.values})}`:`#query=${encodeURIComponent(editor.value)}`}function readAddress(){let query=/^#query=(.*)$/s.exec(
location.hash);try{if(query)return{query:decodeURIComponent(query[1])}}catch{return null}let{question,...values}=Object.
fromEntries(new URLSearchParams(location.hash.slice(1)));return question===void 0?null:{question,values}}var serverAddress=path=>DATA.
base?DATA.base+path:new URL(DATA.root+path,location.href).href,pageAddress=()=>DATA.endpoint?serverAddress("/query"):location.
href.split("#")[0];var NAMES=["comment","iri","string","variable","language","short","word","number","sign"],TOKEN=new RegExp([/(#[^\n]*)/,
/(<[^<>\s"{}|^`\\]*>)/,/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/,/([?$]\w+)/,/(@[A-Za-z-]+)/,/((?:[A-Za-z][\w-]*)?:(?:[\w%-]|\.(?=[\w%-]))*)/,
/([A-Za-z_]\w*)/,/(\d[\d.eE]*)/,/(\^\^|&&|\|\||!=|<=|>=|[{}()[\];,.*/|^!=<>+\-?])/].map(({source})=>source).join("|"),"g\
u"),tokens=text2=>[...text2.matchAll(TOKEN)].filter(([,comment])=>comment===void 0).map(match=>({kind:NAMES[match.slice(
1).findIndex(part=>part!==void 0)],text:match[0],at:match.index})),isTerm=({kind})=>["iri","string","variable","short","\
number"].includes(kind);function readContext(list){let triples=[],stack=[{mode:"head"}],group=more=>({mode:"group",place:"\
subject",subject:null,property:null,...more}),isClosed=!1,hasFrom=!1;return list.forEach((token,index)=>{let{text:text2,
kind}=token,word3=kind==="word"&&text2!=="a"?text2.toUpperCase():"",top=stack.at(-1),inGroup=top.mode==="group";if(text2===
"{")stack.push(top.next==="VALUES"?{mode:"values",variable:top.variable}:group({inSource:top.inSource||top.opens||hasFrom})),
top.next=top.opens=null;else if(text2==="}"){stack.length>1&&stack.pop(),stack.at(-1).mode==="select"&&stack.pop();let outer=stack.
at(-1);outer.mode==="group"?Object.assign(outer,{place:"subject",subject:null,property:null}):isClosed=!0}else if(text2===
"("){if(inGroup&&top.place==="property")return;top.mode!=="values"&&stack.push({mode:top.next==="VALUES"?"names":"expres\
sion",variable:top.variable})}else if(text2===")")["expression","names"].includes(top.mode)&&stack.pop();else if(top.mode===
"expression")kind==="variable"&&(top.variable=text2);else if(word3&&!["TRUE","FALSE"].includes(word3))word3==="SELECT"&&
inGroup?stack.push({mode:"select",inSource:top.inSource}):top.next=["VALUES","GRAPH","FROM"].includes(word3)?word3:word3===
"NAMED"?top.next:null;else if(top.next==="FROM"&&isTerm(token))hasFrom||=text2!=="g:current",top.next=null;else if(inGroup)
top.next==="VALUES"&&kind==="variable"?top.variable=text2:top.next==="GRAPH"&&isTerm(token)?Object.assign(top,{next:null,
opens:text2!=="g:current"}):readPattern(top,token,index);else return}),{inSource:hasFrom,...stack.at(-1),triples,isClosed};
function readPattern(top,token,index){let{text:text2}=token,isNode=isTerm(token)||text2==="a";if(text2==="]")return void(stack.
length>1&&stack.pop());if(text2==="["){let node=`[${index}`;return top.place==="value"&&triples.push([top.subject,top.property,
node]),top.place=top.place==="subject"?"property":"end",top.subject??=node,void stack.push(group({inSource:top.inSource,
subject:node,place:"property"}))}if(text2===".")Object.assign(top,{place:"subject",subject:null,property:null});else if(text2===
";")Object.assign(top,{place:"property",property:null});else if(text2===",")top.place="value";else if(top.place==="prope\
rty"&&text2==="^")top.isInverse=!0;else if(top.place==="value"&&["/","|"].includes(text2))Object.assign(top,{place:"prop\
erty",through:text2==="/"?top.property:null});else{if(!isNode||top.place==="value"&&["*","+","?"].includes(text2))return;
if(top.place==="property")Object.assign(top,{property:text2==="a"?"rdf:type":text2,place:"value"});else if(top.place==="\
value"){let subject=top.through?null:top.subject;triples.push(top.isInverse?[text2,top.property,top.subject]:[subject,top.
property,text2]),Object.assign(top,{place:"end",through:null,isInverse:!1})}else Object.assign(top,{subject:text2,property:null,
place:"property"})}}}var MOST=500,ESCAPES3={"\n":"\\n","\r":"\\r",'"':'\\"',"\\":"\\\\"};function termText({type,value,datatype,"xml:lang":language}){
return type==="uri"?`<${value}>`:`${`"${value.replace(/[\n\r"\\]/g,sign=>ESCAPES3[sign])}"`}${language?`@${language}`:datatype?
`^^<${datatype}>`:""}`}function partsOf(text2){let list=tokens(text2),start=list.findIndex(({text:word3})=>/^select$/i.test(
word3)),open=list.findIndex(({text:sign})=>sign==="{");if(start<0||open<start)return null;let depth=0,close=list.findIndex(
({text:sign},place)=>(depth+=place<open?0:+(sign==="{")-+(sign==="}"),place>=open&&!depth));if(close<0)return null;let clause=list.
slice(start+1,open),[{at:begin},{at:end}]=[list[open],list[close]],from=clause.find(({text:word3})=>/^(from|where)$/i.test(
word3))?.at??begin;return{prologue:text2.slice(0,list[start].at),clause:clause.filter(({at})=>at<from),from:text2.slice(
from,begin),pattern:text2.slice(begin+1,end),inside:list.slice(open,close)}}function computed(clause){return clause.some(
({text:text2})=>/^(count|sum|min|max|avg|sample|group_concat)$/i.test(text2))?clause.filter((_,place)=>/^as$/i.test(clause[place-
1]?.text)).map(({text:text2})=>text2.slice(1)):[]}function createEvidence(text2,columns){let parts=partsOf(text2),sums=parts?
computed(parts.clause):[],{triples}=readContext(tokens(text2).slice(0,-1)),placeOf=variable=>columns.indexOf(String(variable).
slice(1)),subjects=columns.map(name=>triples.filter(([,,value])=>value===`?${name}`).map(([subject])=>placeOf(subject)).
filter(place=>place>=0)),plain=columns.filter(name=>!sums.includes(name)),canAsk=parts&&plain.every(name=>parts.inside.some(
token=>token.text.slice(1)===name));return(row,place)=>{if(!row[place]||row[place].type==="uri")return row[place]?{thing:place}:
null;if(sums.includes(columns[place])&&canAsk&&parts){let terms=plain.map(name=>[name,row[columns.indexOf(name)]]);if(terms.
some(([,term])=>term?.type==="bnode"))return null;let filters=terms.map(([name,term])=>term?`FILTER(sameTerm(?${name}, ${termText(
term)}))`:`FILTER(!BOUND(?${name}))`),pattern=[`{${parts.pattern}}`,...filters].join(`
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
function drawChart(answer2,{width,nameOf,evidenceOf:evidenceOf2}){let{value,names}=chartColumns(answer2),rows=answer2.rows.
slice(0,30),numbers=rows.map(row=>Number(row[value]?.value??0)),low=Math.min(0,...numbers),high=Math.max(0,...numbers),scale=(width-
90)/(high-low||1),title=`${answer2.columns[value]} – ${names.map(place=>answer2.columns[place]).join(", ")}`,bars=rows.
map((row,index)=>{let name=names.filter(place=>row[place]).map(place=>nameOf(row[place])).join(" – "),number=numbers[index],
left=(Math.min(0,number)-low)*scale,length=Math.max(1,Math.abs(number)*scale),top=index*42,parts=[svg("rect",{class:"row",
x:0,y:top,width,height:38}),svg("text",{x:0,y:top+14},name),svg("rect",{x:left,y:top+20,width:length,height:14,rx:2}),svg(
"text",{x:left+length+6,y:top+32,class:"soft"},number.toLocaleString("en"))],target=evidenceOf2(row,value),spoken=`${name}\
: ${number.toLocaleString("en")}`;if(!target)return svg("g",{},...parts);let link=svg("a",{href:typeof target=="string"?
target:"#","aria-label":spoken},...parts);return typeof target=="function"&&link.addEventListener("click",event=>{event.
preventDefault(),target()}),link});return svg("svg",{class:"chart",width,height:rows.length*42,viewBox:`0 0 ${width} ${rows.
length*42}`,role:"group","aria-label":title},...bars)}var BATCH_SIZE=500,NUMERIC2=/#(integer|decimal|double|float|int|long)$/,shownRows=0,answer={rows:[]},evidence=()=>null,hideAnswer=()=>{
byId("answer").hidden=!0};function showAnswer(found,milliseconds,query){answer=found,evidence=found.rows?createEvidence(
query,found.columns):()=>null,shownRows=0;let{columns,rows,turtle,hints}=found,container=byId("rows");if(byId("answer").
hidden=!1,byId("save-csv").hidden=byId("save-json").hidden=!rows,byId("save-turtle").hidden=turtle===void 0,byId("more").
hidden=!0,turtle!==void 0)container.replaceChildren(createElement("pre",turtle));else if(!rows)container.replaceChildren(
createElement("p",found.boolean?"yes":"no",{class:"lead"}));else{let head=createElement("tr"),table=createElement("table");
head.append(...columns.map(name=>createElement("th",name,{scope:"col"}))),table.append(createElement("caption","Rows of \
the answer",{class:"visually-hidden"}),createElement("thead"),createElement("tbody")),table.tHead.append(head),container.
replaceChildren(table),showMoreRows()}showView(!1),byId("hints").replaceChildren(...hints.map(line=>createElement("li",line))),
byId("hints").hidden=!hints.length,mark(...hints.map(message=>({severity:"warning",message}))),showStatus(`${rows?`${rows.
length} row${rows.length===1?"":"s"}, `:""}${milliseconds} ms`)}function evidenceOf(row,place){let found=evidence(row,place);
return found?.query?`#query=${encodeURIComponent(found.query)}`:found?.thing===void 0?null:linkTarget(row[found.thing].value)}
function showView(isChart){let canDraw=!!(answer.columns&&chartColumns(answer)),container=byId("chart");byId("views").hidden=
!canDraw,byId("rows").hidden=isChart,container.hidden=!isChart,byId("as-table").setAttribute("aria-pressed",String(!isChart)),
byId("as-chart").setAttribute("aria-pressed",String(isChart));let nameOf=term=>term.type==="uri"?shortenIri(term.value):
term.value,options={width:Math.min(820,container.clientWidth),nameOf,evidenceOf};container.replaceChildren(...isChart?[drawChart(
answer,options)]:[])}function showMoreRows(){let{rows}=answer;bySelector("tbody",byId("rows")).append(...rows.slice(shownRows,
shownRows+BATCH_SIZE).map(row=>{let tableRow=createElement("tr");return tableRow.append(...row.map((term,place)=>createCell(
term,row,place))),tableRow})),shownRows=Math.min(rows.length,shownRows+BATCH_SIZE),byId("more").hidden=shownRows===rows.
length,byId("more").textContent=`Show ${Math.min(BATCH_SIZE,rows.length-shownRows)} more of ${rows.length-shownRows}`}function createCell(term,row,place){
let cell2=createElement("td");if(!term)return cell2;let content=createElement("bdi",term.type==="uri"?shortenIri(term.value):
term.value);term["xml:lang"]&&(content.lang=term["xml:lang"]),NUMERIC2.test(term.datatype||"")&&(cell2.className="number");
let target=evidenceOf(row,place);if(!target)return cell2.append(content),cell2;let link=createElement("a",void 0,{href:target,
title:term.value});return term.type!=="uri"&&(link.className="evidence",link.title=target.startsWith("#query=")?"The row\
s behind this number":"Where this is stated"),isElsewhere(target)&&link.setAttribute("rel","noopener noreferrer nofollow"),
link.append(content),cell2.append(link),cell2}async function load2(address){let response=await fetch(address);if(!response.ok)throw new Error(`${address}: ${response.
status}`);return response}async function loadEditor(){try{let[script,terms]=await Promise.all([load2(DATA.assets.editor).
then(response=>response.text()),load2(DATA.assets.terms).then(response=>response.json())]);return document.body.append(createElement(
"script",script)),pcgraphEditor.createEditor(editor,{terms,prefixes:DATA.prefixes,questions:DATA.examples}),terms}catch{
return null}}var quoted=text2=>`'${text2.replaceAll("'","'\\''")}'`,word2=text2=>/^[\w@%+=:,./-]+$/.test(text2)?text2:quoted(text2),endpointAddress=()=>serverAddress(
"/sparql");function curlCommand(){return`curl -H 'Accept: text/csv' --data-urlencode ${quoted(`query=${editor.value}`)} ${quoted(
endpointAddress())}`}function pythonScript(){let text2=editor.value.replaceAll("\\","\\\\").replaceAll('"','\\"').replace(
/\n?$/,`
`);return`import pcgraph

kg = pcgraph.connect(${JSON.stringify(endpointAddress())})
print(kg.query("""
${text2}""").to_polars())
`}function pcgraphCommand(){let question=unchangedQuestion();if(!question)return`pcgraph query ${quoted(editor.value)}`;
let values=Object.entries(question.values).map(([name,value])=>` --param ${word2(`${name}=${value}`)}`);return`pcgraph q\
uery ${question.name}${values.join("")}`}var COPIES={"copy-link":["link",()=>pageAddress()+currentHash()],"copy-curl":["\
curl",curlCommand],"copy-python":["Python",pythonScript],"copy-command":["command",pcgraphCommand]};async function copyText(text2,description){
try{await navigator.clipboard.writeText(text2)}catch{let textArea=createElement("textarea",text2,{"aria-hidden":"true"}),
focused=document.activeElement;document.body.append(textArea),textArea.select();let isDone=document.execCommand("copy");
if(textArea.remove(),focused.focus(),!isDone)return showError("The browser does not allow this page to copy.")}showStatus(
`Copied: ${description}.`)}function listenToCopying(){for(let[id,[description,write]]of Object.entries(COPIES))document.
getElementById(id)?.addEventListener("click",()=>copyText(write(),description))}var FILES={csv:"text/csv",json:"application/sparql-results+json",ttl:"text/turtle"},FIRST="who-signed-with",current=null;
async function runQuery(seconds){current&&current.abort();let own=current=new AbortController,isCurrent=()=>own===current;
showRunning(!0);try{let stopped=new Promise((_,reject)=>own.signal.addEventListener("abort",()=>reject(own.signal.reason)));
if(!await Promise.race([settleValues(),stopped])||!isCurrent())return;showError(""),showStatus("Running …");let isQuestion=!!unchangedQuestion(),
hash=currentHash(),asked=editor.value,start=performance.now(),onStep=text2=>{isCurrent()&&!own.signal.aborted&&showStatus(
text2)},found=await transport.run(asked,{signal:own.signal,seconds,isQuestion,onStep});if(!isCurrent())return;showAnswer(
found,Math.round(performance.now()-start),asked),history.replaceState(null,"",hash)}catch(error){if(!isCurrent())return;
showStatus(""),hideAnswer(),showFault(error)}finally{isCurrent()&&(current=null,showRunning(!1))}}function showRunning(isRunning){
byId("run").toggleAttribute("disabled",isRunning||!!DATA.reason),byId("stop").hidden=!isRunning}function showFault(error){
if(error.name==="AbortError")return showError("Stopped.");if(!(error instanceof AskError&&error.key==="askTimeout"&&error.
values[0]<MORE_SECONDS))return showError(errorText(error));let longer=createElement("button",word("askLonger",MORE_SECONDS),
{type:"button"});longer.addEventListener("click",()=>runQuery(MORE_SECONDS)),showError(errorText(error)," ",longer)}async function save3(suffix){
showError("");try{let url=URL.createObjectURL(await transport.save(suffix,{type:FILES[suffix],answer}));createElement("a",
void 0,{href:url,download:`answer.${suffix}`}).click(),setTimeout(()=>URL.revokeObjectURL(url),1e4)}catch(error){showError(
errorText(error))}}function runFromAddress(){let asked=readAddress();if(!asked)return!1;let item=findQuestion(asked.question);
if(item)chooseQuestion(item,asked.values);else if(asked.query!==void 0)editor.value=asked.query;else return showError(word(
"askNoQuestion",asked.question)),!1;return runQuery(),!0}byId("filter").addEventListener("input",listQuestions);byId("ru\
n").addEventListener("click",()=>runQuery());byId("stop").addEventListener("click",()=>current?.abort());byId("more").addEventListener(
"click",showMoreRows);byId("as-table").addEventListener("click",()=>showView(!1));byId("as-chart").addEventListener("cli\
ck",()=>showView(!0));byId("save-csv").addEventListener("click",()=>save3("csv"));byId("save-json").addEventListener("cl\
ick",()=>save3("json"));byId("save-turtle").addEventListener("click",()=>save3("ttl"));byId("work").addEventListener("fo\
cusin",()=>{transport.prepare(),loadEditor().then(suggestNames)},{once:!0});editor.addEventListener("choose",event=>{chooseQuestion(
findQuestion(event.detail))});editor.addEventListener("keydown",event=>{event.key!=="Enter"||!(event.ctrlKey||event.metaKey)||
(event.preventDefault(),runQuery())});addEventListener("hashchange",runFromAddress);listenToCopying();listQuestions();showRunning(
!1);if(!runFromAddress()){let line=byId("fault").textContent;chooseQuestion(findQuestion(FIRST)||DATA.examples[0]),showError(
line)}document.documentElement.dataset.ready="yes";})();

/*
minisearch 7.2.0

Copyright 2022 Luca Ongaro

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/
"use strict";var pcgraph=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name2 in all)__defProp(target,name2,{get:all[name2],enumerable:!0})},__copyProps=(to,from,except,desc)=>{
if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var main_exports={};__export(main_exports,{CHART_CHOICES:()=>CHART_CHOICES,DATA:()=>DATA,ENGAGEMENTS:()=>ENGAGEMENTS,FADED:()=>FADED,
FILTERED_ORGANISATIONS:()=>FILTERED_ORGANISATIONS,GROUPS:()=>GROUPS,GROUP_LINES:()=>GROUP_LINES,KEY_LINES:()=>KEY_LINES,
KEY_ORGANISATIONS:()=>KEY_ORGANISATIONS,KINDS:()=>KINDS,LABEL_LANGUAGE:()=>LABEL_LANGUAGE,LINKS_DOWN:()=>LINKS_DOWN,MAX_HOPS:()=>MAX_HOPS,
MAX_LINES:()=>MAX_LINES,MEASURES:()=>MEASURES,MOST_ORGANISATIONS:()=>MOST_ORGANISATIONS,NODES:()=>NODES,NO_SET:()=>NO_SET,
PHRASE_LENGTH:()=>PHRASE_LENGTH,PROMISE_STATES:()=>PROMISE_STATES,PROVED:()=>PROVED,SIZE:()=>SIZE,SOURCES:()=>SOURCES,STRINGS:()=>STRINGS,
TERMS:()=>TERMS,TIES:()=>TIES,TOPICS:()=>TOPICS,VIEWS:()=>VIEWS,alternativesOf:()=>alternativesOf,answerCsv:()=>answerCsv,
applyFilters:()=>applyFilters,bdi:()=>bdi,buildIndex:()=>buildIndex,buildScene:()=>buildScene,button:()=>button,byId:()=>byId,
camera:()=>camera,capitalise:()=>capitalise,change:()=>change,chartCsv:()=>chartCsv,choose:()=>choose,colours:()=>colours,
conclusionOn:()=>conclusionOn,conditionName:()=>conditionName,correctSpelling:()=>correctSpelling,countRestrictions:()=>countRestrictions,
csvCell:()=>csvCell,daysOfMonth:()=>daysOfMonth,defaultState:()=>defaultState,describe:()=>describe,describeChoices:()=>describeChoices,
describeSelection:()=>describeSelection,describeState:()=>describeState,download:()=>download,drawFitted:()=>drawFitted,
drawLines:()=>drawLines,drawMap:()=>drawMap,el:()=>el,engagementTitle:()=>engagementTitle,engagementsCsv:()=>engagementsCsv,
expandCurie:()=>expandCurie,facetCounts:()=>facetCounts,failedConditions:()=>failedConditions,findDocuments:()=>findDocuments,
findEngagement:()=>findEngagement,findFront:()=>findFront,findItem:()=>findItem,findNode:()=>findNode,findTerm:()=>findTerm,
fit:()=>fit,formatIsoDay:()=>formatIsoDay,formatNumber:()=>formatNumber,frontRank:()=>frontRank,groupName:()=>groupName,
hasInference:()=>hasInference,hasProof:()=>hasProof,hideTooltip:()=>hideTooltip,highlightPath:()=>highlightPath,hitTest:()=>hitTest,
hovered:()=>hovered,isBelievedOn:()=>isBelievedOn,isByName:()=>isByName,isHeardOn:()=>isHeardOn,isInPeriod:()=>isInPeriod,
isInside:()=>isInside,isKnownOn:()=>isKnownOn,isPanelOpen:()=>isPanelOpen,isProvedOnly:()=>isProvedOnly,isRestricted:()=>isRestricted,
isSilent:()=>isSilent,isTrusted:()=>isTrusted,itemKey:()=>itemKey,keepMoving:()=>keepMoving,keyName:()=>keyName,known:()=>known,
leftBy:()=>leftBy,licenceName:()=>licenceName,linesOf:()=>linesOf,link:()=>link,loadBox:()=>loadBox,mapElement:()=>mapElement,
matchText:()=>matchText,matching:()=>matching,matchingWith:()=>matchingWith,monthOf:()=>monthOf,namesOf:()=>namesOf,network:()=>network,
nodeName:()=>nodeName,normalise:()=>normalise,notDrawn:()=>notDrawn,onChange:()=>onChange,outcomesOf:()=>outcomesOf,pageAddress:()=>pageAddress,
panBy:()=>panBy,panTo:()=>panTo,parseDay:()=>parseDay,partiesCsv:()=>partiesCsv,pluralise:()=>pluralise,pointOnCurve:()=>pointOnCurve,
positionOf:()=>positionOf,prepareIndex:()=>prepareIndex,projectItems:()=>projectItems,provenance:()=>provenance,readCamera:()=>readCamera,
repaint:()=>repaint,reset:()=>reset,rowNames:()=>rowNames,saveAnswer:()=>saveAnswer,saveCamera:()=>saveCamera,saveChart:()=>saveChart,
saveEngagements:()=>saveEngagements,saveParties:()=>saveParties,scene:()=>scene,search:()=>search,select:()=>select,setHovered:()=>setHovered,
showTooltip:()=>showTooltip,shown:()=>shown,shownDay:()=>shownDay,shownEngagements:()=>shownEngagements,sideName:()=>sideName,
singularPhrases:()=>singularPhrases,slug:()=>slug,sourcesOfEngagements:()=>sourcesOfEngagements,sparql:()=>sparql,state:()=>state,
statusOn:()=>statusOn,statusSetOn:()=>statusSetOn,storiesOn:()=>storiesOn,sum:()=>sum,termNames:()=>termNames,textIndex:()=>textIndex,
tiesOf:()=>tiesOf,tiesOfEngagement:()=>tiesOfEngagement,translate:()=>translate,turtle:()=>turtle,unitElement:()=>unitElement,
updateShown:()=>updateShown,voicesOn:()=>voicesOn,whatHides:()=>whatHides,withoutCondition:()=>withoutCondition,yearOf:()=>yearOf,
zoomBy:()=>zoomBy});function present(element,selector){if(!element)throw new Error(`${selector}: no such element on the page; expected it in\
 the template; write the page again`);return element}var byId=id=>present(document.getElementById(id),`#${id}`),bySelector=(selector,inside=document)=>present(
inside.querySelector(selector),selector);var parseJson=id=>JSON.parse(byId(id).textContent),DATA=parseJson("data"),LABEL_LANGUAGE=DATA.languages.includes("en")?"\
en":DATA.languages[0],{nodes:NODES,ties:TIES,engagements:ENGAGEMENTS,sources:SOURCES,words:TERMS}=DATA;{let network2=parseJson(
"network"),column=(Kind,rows2,name2)=>Kind.from(rows2,row=>row[name2]);NODES.x=column(Float64Array,network2.nodes,"x"),NODES.
y=column(Float64Array,network2.nodes,"y"),TIES.from=column(Int32Array,network2.edges,"from"),TIES.to=column(Int32Array,network2.
edges,"to")}ENGAGEMENTS.iri.forEach((iri,engagement)=>{let own=iri.slice(iri.indexOf(":")+1),whole=name2=>name2[0]===":"?
name2.slice(1):own+name2;for(let step of ENGAGEMENTS.steps[engagement])step[6]=whole(step[6]);for(let link2 of ENGAGEMENTS.
links[engagement])link2.length<3&&link2.push(ENGAGEMENTS.label[link2[1]]);let[passages,subjects]=ENGAGEMENTS.passages[engagement];
ENGAGEMENTS.passages[engagement]=subjects.flatMap(([name2,...indices2])=>indices2.map(index=>{let[source,fragment,location2,
passage,quote2=0,...page]=passages[index];return[source,fragment,location2,whole(name2),DATA.passage_states[passage],quote2,
...page]}))});var PROMISE_STATES=["kept","begun","signed","open","silent","stopped"];TERMS.promise=[...PROMISE_STATES,"o\
ccasion"].map(id=>({id,label:id}));var MARKS=["silent","inferred","disputed","proved","oneVoice","opening"];TERMS.mark=MARKS.
map(id=>({id,label:id}));var PROVED=MARKS.indexOf("proved"),GROUPS=["type","form","set","promise","mark","sector","count\
ry","place","kind","tier","status"],SIZE={nodes:NODES.iri.length,ties:TIES.from.length,engagements:ENGAGEMENTS.iri.length,
sources:SOURCES.iri.length};function buildIndex(count,forEachPair){let starts=new Int32Array(count+1);forEachPair(key=>{
starts[key+1]+=1});for(let key=0;key<count;key+=1)starts[key+1]+=starts[key];let values=new Int32Array(starts[count]),next=starts.
slice();return forEachPair((key,value)=>{values[next[key]]=value,next[key]+=1}),key=>values.subarray(starts[key],starts[key+
1])}var createLookup=curies=>{let indices2=new Map(curies.map((curie,index)=>[curie,index]));return curie=>indices2.get(
curie)??-1},findNode=createLookup(NODES.iri),findEngagement=createLookup(ENGAGEMENTS.iri);function findTerm(id){let group=GROUPS.
find(each=>TERMS[each].some(term=>term.id===id));return group&&{group,index:TERMS[group].findIndex(term=>term.id===id)}}
var tiesOf=buildIndex(SIZE.nodes,add=>{for(let tie=0;tie<SIZE.ties;tie+=1)add(TIES.from[tie],tie),TIES.to[tie]!==TIES.from[tie]&&
add(TIES.to[tie],tie)}),tiesOfEngagement=buildIndex(SIZE.engagements,add=>{for(let tie=0;tie<SIZE.ties;tie+=1)TIES.engagement[tie]>=
0&&add(TIES.engagement[tie],tie)});function isBelievedOn(intervals,day){if(day===null)return intervals.length%2===1;for(let index=0;index<
intervals.length;index+=2)if((intervals[index]===null||intervals[index]<=day)&&(index+1>=intervals.length||day<intervals[index+
1]))return!0;return!1}function statusOn(engagement,day){let intervals=ENGAGEMENTS.status[engagement];for(let index=intervals.
length-3;index>=0;index-=3){let status=intervals[index],[since,until]=[intervals[index+1],intervals[index+2]];if(day===null?
until===null:(since===null||since<=day)&&(until===null||day<until))return status}return-1}var NO_SET=TERMS.set.findIndex(
({id})=>id==="none"),statusSetOn=(engagement,day)=>{let status=statusOn(engagement,day);return status<0?NO_SET:TERMS.status[status].
set??NO_SET};function isKnownOn(engagement,day){let[status,since]=ENGAGEMENTS.status[engagement],isTold=day!==null&&since!==
null&&day<since&&ENGAGEMENTS.sources[engagement].some(source=>{let known2=SOURCES.known[source];return known2!==null&&known2<=
day});return status!==void 0?isTold||statusOn(engagement,day)>=0:day===null||!ENGAGEMENTS.sources[engagement].length||ENGAGEMENTS.
sources[engagement].some(source=>SOURCES.known[source]===null||SOURCES.known[source]<=day)}var isHeardOn=(sources,day)=>day===
null||!sources||!sources.length||sources.some(source=>SOURCES.known[source]===null||SOURCES.known[source]<=day);function conclusionOn(engagement,day){
let found=ENGAGEMENTS.conclusions[engagement].findLast(([from,until])=>day===null?until===null:(from===null||from<=day)&&
(until===null||day<until)),[,,reported=null,since=null,promise,promiseState,silent=null,by=null,outcome,shownBy,how,next,
wentOnAs]=found||[];return{since,by,reported,next:next??"",outcome:outcome??-1,shownBy:shownBy??-1,how:how??"",wentOnAs:wentOnAs??
[],silent,promise:promise??-1,state:promiseState??""}}var isSilent=(engagement,day)=>conclusionOn(engagement,day).silent!==
null,hasInference=engagement=>ENGAGEMENTS.inferred[engagement].length>0||ENGAGEMENTS.parties[engagement].some(([,,inferred2])=>inferred2)||
ENGAGEMENTS.steps[engagement].some(step=>step[4]),voicesOn=(engagement,day)=>day===null?ENGAGEMENTS.voices[engagement]:Math.
min(ENGAGEMENTS.voices[engagement],new Set(ENGAGEMENTS.sources[engagement].filter(source=>isHeardOn([source],day)).map(source=>SOURCES.
voice[source])).size),FOUND=new Set(["proved","moved","reflowed"]),hasProof=engagement=>ENGAGEMENTS.passages[engagement].
some(([,,,,passage])=>FOUND.has(passage)),storiesOn=day=>[...DATA.stories.keys()].filter(index=>{let{since}=DATA.stories[index];
return day===null||since===null||since<=day});function expandCurie(curie){let colon=curie.indexOf(":"),namespace=Object.
hasOwn(DATA.prefixes,curie.slice(0,colon))?DATA.prefixes[curie.slice(0,colon)]:null;return namespace===null?curie:namespace+
curie.slice(colon+1)}var parseDay=text=>{let day=/^\d{4}-\d\d-\d\d$/.test(text)?Date.parse(`${text}T00:00:00Z`)/864e5:NaN;
return Number.isNaN(day)||formatIsoDay(day)!==text?null:day},formatIsoDay=day=>new Date(day*864e5).toISOString().slice(0,
10),yearOf=day=>new Date(day*864e5).getUTCFullYear(),monthOf=day=>formatIsoDay(day).slice(0,7);function daysOfMonth(text){
if(!/^\d{4}-(0[1-9]|1[0-2])$/.test(text||""))return null;let[year,month]=text.split("-").map(Number);return[Date.UTC(year,
month-1,1)/864e5,Date.UTC(year,month,0)/864e5]}var VIEWS=["map","board","table","analyse",...document.getElementById("view-ask")?["ask"]:[]],MEASURES=DATA.measures.map(
({name:name2})=>name2),MAX_HOPS=3,CHART_CHOICES={},defaultState=()=>({view:"map",language:DATA.languages[0],measure:MEASURES[0]||
"",chosen:Object.fromEntries(GROUPS.map(group=>[group,new Set])),voices:1,people:!1,unnamed:!1,asOf:null,period:null,event:null,
only:null,either:!1,not:[],text:"",story:null,selection:null,answer:null,neighbourhood:null,path:null,level:"key",open:new Set,
pins:new Map,camera:null,sort:[0,!0],boardRows:"party",boardSort:"size",timeline:"partner",charts:{},cell:"",question:"",
query:"",asked:"",by:"",rows:[]}),BY_ASKING=new Set(["chosen","period","event","only","either","not","text","answer","ne\
ighbourhood","path","asOf","measure","by","rows"]),state=defaultState(),listeners=[],onChange=listener=>{listeners.push(
listener)};function change(patch,options={}){let isOther=state.asked&&!("asked"in patch)&&Object.keys(patch).some(name2=>BY_ASKING.
has(name2)),all={..."answer"in patch||"by"in patch?{rows:[]}:{},...patch,...isOther?{asked:""}:{}};Object.assign(state,all);
let changed=new Set(Object.keys(all));for(let listener of listeners)listener(changed,options)}var isPanelOpen=()=>!!(state.
selection||state.answer!==null||state.by||state.cell);function select(kind,index,{focus=!1,move=!0}={}){change({selection:kind?
{kind,index}:null},{focus,move})}function reset(patch={}){let{view:view2,language:language2,measure,sort,selection,answer,
boardRows:boardRows2,boardSort,charts,timeline,pins}=state,{question,query}=state,kept={view:view2,language:language2,measure,
sort,selection,answer,boardRows:boardRows2,boardSort,charts,timeline,pins,question,query};change({...defaultState(),...kept,
...patch},{refit:!0})}var buildPartyIndex=nodeOf=>buildIndex(SIZE.engagements,add=>{ENGAGEMENTS.parties.forEach((parties,engagement)=>{for(let node of new Set(
parties.map(([,party])=>nodeOf(party))))node>=0&&add(engagement,node)})}),actsFor=NODES.acts_for,partyNodes=buildPartyIndex(
node=>node),organisationNodes=buildPartyIndex(node=>actsFor[node]>=0?actsFor[node]:node),engagementsOf=buildIndex(SIZE.nodes,
add=>{for(let engagement=0;engagement<SIZE.engagements;engagement+=1)for(let node of new Set([...partyNodes(engagement),
...organisationNodes(engagement)]))add(node,engagement)}),columnOf=country=>country<0?-1:country<DATA.sides?country:DATA.
sides===1?1:-1,joinsSides=Uint8Array.from(ENGAGEMENTS.iri,(_,engagement)=>{let parties=[...partyNodes(engagement),...organisationNodes(
engagement)];return+(new Set(parties.map(node=>NODES.country[node]).filter(country=>country>=0&&country<DATA.sides)).size>
1)}),HIDDEN_KINDS=new Set(["pcg:UnnamedParty","pcg:Group"]),kindIs=ids=>Uint8Array.from(NODES.kind,kind=>Number(kind>=0&&
ids.has(TERMS.kind[kind].id))),isUnnamed=kindIs(HIDDEN_KINDS),isOffice=Uint8Array.from(NODES.label,label2=>Number(/^(prime |chief )?(minister|president|governor|ambassador)\b(?!['’]s)/i.
test(label2))),isPerson=kindIs(new Set(["pcg:Person"])),shownIndex,shownFor="";function shownParties(engagement){let key=`${state.
people} ${state.unnamed}`;if(key!==shownFor){let parties=state.people?partyNodes:organisationNodes;shownIndex=buildIndex(
SIZE.engagements,add=>{for(let each=0;each<SIZE.engagements;each+=1)for(let node of parties(each))(state.unnamed||!isUnnamed[node])&&
(state.people||!isPerson[node])&&add(each,node)}),shownFor=key}return shownIndex(engagement)}var MOST_IN_ARCS=110,ROW=36,APART=25,SWEEPS=16,OTHER=4,[PER_ROW,BAND_ROW,HEADING]=[4,48,34];function chooseArcs(nodes,stacks){
let arcs=new Map;if(DATA.sides){for(let{key,country}of nodes){let column=columnOf(country);arcs.set(key,column<0?OTHER:column)}
return arcs}let counts=[0,0];for(let{key}of[...nodes].sort((a,b)=>b.weight-a.weight||a.index-b.index)){let partners=[0,0];
for(let{partyKeys}of stacks)if(partyKeys.includes(key))for(let other of partyKeys)arcs.has(other)&&(partners[arcs.get(other)]+=
1);let free=[0,1].filter(arc=>counts[arc]<Math.ceil(nodes.length/2)),best=free.length<2?free[0]:partners[0]===partners[1]?
+(counts[0]>counts[1]):+(partners[0]>partners[1]);arcs.set(key,best),counts[best]+=1}return arcs}function orderRows(arcs,nodes,stacks){
let rows2=[0,1,2,3,OTHER].map(arc=>nodes.filter(({key})=>arcs.get(key)===arc)),heights=new Map,assign=row=>row.forEach((node,place2)=>heights.
set(node.key,(place2+.5)/row.length));rows2.forEach(assign);let stacksOf=new Map(nodes.map(({key})=>[key,stacks.filter(({
partyKeys})=>partyKeys.includes(key))]));for(let sweep=0;sweep<SWEEPS;sweep+=1){let row=rows2[sweep%2],pull=new Map(row.
map(node=>{let others=stacksOf.get(node.key).flatMap(({partyKeys})=>partyKeys.filter(key=>key!==node.key)),sum3=others.reduce(
(total,key)=>total+heights.get(key),heights.get(node.key));return[node.key,sum3/(others.length+1)]}));row.sort((a,b)=>pull.
get(a.key)-pull.get(b.key)||a.index-b.index),assign(row)}return rows2}function separate(stacks,halfWidth){for(let round2=0;round2<
80;round2+=1){let moved=!1;for(let i=0;i<stacks.length;i+=1)for(let j=0;j<i;j+=1){let a=stacks[i],b=stacks[j],dx=a.x-b.x||
.01*(i-j),dy=a.y-b.y||.01;if(dx*dx+dy*dy>=APART*APART)continue;moved=!0;let distance2=Math.hypot(dx,dy),step=(.5*(APART-
distance2)+.05)/distance2;a.x+=dx*step,a.y+=dy*step,b.x-=dx*step,b.y-=dy*step}for(let stack of stacks)stack.x=Math.min(Math.
max(stack.x,-halfWidth),halfWidth);if(!moved)return}}function placeBand(row,top2,width){row.forEach((node,place2)=>{let inRow=Math.
min(PER_ROW,row.length-Math.floor(place2/PER_ROW)*PER_ROW);Object.assign(node,{labelSide:0,x:((place2%PER_ROW+.5)/inRow-
.5)*width*.8,y:top2+Math.floor(place2/PER_ROW)*BAND_ROW})})}function placeInArcs(nodes,stacks){let arcs=chooseArcs(nodes,
stacks),rows2=orderRows(arcs,nodes,stacks),most=Math.max(rows2[0].length,rows2[1].length,6),height=most*ROW,width=Math.max(
height*.95,400);for(let arc of[0,1])rows2[arc].forEach((node,place2)=>{let u=2*(place2+.5)/rows2[arc].length-1,spread2=rows2[arc].
length/most,side=arc?1:-1;Object.assign(node,{x:side*(width/2)*(.86+.14*Math.sqrt(1-u*u)),y:u*height*Math.max(spread2,Math.
min(1,.5+.5*spread2))/2,labelSide:side})});let bandHeight=row=>row.length?HEADING+Math.ceil(row.length/PER_ROW)*BAND_ROW:
0;placeBand(rows2[2],height/2+30+HEADING,width),placeBand(rows2[3],HEADING-height/2-bandHeight(rows2[3]),width),placeBand(
rows2[OTHER],height/2+30+HEADING+bandHeight(rows2[2]),width);let hasBands=rows2[2].length+rows2[3].length+rows2[OTHER].length>
0;for(let node of nodes)node.arc=arcs.get(node.key);let byKey=new Map(nodes.map(node=>[node.key,node])),degree=new Map(nodes.
map(({key})=>[key,stacks.filter(({partyKeys})=>partyKeys.includes(key)).length]));for(let stack of stacks){let parties=stack.
partyKeys.map(key=>byKey.get(key)).filter(Boolean),weights=parties.map(({key})=>1/(degree.get(key)+1.5)),total=weights.reduce(
(sum3,weight)=>sum3+weight,0),mean=axis=>parties.reduce((sum3,party,place2)=>sum3+party[axis]*weights[place2],0)/total;stack.
x=Math.min(Math.max(mean("x"),-width*.34),width*.34),stack.y=hasBands?Math.min(Math.max(mean("y"),-height/2),height/2):mean(
"y")}return separate(stacks,width*.38),most+Math.round([2,3,OTHER].reduce((total,arc)=>total+bandHeight(rows2[arc]),0)/ROW)}var en_default={ownName:"English",months:"January February March April May June July August September October November D\
ecember",about:"about {0}",probably:"probably {0}",probablyAbout:"probably about {0}",by:"by {0}",since:"since {0}",between:"\
between {0} and {1}",fromTo:"{0} to {1}",decade:"s",dateNotStated:"date not stated",comma:", ",organisation:"organisatio\
n|organisations",engagement:"engagement|engagements",source:"source|sources",voice:"independent voice|independent voices",
step:"step|steps",details:"Details",close:"Close",closeKey:"Close (Esc)",howToRead:"How to read this map",stories:"Stori\
es",allStories:"All stories",storiesAsOf:"As known on {0}",headline:"{0}: {1}",story_set_realised:"{0} done or in progre\
ss",story_set_entered:"{0} signed",story_set_announced:"{0} planned",story_set_prospective:"{0} talked about",story_set_ended:"\
{0} ended",story_set_none:"{0} suspended or without a status",story_event:"Latest event with results",story_event_text:"\
{1}. Its parts and results: {2} ({3}).",story_promise:"Largest promise",story_promise_text:"{1}, planned or signed. Late\
st status: {2}; last mentioned on {3}.{4}",story_promise_undated:"{1}, planned or signed. Latest status: {2}; no source \
of it has a date.{4}",story_others:" In other currencies: {0}.",story_other:"{0} ({1}, {2})",story_silence:"Longest sile\
nce",story_silence_text:"Latest status: {1}; last mentioned on {2}. Not reported as done and silent for years: {3}.",story_money:"\
Sums named, completed and only claimed",story_money_text:"A sum is named for {0}, of which {1} are done or in progress. \
{2} of them are loans, grants, investments or acquisitions; {3} of those are completed.{4}",story_claim:" A sum is only \
claimed for {0}; the largest is {1}, {2}.",story_dispute:"Most disputed",story_dispute_text:"Sources contradict each oth\
er on {1}. Disputed in all: {2}.",story_connected:"Most partners",story_connected_text:"Named together with {1} in {2}: \
{3}.",story_voices:"Most widely reported",story_voices_text:"{1} in {2} report it. Latest status: {3}.",introEngagements:"\
Round and square marks are organisations. The small cards between them are what they do together: agreements, plans, tal\
ks or events. A number on a card says how many there are between the same parties. Select anything to see its details an\
d the passages that support it.",readLine:"The darker the line, the further the engagement has come: pale lines are only\
 planned or talked about.",readWidth:"The wider the line, the more independent voices report it.",readRim:"A dashed card\
 is partly our own reading. A tick: the words of all of it were found at the source.",readSide:"Filled mark: {0}. Ring: \
{1}. Mark with a dot: another country.",readOneSide:"Filled mark: {0}. Mark with a dot: another country.",readShape:"The\
 shape shows the kind of organisation.",readSize:"The larger the mark, the higher its {0}.",readUnnamed:"A dashed outlin\
e is a party that the source does not name.",missing:"Known gaps",methods:"How the data were made",keys:"Keys",keyFind:"\
find",keyClose:"close",keyNext:"next control",keyNextMark:"next mark on the map",keyZoom:"zoom the map",keyMove:"pan the\
 map",background:"background",inferred:"inferred",alleged:"alleged",inferredMeaning:"No source says it in words; it is o\
ur reading",allegedMeaning:"The source itself only alleges it: an accusation, a leak or unnamed persons",backgroundMeaning:"\
Background knowledge of the editors, not from one source",unnamedMeaning:"No source gives the name",unnamed:"unnamed",briefing:"\
Briefing",alsoWritten:"Also known as",noStatus:"no status reported",rank:"rank {0} of {1}",sure:"90 % interval: ranks {0\
}–{1}; in the top {2} in {3} % of draws",sureFalls:"this rank lies outside: it falls in the draws",sureRises:"this ran\
k lies outside: it rises in the draws",otherCountries:"other countries",elsewhere:"elsewhere, or country not known",countryUnknown:"\
country not known",placeInNetwork:"Position in the network",toldBy:"Reported by {0}",steps:"Show only neighbours within",
wholeMap:"Show the whole map",pathTo:"Shortest path to",pathNone:"No path connects the two organisations in the current \
view.",pathShown:"Shortest path, {0}: {1}",pathClear:"Clear path",chooseOrganisation:"Choose an organisation …",more_n:"\
{0} more",measure_degree:"number of partners",measure_strength:"weight of ties",measure_betweenness:"betweenness",measure_pagerank:"\
PageRank",sector:"Sector",place:"Place",number:"Number",amount:"Amount",expected:"Expected",starts:"Starts",ends:"Ends",
aim:"Aim",aims:"Aims",howFar:"Progress",noStep:"No source reports any progress.",openStatuses:"Not reported yet: {0}",dateBounds:"\
earliest {0}, latest {1}",latestBound:"no later than {0}",whoTakesPart:"Parties",noParty:"No party is recorded.",whereSaid:"\
Evidence",noPassage:"No passage is recorded.",openPassage:"open the page at this passage",passage_proved:"The words were\
 found at the source.",passage_moved:"The words were found at the source, at another place.",passage_reflowed:"The words\
 were found at the source, with other spaces or punctuation.",passage_changed:"The words are no longer in the text of th\
e source.","passage_source-gone":"The address of the source no longer answers.","passage_hash-not-checked":"A person rea\
d the words; no machine has compared them with the source yet.","passage_pointer-only":"Only the place is named, which n\
o machine can check.",saidBy:"statement by {0}",tierSource:"{0} source",disputed:"Disputed",believed:"believed",notBelieved:"\
not believed",verdictReason:"Reason:",verdictOpen:"Undecided: no verdict has been given. By default, the better source i\
s believed, then the newer one.",readInto:"Inferred",readIntoText:"Our interpretation; no source states it explicitly: {\
0}.",notKnown:"Unknown",claimed:"{0} claimed, {1} identified",linked:"Related",colon:": ",fullStop:".",noEngagement:"No \
engagement is known.",count_realised:"{0} done or in progress",count_entered:"{0} signed",count_announced:"{0} planned",
count_prospective:"{0} talked about",count_silent:"{0} silent since {1}",count_silentOrEarlier:"{0} silent since {1} or \
earlier",count_ended:"{0} ended",count_none:"{0} suspended or without a status",silentSince:"silent since {0}",disputedChip:"\
disputed",byPaper:"By agreement, event or programme",withoutPaper:"Other engagements",roleThrough:"{0} (through {1})",withWhom:"\
With whom",facts:"Facts",neighbours:"Neighbours and paths",belongsTo:"Belongs to",cameOfIt:"What came of it",showOutcomes:"\
Show only this and what came of it",money_claimed:"claimed",money_paid:"paid",money_signed:"signed",money_promised:"prom\
ised",money_planned:"planned",money_discussed:"talked about",money_value:"value",money_price:"price",moneyInferred:"{0},\
 inferred",alsoGiven:"Also given",hiddenBy:"Hidden at present by these settings: {0}.",hiddenSmall:"Not on the map at pr\
esent, which shows only the largest organisations.",oneSided:"{0} with one side only",hiddenOneSided:"Not on the map at \
present, because only one side takes part.",hiddenPast:"no longer believed",showIt:"Show it",quotation:"Quotation",proves:"\
Proves “{0}”",provesItself:"Proves that it exists and what it is",readThere:"The words can be read at the source.",place_paragraph:"\
paragraph {0}|paragraphs {0}",place_characters:"characters {0}|characters {0}",place_item:"list item {0}|list items {0}",
place_record:"record {0}|records {0}",place_section:"section {0}|sections {0}",place_page:"page {0}|pages {0}",place_opening:"\
opening",place_body:"body of the text",place_title:"title",place_caption:"caption",place_last:"last paragraph",passageShort_proved:"\
words found",passageShort_moved:"words found",passageShort_reflowed:"words found",passageShort_changed:"words no longer \
at the source","passageShort_source-gone":"source gone","passageShort_hash-not-checked":"not yet checked","passageShort_\
pointer-only":"place named only",pageHas:"still on the page on {0}",pageLacks:"no longer on the page on {0}",knownSince:"\
Known since {0}",knownAlways:"Known since the beginning of the record",noLonger:"No longer believed since {0}",notYet:"N\
ot yet known on the chosen date",wasBelieved:"Believed from {0} to {1}",dayAlways:"the beginning",form:"Form",notThen:"n\
ot believed on the chosen date",tieFrom:"tie derived from it|ties derived from it",unnamedParty:"unnamed party",link_covers:"\
covers","link_is covered by":"is covered by","link_led to":"led to","link_came of":"resulted from",link_during:"during",
"link_had during it":"included","link_part of":"part of","link_has part":"has part",link_delivers:"delivers",link_uses:"\
uses","link_said by":"said by",link_representative:"representative",link_precedes:"precedes",link_follows:"follows","wha\
t_the same elsewhere":"Same as",copyTurtle:"Copy as Turtle",copySparql:"Copy as SPARQL",copyCitation:"Copy citation",citedFact:"\
Fact to cite",copyLink:"Copy link",takeAway:"Copy or cite",copied:"Copied.",copyByHand:"The browser blocked copying. The\
 text is selected: press Ctrl+C or ⌘C.",copiedText:"Text to copy",citeAsOf:"as of {0}",skip:"Skip to the table",views:"\
View",engagements:"Engagements",find:"Find an organisation, a deal, a topic or a question",findHint:"Names, topics, ques\
tions",found:"Search results",notFound:"Nothing contains “{0}”.",findWithin:"Find in {0}",findHintWithin:"Find in {0\
}",foundInstead:"Nothing contains “{0}”. Results for “{1}”:",foundPartly:"Nothing contains all of “{0}”. Closest\
 results:",didYouMean:"Did you mean “{0}”?",askedAs:"Understood:",askedNot:"not understood: {0}",askedWithout:"Ask w\
ithout “{0}”",askedMeans:"What “{0}” means",askedClose:"Close the question",mayMean:"“{0}” may mean:",cannotSay:"\
This graph cannot say that ({0}). Nearest:",hasNoRows:"This graph has nothing for that ({0}). Nearest:",by_year:"Engagem\
ents by year",by_province:"Engagements by province",by_town:"Engagements by town",by_place:"Engagements by place",by_sector:"\
Engagements by sector",by_country:"Engagements by country of the parties",by_near:"Engagements by organisation",by_party:"\
Parties",by_source:"Sources",numbers:"Numbers",numbersSeveral:"An engagement may count in several rows.",numbersOf:"{0} \
match the filters; {1} of them are counted here.",answerRows:"Only rows with {0}.",aboutOnly:"Shown is what the question\
 is about: this page does not hold its rows. In a terminal: {0}",notHere:"This page does not hold the answer to “{0}”. I\
n a terminal: {1}",ranking:"Ranking",order_money:"largest sums first",order_latest:"latest first",order_first:"earliest \
first",showMention:"Show the {0} that mentions “{1}”",showMentions:"Show all {0} that mention “{1}”",showCombined:"\
Show {0}: {1}",found_node:"Organisations and people",found_engagement:"Deals and other engagements",found_term:"Topics",
found_question:"Questions",foundBy:"{0}: {1}",foundBy_party:"Party",foundBy_source:"Source",topic_sector:"Sector",topic_type:"\
Type",topic_form:"Form",topic_country:"Country",topic_kind:"Kind of organisation",topic_set:"Progress",topic_mark:"Findi\
ng",topic_status:"Status",topic_role:"Role",row:"row|rows",question:"Question",answerDay:"This answer is about what was \
known on {0}, and not on {1}.",answerFilters:"Filters do not change this answer.",answerFor:"Asked for {0}.",answerEmpty:"\
Nothing in the data answers this question.",answerFirst:"; the first {0} are shown.",answerAll:"All of them:",columns:"L\
eft: {0}. Right: {1}.",columnsBelow:"Below: {0}.",columnsAbove:"Above: {0}.",columnsFree:"Left and right mean nothing: p\
artners stand opposite each other.",backTo:"Back to “{0}”",group_form:"Form of agreement",smallWords:"a an and are a\
t between by connected did do does for from how in is of on or the their to was were what which who whom with",period_since:"\
since from",period_after:"after",period_until:"until till to",period_before:"before",column_lastReported:"Last reported",
column_engagement:"Engagement",column_status:"Status",column_reached:"Reached",column_memorandum:"Memorandum",column_before:"\
Before",column_signed:"Signed",column_relation:"Relation",column_after:"After",column_minDays:"Days, at least",column_maxDays:"\
Days, at most",column_event:"Event",column_claimed:"Claimed",column_identified:"Identified",column_source:"Source",column_achieved:"\
Achieved",column_aimed:"Aimed",column_by:"Shown by",column_leftOutOf:"Left out of",column_measure:"Measure",column_outcome:"\
Outcome",column_perhaps:"Perhaps more",column_reason:"Reason",column_silentSince:"Silent since",column_since:"Since",column_together:"\
Together",column_within:"Within",column_currency:"Currency",column_funder:"Funder",column_recipient:"Recipient",column_funding:"\
Funding",column_amount:"Amount",column_atLeast:"At least",column_atMost:"At most",column_per:"Per",column_prices:"Price \
year",column_committed:"Committed",column_paid:"Paid",column_difference:"Difference",column_year:"Year",column_basis:"Ba\
sis",column_total:"Total",column_engagements:"Engagements",column_subject:"Subject",column_property:"Property",column_value:"\
Value",column_values:"Values",column_otherValue:"Other value",column_otherSource:"Other source",column_believed:"Believe\
d",column_verdict:"Verdict",column_party:"Party",column_voices:"Voices",column_sources:"Sources",column_talks:"Talks",column_agreement:"\
Agreement",column_kind:"Kind",column_date:"Date",column_trainer:"Trainer",column_unit:"Unit",column_stage:"Stage",column_quantity:"\
Number",column_programme:"Programme",column_builder:"Builder",column_asset:"What is built",column_expected:"Expected",column_sector:"\
Sector",column_visitor:"Visitor",column_host:"Host",column_visit:"Visit",language:"Language",save:"Save",savePng:"Image \
(PNG)",saveSvg:"Vector image (SVG)",saveCsv:"Engagements (CSV)",saveAnswer:"This answer (CSV)",savePdf:"Page for print (\
PDF)",saveParties:"Parties (CSV)",copyEmbed:"Copy code to embed",embedBeside:"Code copied. It expects the file {0} besid\
e your page.",openWhole:"Open the whole page",leftOut:"and {0} more: see the page",dataAsOf:"data as of {0}",labelled:"{\
0}: {1}",semicolon:"; ",orWord:" or ",quoted:"“{0}”",andOutcomes:"“{0}” and what came of it",within:"within {0} \
of {1}",shortestPath:"shortest path",selected:"selected",readNumber:"A number on a card counts the engagements between t\
he same parties.",help:"Stories",linkCopied:"Link copied.",linkByHand:"The browser blocked copying. Copy the address fro\
m the address bar.",legend:"Legend and filters",filters:"Filters",filtersSet:"Filters ({0})",hint:"Filter",showAll:"Show\
 all",mapLabel:"Map. Arrow keys move from mark to mark, Enter opens one.",zoom:"Zoom",zoomIn:"Zoom in",zoomOut:"Zoom out",
fit:"Show the whole map",of:"{0} of {1}",asOfDay:"as known on {0}",nothingLeft:"No results match these filters.",nothingYet:"\
Nothing to show yet.",group_type:"Engagement",group_set:"Progress",group_country:"Country",group_kind:"Kind of organisat\
ion",group_sector:"Sector",group_tier:"Best source",group_status:"Status",group_place:"Place",precision_site:"a site",precision_district:"\
a district",precision_town:"a city or town",precision_province:"a whole province",precision_country:"a whole country",precision_none:"\
not located",happens_meetings:"{0} meetings",happens_papers:"{0} papers",happens_work:"{0} on work",chart_where:"Where",
chart_where_head:"{0} of {1} name a place nearer than a country; {2} has most: {3}",chart_where_none:"No place in what i\
s shown",chart_where_what:"Engagements at the nearest places that the sources name. Circle: a city or town, with its dis\
tricts; diamond: a site; dashed ring: a whole province, drawn in its middle. The full part is work, the pale part meetin\
gs and papers. A line joins two places that engagements name together.",chart_where_not:"Do not conclude that much is bu\
ilt where many engagements are: papers are signed and people meet in capitals, and many sources name no place.",whereCountries:"\
Only a country is named",whereBeyond:"Beyond the maps",whereNone:"Not on a map",wherePlaceless:"No place is named",whereLine:"\
{0} and {1}, named together: {2}",wherePlace:"{0}, {1}: {2} ({3})",whereCoordinates:"Coordinates: {0}",whereBorders:"Bor\
ders: Natural Earth, as they are held on the ground. They are no statement of this project.",group_evidence:"Evidence",group_picture:"\
Display",sizeBy:"Mark size",atLeast:"at least {0}",switch_unnamed:"Unnamed parties and groups",time:"Time",asOf:"As know\
n on",asOfLong:"What was known on a given date",asOfTyped:"Type a day to see what was known on it",noDate:"“{0}” is no d\
ate: write it like 2019-12-31, 2019-12 or 2019.",now:"now",tableEngagements:"Engagements in view",earlierRows:"Show the \
previous {0}",moreRows:"Show {0} more of {1}",andMore:"and {0} more",boardRows:"Rows",rows_party:"Parties",rows_paper:"P\
apers and programmes",boardSort:"Sort by",sort_silence:"Silence",sort_size:"Size",sort_name:"Name",boardLabel:"Promises,\
 row by row",boardHint:"The up and down arrow keys move between rows, left and right between bars. Enter opens the row o\
r the bar.",promisedDone:"{0} kept or begun",occasion:"event, visit or talk|events, visits and talks",occasionMeaning:"E\
vents, visits and talks promise nothing themselves. What came of them is counted on its own.",promise:"promise|promises",
otherEngagement:"other engagement|other engagements",story_promise_kept:"{0} kept",story_promise_begun:"{0} begun",story_promise_signed:"\
{0} signed",story_promise_open:"{0} open",story_promise_silent:"{0} silent",story_promise_stopped:"{0} stopped",promise_kept:"\
kept",promise_begun:"begun",promise_signed:"signed",promise_open:"open",promise_silent:"silent",promise_stopped:"stopped",
promise_occasion:"events, visits and talks",promiseMeaning_kept:"Reported as completed or in operation, under its own na\
me or another.",promiseMeaning_begun:"Work is reported as under way.",promiseMeaning_signed:"Signed, and nothing further\
 is reported yet.",promiseMeaning_open:"Discussed or planned, and nothing further is reported yet.",promiseMeaning_silent:"\
Planned or signed, and not reported for years.",promiseMeaning_stopped:"Suspended, cancelled or expired.",otherMeaning:"\
What was never open as a promise, such as work that is only reported as done.",group_promise:"Promise",topic_promise:"Pr\
omise",voicedStatuses:"Two independent voices state the current status of {0} of {1}.",lastReported:"last reported {0}",
sinceWhen:"Since",nextStep:"Next",outcome:"Outcome",how_result:"as a result",how_part:"in part",wentOnAs:"Went on as",stoppedResults:"\
Stopped results",silentLabel:"Silent since",searched:"searched on {0} without result",openingOnly:"its sources were read\
 to the opening only",promiseLabel:"Promise",togetherWith:"counted with",totalsLeaveOut:"These totals leave sums out:",noPartyNamed:"\
No party named",noPaper:"Part of no paper or programme",undated:"undated",moreBars:"Show {0} more",boardRow:"row|rows",boardRest:"\
Not shown: {0}, with {1} that are in no shown row.",notStated:"not stated",col_matter:"Engagement",col_status:"Status",col_date:"\
Date",col_sector:"Sector",col_voices:"Voices",col_type:"Type",col_parties:"Parties",col_money:"Money",view_map:"Map",view_board:"\
Promises",view_table:"Table",lasso:"Draw a line around organisations to see only these",group_mark:"Also",mark_silent:"s\
ilent for years",mark_inferred:"partly inferred",mark_disputed:"disputed",mark_proved:"words found at the source",mark_oneVoice:"\
at most one independent voice",mark_opening:"read to the opening only",trust:"Of {0}: ",trustPart:"{0} {1}",trust_proved:"\
proved",trust_oneVoice:"one voice at most",trust_inferred:"partly inferred",trust_opening:"read to the opening only",also_mark_proved:"\
proved; proof; evidence; verified; unverified; passage; checked",also_type_Agreement:"sign; signs; signed; signing",switch_people:"\
People as marks of their own",switch_proved:"Only what is proved",switch_voiced:"Only what two voices state",condition_asOf:"\
date",condition_period:"months",condition_voices:"independent voices",condition_text:"text",condition_event:"event",condition_only:"\
chosen organisations",condition_not:"left out",condition_neighbourhood:"neighbours",dropFilter:"Drop “{0}”: {1}",removeFilter:"\
Remove the filter “{0}”",filterAdds:"This filter adds to the others: {0}",keyBanner:"{0} of {1}: the largest that fi\
t, with {2} of {3}.",smaller:"{0} with smaller organisations",notDrawn:"Engagements not drawn: {0}.",fewer:"{0} in small\
er bundles between groups",grouped:"organisations in groups",groupBanner:"{0}, more than fit: those of a side are groupe\
d by kind, others by country. A click opens a group.",groupOpen:"Open group",groupClose:"Close the group “{0}”",groupOpens:"\
click to open",groupCloses:"click to close the group",groupRest:"{0} smaller groups",groupRemainder:"{0} smaller: {1}",groupOthers:"\
smaller groups",showLargest:"Only the largest",releasePins:"Put moved marks back",play:"Play: show how the picture grew",
pause:"Pause",months_of:"Months",monthsLong:"Engagements with a step that may fall in these months; undated engagements \
are excluded",fromMonth:"From month",toMonth:"To month",badAddress:"The address of this page holds something unknown, wh\
ich was left out: {0}",unnamedBanner:"{0} without a named party",showUnnamed:"Show unnamed parties",view_analyse:"Analys\
e",chartLabel:"Chart: {0}. The arrow keys lead from mark to mark, Enter opens the engagements behind one.",chartSave:"Sa\
ve “{0}” as {1}",chartOnly:"Only this, in all charts",chartNothing:"Nothing to show.",chartMost:"Nothing to show her\
e. Most is reported of:",chart_outcomes:"Outcomes",chart_outcomes_head:"Of {0}, {1} are kept, {2} begun and {3} silent",
chart_outcomes_none:"No promise in what is shown",chart_outcomes_what:"Promises by the year of their first reported step\
, and what is known to have become of them. “No year”: the dates leave more than one year possible.",chart_outcomes_not:"\
Do not conclude that recent promises fare better: nothing can be silent before years have passed without a report.",noYear:"\
no year",kind_signed:"signed",kind_begun:"begun",kind_ended:"ended",chartBy:"Rows:",chartWhat:"Count:",chartPair:"Organi\
sation",chartAgainst:"beside it",chartAll:"all",chart_by_none:"signed, begun, ended",chart_by_type:"class",chart_by_sector:"\
sector",chart_by_organisation:"organisation",chart_by_outcome:"outcome",chart_what_signed:"signed",chart_what_begun:"beg\
un",chart_what_ended:"ended",chart_time:"Over time",chart_time_part:"{0} {1}",chart_time_most:"most {0} in {1}: {2}",chart_time_none:"\
Nothing signed, begun or ended in what is shown",chart_time_what:"How many engagements were first reported signed, under\
 way or in use, and completed or ended in each year. Talks, visits and events are left out. A bar above a line is one or\
ganisation, a bar below it the other. “No year”: the dates leave more than one year possible.",chart_time_not:"Do no\
t conclude that activity grew as the bars do: recent years are reported more, and a low last year is not over yet.",sum:"\
sum|sums",chartCurrency:"Currency:",chart_money:"Money",chart_money_committed:"{0} committed",chart_money_paid:"{0} paid",
chart_money_left:"{0} in no total, the largest {1}",chart_money_uncounted:"No sum in {0} has a funder and a status that \
sources state",chart_money_none:"No sum in this currency in what is shown",chart_money_axis:"In no total: one ring is on\
e sum, on a logarithmic axis, by the reason",chart_money_what:"What each funder committed and paid, by the year of the f\
irst such step, where sources state funder, sum and status. A ring is committed, a filled circle paid; what is paid is c\
ommitted, too. Areas show the amounts. They count as they are known at the end of the data.",chart_money_not:"Do not add\
 funders, or what is in no total: one loan may stand behind two sums, and most sums lack a funder or a status.",partner:"\
partner|partners",chartMeasure:"Measure",chartNetwork:"Network",chartBeside:"Beside it",chartNothingBeside:"nothing",chartAllTies:"\
all relations",chartEndOf:"as known at the end of {0}",chart_ranking:"Ranking",chart_ranking_first:"{0} is first, with {\
1}; how sure that is is not computed here",chart_ranking_sure:"{0} is first, and no other interval reaches rank 1",chart_ranking_unsure:"\
{0} is first, but its rank is not sure; the intervals of {1} others reach rank 1",chart_ranking_two:"{0} is first in “{1\
}”, {2} in “{3}”; {4} of {5} are in both lists",chart_ranking_none:"No ties of this kind in what is shown",chart_ranking_whole:"\
This measure is only computed for everything: remove the filters, or count partners",chart_ranking_rests:"{0} of {1} on \
one voice",chart_ranking_rank:"rank {0}",chart_ranking_interval:"90 % interval {0} to {1}",chart_ranking_filtered:"The i\
ntervals are those of all relations without filters, and so none are drawn.",chart_ranking_without:"This page has no int\
ervals; the page that pcgraph build writes has them.",chart_ranking_what:"Organisations by their number of partners or a\
nother measure. The dot is the rank, the bar its 90 % interval if other sources had been found, on a logarithmic axis. U\
nder each name stands what the rank rests on.",chart_ranking_not:"Do not conclude that a rank is influence: it counts wh\
at sources report, and names that are often in the news lead.",tie:"tie|ties",timeline:"Timeline",timelineBy:"Group by",
timeline_partner:"Partner",timeline_sector:"Sector",others_partner:"Other partners, one engagement each",others_sector:"\
Other sectors, one engagement each",no_partner:"No partner named",no_sector:"No sector",lifeKey:"How to read the bars",life_vague:"\
began at some time in these days",life_by:"began by this day",life_after:"no report since",life_silent:"silent for years",
life_went:"a result went further",lifeUndated:"Not drawn, because no day is known: {0}",watch:"Watch",watchThing:"Watch \
{0}",watchStop:"Stop watching {0}",watchList:"Watch list",watchHint:"The page says what is new, changed or withdrawn in \
what you watch: organisations, engagements, questions, and sectors and places chosen in the legend. Only this browser ke\
eps the list.",watchRefused:"This browser does not let the page keep a watch list.",watchSince:"Since your last visit (d\
ata of {0}): ",watchNone:"Nothing has changed in what you watch since your last visit (data of {0}).",watchNew:"{0} new",
watchChanged:"{0} changed",watchGone:"{0} withdrawn",watchSeen:"Mark as seen",watchLeft:"no longer part of",watchLost:"n\
o longer in the data"};var STRINGS={en:en_default,...JSON.parse(document.getElementById("words")?.textContent||"{}")};var RIGHT_TO_LEFT=new Set(["ur"]),language=()=>state.language,interfaceLanguage=()=>language()in STRINGS?language():"en",
fillPlaceholders=(text,values)=>text.replace(/\{(\d)\}/g,(_,index)=>values[index]??"");function languageName(code2){let texts=STRINGS[code2];
if(texts)return texts.ownName;try{return new Intl.DisplayNames([code2],{type:"language"}).of(code2)}catch{return code2}}
function translate(key,...values){return fillPlaceholders(STRINGS[interfaceLanguage()][key]??STRINGS.en[key]??key,values)}
var formatNumber=value=>numbers.format(Number.isInteger(value)?value:Number(value.toPrecision(4))),numbers=new Intl.NumberFormat(
"en");function pluralise(count,key){let forms=translate(key).split("|");return`${formatNumber(count)} ${forms[count===1?
0:forms.length-1]}`.replace(/ (?=[\u4e00-\u9fff])/,"")}function termLabel(group,index){let entry=index>=0?TERMS[group][index]:
null,translation=entry&&STRINGS[interfaceLanguage()][`${group}_${localName(entry.id)}`];return translation||(entry?entry.
labels&&entry.labels[language()]||entry.label:"")}var termMeaning=(group,index)=>index>=0&&TERMS[group][index].meaning||
"",localName=curie=>curie.slice(curie.indexOf(":")+1),capitalise=text=>text.charAt(0).toUpperCase()+text.slice(1);function localisedLabel(table,row){
let translation=language()!=="en"&&table.labels[row]?table.labels[row][language()]:"";return translation?{text:translation,
lang:language()}:{text:table.label[row]||table.iri[row],lang:""}}function nodeName(node){let kind=NODES.kind[node];return kind>=
0&&localName(TERMS.kind[kind].id)==="UnnamedParty"&&interfaceLanguage()!=="en"?{text:translate("unnamedParty"),lang:interfaceLanguage()}:
localisedLabel(NODES,node)}var engagementTitle=engagement=>localisedLabel(ENGAGEMENTS,engagement);function nameOfId(id){
let[node,engagement,term]=[findNode(id),findEngagement(id),findTerm(id)];return node>=0?nodeName(node).text:engagement>=
0?engagementTitle(engagement).text:term?termLabel(term.group,term.index):""}function nodeMapName(node){let{text,lang}=nodeName(
node);return lang?text:NODES.short[node]||text}var isRightToLeft=text=>/^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(
text);function el(tag,attributes,...children){let element=document.createElement(tag);for(let[name2,value]of Object.entries(attributes||
{}))value==null||value===!1||element.setAttribute(name2,value===!0?"":value);return element.append(...children.filter(child=>child!=
null&&child!==""&&child!==!1)),element}function button(attributes,action,...children){let element=el("button",{type:"but\
ton",...attributes},...children);return element.addEventListener("click",action),element}function svg(tag,attributes,...children){
let element=document.createElementNS("http://www.w3.org/2000/svg",tag);for(let[name2,value]of Object.entries(attributes))
element.setAttribute(name2,value);return element.append(...children),element}var bdi=(text,lang)=>el("bdi",{lang:lang||null},
text);function nameElement(node){let{text,lang}=nodeName(node);return bdi(text,lang)}function link(address,text){return/^https?:\/\//i.
test(address||"")?el("a",{href:address,rel:"noopener noreferrer",target:"_blank"},text||address):document.createTextNode(
text||address||"")}var SIDE_STYLES={0:{},1:{ring:.42},2:DATA.sides?{dot:.36}:{},3:{ring:.2},ink:{},blank:{ring:.2,dash:[.42,.34]}},SHAPES=(()=>{
let polygon=(corners,turn,radius)=>"M"+Array.from({length:corners},(_,corner)=>{let angle=(turn+360*corner/corners)*(Math.
PI/180);return`${(radius*Math.cos(angle)).toFixed(4)},${(radius*Math.sin(angle)).toFixed(4)}`}).join("L")+"Z",circle="M1\
,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z";return{circle,blank:circle,square:"M-.62,-.88H.62Q.88,-.88 .88,-.62V.62Q.88,.88 .62,.8\
8H-.62Q-.88,.88 -.88,.62V-.62Q-.88,-.88 -.62,-.88Z",diamond:polygon(4,0,1.14),pentagon:polygon(5,-90,1.1),hexagon:polygon(
6,0,1.06),octagon:polygon(8,22.5,1.03),triangle:polygon(3,-90,1.24),drop:polygon(3,90,1.24),cross:"M-.4,-1H.4V-.4H1V.4H.\
4V1H-.4V.4H-1V-.4H-.4Z"}})(),SHAPE_BY_KIND={Company:"circle",Ministry:"square",PublicBody:"diamond",DiplomaticMission:"p\
entagon",FinancialInstitution:"hexagon",University:"triangle",Person:"drop",Group:"cross",UnnamedParty:"blank"},ICONS={Agreement:"\
M-.55,-.8H.55V.8H-.55ZM-.28,-.4H.28M-.28,-.05H.28M-.3,.5Q-.1,.2 0,.45T.3,.4",Talks:"M-.85,-.6H.85V.4H-.1L-.5,.8V.4H-.85Z",
Event:"M-.75,-.55H.75V.75H-.75ZM-.75,-.15H.75M-.4,-.85V-.4M.4,-.85V-.4",Visit:"M-.85,0H.8M.25,-.55L.8,0L.25,.55",Coordination:"\
M.15,0A.5,.5 0 1 1 -.85,0A.5,.5 0 1 1 .15,0ZM.85,0A.5,.5 0 1 1 -.15,0A.5,.5 0 1 1 .85,0Z",Funding:"M.8,0A.8,.8 0 1 1 -.8\
,0A.8,.8 0 1 1 .8,0ZM0,-.45V.45",TrainingProgramme:"M0,-.65L.95,-.15L0,.35L-.95,-.15ZM-.5,.1V.55Q0,.85 .5,.55V.1",Centre:"\
M-.75,.75V-.1L0,-.75L.75,-.1V.75ZM-.2,.75V.2H.2V.75",Initiative:"M-.55,.9V-.8H.65L.3,-.4L.65,0H-.55"},ICON_BY_TYPE={Project:"\
Initiative",Loan:"Funding",Grant:"Funding",Investment:"Funding",Acquisition:"Funding"},STRENGTH_BY_SET={realised:1,entered:.66,
ended:.45,announced:.32,prospective:.24,none:.18},setStrength=set=>set<0?.5:STRENGTH_BY_SET[TERMS.set[set].id]??.5,relationTone=relation=>TERMS.
relation[relation]?.tone??0,typeTone=type=>TERMS.type[type]?.tone??0,TONES=8,kindShape=kind=>kind<0?"octagon":SHAPE_BY_KIND[localName(
TERMS.kind[kind].id)]||"octagon",countrySide=country=>country<0?3:country<Math.min(DATA.sides,2)?country:2,lineWidth=voices=>2+
1.1*Math.min(Math.max(voices-1,0),4);function typeIcon(type){let name2=type<0?"":localName(TERMS.type[type].id);return ICONS[ICON_BY_TYPE[name2]||
name2]||ICONS.Initiative}function lineSwatch({relation=-1,set=-1,width=3}){let line=svg("line",{x1:1,x2:27,y1:7,y2:7,class:`\
tone-${relation<0?"ink":relationTone(relation)}`,"stroke-width":width,"stroke-opacity":set<0?1:setStrength(set)});return svg(
"svg",{class:"swatch",width:28,height:14,viewBox:"0 0 28 14","aria-hidden":"true"},line)}function nodeSwatch({kind=null,
country=null}){let shape=kind===null?"circle":kindShape(kind),side=shape==="blank"?"blank":country===null?"ink":countrySide(
country),{ring,dot,dash}=SIDE_STYLES[side],mark=svg("path",{d:SHAPES[shape],class:`side-${side==="blank"?3:side}${ring?"\
 ring":""}`});return ring&&(mark.setAttribute("transform",`scale(${1-ring/2})`),mark.setAttribute("stroke-width",ring/(1-
ring/2))),dash&&mark.setAttribute("stroke-dasharray",dash.join(" ")),svg("svg",{class:"swatch",width:18,height:18,viewBox:"\
-1.4 -1.4 2.8 2.8","aria-hidden":"true"},mark,...dot?[svg("circle",{r:dot,class:"dot"})]:[])}function typeSwatch(type){return svg(
"svg",{class:"swatch",width:18,height:18,viewBox:"-1.4 -1.4 2.8 2.8","aria-hidden":"true"},svg("path",{d:typeIcon(type),
class:`sign tone-${typeTone(type)}`}))}var colours={};function readColours(){let probe=document.body.appendChild(el("span")),get=name2=>(probe.style.color=`var\
(--${name2})`,getComputedStyle(probe).color);colours={font:getComputedStyle(document.body).fontFamily};for(let name2 of[
"paper","card","well","ink","soft","hair","accent"])colours[name2]=get(name2);for(let tone=0;tone<=TONES;tone+=1)colours[`\
tone-${tone}`]=get(`tone-${tone}`);for(let side=0;side<4;side+=1)colours[`side-${side}`]=get(`side-${side}`);probe.remove()}
function onPaper(action){document.documentElement.classList.add("on-paper"),readColours();try{return action()}finally{document.
documentElement.classList.remove("on-paper"),readColours()}}var stripControls=text=>text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g,""),normalise=text=>stripControls(
text).normalize("NFKD").replace(/\p{M}/gu,"").toLowerCase();var WORD=/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu,UNSPACED=/([\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]+)/u,
URDU_LETTERS={ي:"ی",ى:"ی",ك:"ک",ه:"ہ",ة:"ہ"},fold=word=>normalise(word.replace(/['’]s$/,"")).replace(/['’]/g,
"").replace(/[\u0643\u0647\u0629\u0649\u064a]/g,letter=>URDU_LETTERS[letter]);function spelledWords(text,isQuery=!1){let found=[];
for(let spelling of text.match(WORD)||[]){if(/^[A-Za-z0-9]+$/.test(spelling)){found.push([spelling.toLowerCase(),spelling]);
continue}let word=fold(spelling);for(let part of word.split(UNSPACED)){let letters=[...part];if(!UNSPACED.test(part)||letters.
length===1)found.push([part,spelling]);else{let pairs=letters.map((letter,place2)=>letter+(letters[place2+1]||""));for(let pair of isQuery?
pairs.slice(0,-1):pairs)found.push([pair,spelling])}}}return found.filter(([word])=>word)}var tokenise=text=>spelledWords(
text).map(([word])=>word),queryWords=text=>spelledWords(text,!0).map(([word])=>word),isUnspaced=word=>UNSPACED.test(word),
smallWords=new Set(Object.values(STRINGS).flatMap(texts=>queryWords(texts.smallWords||""))),isSmall=word=>smallWords.has(
word);function spellingDistance(a,b){let rows2=[Array.from({length:b.length+1},(_,place2)=>place2)];for(let i=1;i<=a.length;i+=
1){rows2[i]=[i];for(let j=1;j<=b.length;j+=1){let replaced=rows2[i-1][j-1]+(a[i-1]===b[j-1]?0:1);rows2[i][j]=Math.min(rows2[i-
1][j]+1,rows2[i][j-1]+1,replaced),i>1&&j>1&&a[i-1]===b[j-2]&&a[i-2]===b[j-1]&&(rows2[i][j]=Math.min(rows2[i][j],rows2[i-
2][j-2]+1))}}return rows2[a.length][b.length]}var PLACES=TERMS.place,SMALL=new Set(["site","district"]);function placesAround(place2){let found=[];for(let at2=place2;at2>=
0&&!found.includes(at2);at2=PLACES[at2].broader)found.push(at2);return found}var cityOf=place2=>SMALL.has(PLACES[place2].
precision)?placesAround(place2).slice(1).find(each=>PLACES[each].precision==="town")??-1:-1,isCountry=place2=>PLACES[place2].
precision==="country",countryOf=place2=>placesAround(place2).find(isCountry)??-1;function countPlaces(engagements){let found=new Map;
for(let engagement of engagements){let named=ENGAGEMENTS.places[engagement],wider=new Set(named.flatMap(place2=>placesAround(
place2).slice(1))),nearest3=named.filter(place2=>!wider.has(place2));for(let place2 of new Set(nearest3.flatMap(each=>[each,
cityOf(each)])))place2>=0&&found.set(place2,[...found.get(place2)??[],engagement])}let count=(list4,what)=>list4.filter(
engagement=>TERMS.type[ENGAGEMENTS.type[engagement]]?.happens===what).length;return[...found].map(([place2,list4])=>({place:place2,
city:cityOf(place2),engagements:list4,meetings:count(list4,"meetings"),papers:count(list4,"papers"),work:count(list4,"wo\
rk")})).sort((a,b)=>b.engagements.length-a.engagements.length||(PLACES[a.place].id<PLACES[b.place].id?-1:1))}function countLines(engagements,counts){
let marksOf=new Map,lines2=new Map;for(let{place:place2,engagements:list4}of counts)for(let each of list4)marksOf.set(each,
[...marksOf.get(each)??[],place2]);for(let engagement of engagements){let ends=marksOf.get(engagement);if(ends?.length!==
2)continue;let key=ends.sort((a,b)=>a-b).join(" ");lines2.has(key)||lines2.set(key,{ends,engagements:[]}),lines2.get(key).
engagements.push(engagement)}return[...lines2.values()]}var LEAST=5,EDGE=.09,project=([latitude,longitude])=>[longitude,
-Math.log(Math.tan(Math.PI/4+Math.min(80,Math.max(-80,latitude))*Math.PI/360))*(180/Math.PI)];function frameOf(points){return[
0,1].map(axis=>{let all=points.map(point=>point[axis]),[low,high]=[Math.min(...all),Math.max(...all)],edge=Math.max((high-
low)*EDGE,(LEAST-(high-low))/2,.6);return[low-edge,high+edge]}).reduce(([left,right],[top2,bottom])=>[left,top2,right,bottom])}
function arrangeMaps(){let located=PLACES.flatMap(({at:at2},place2)=>at2?[place2]:[]),point=place2=>project(PLACES[place2].
at),own=TERMS.country.slice(0,DATA.sides).map(({id})=>PLACES.findIndex(each=>each.id===id)).filter(side=>side>=0).map(side=>located.
filter(place2=>countryOf(place2)===side)),maps=(own.some(list4=>list4.length)?own:[located]).filter(list4=>list4.length).
map(list4=>({places:new Set(list4),frame:frameOf(list4.map(point))})),taken=new Set(maps.flatMap(({places})=>[...places]));
for(let place2 of located.filter(each=>!taken.has(each))){let[x,y]=point(place2);maps.find(({frame:[left,top2,right,bottom]})=>x>
left&&x<right&&y>top2&&y<bottom)?.places.add(place2)}return maps}function clip(ring,[left,top2,right,bottom]){return[[0,
left,1],[0,right,-1],[1,top2,1],[1,bottom,-1]].reduce((points,[axis,limit,side])=>points.flatMap((point,at2)=>{let before2=points.
at(at2-1),isIn=each=>(each[axis]-limit)*side>=0,share=(limit-before2[axis])/(point[axis]-before2[axis]);return[...isIn(point)!==
isIn(before2)?[before2.map((value,along)=>value+share*(point[along]-value))]:[],...isIn(point)?[point]:[]]}),ring)}function spread(circles,[
width,height]){let placed=[];return circles.map(([x,y,r])=>{let isFree=([a,b])=>a>r&&b>r&&a<width-r&&b<height-r&&placed.
every(([c,d,other])=>Math.hypot(a-c,b-d)>=r+other+1),best=[x,y];for(let far=0,found=!1;!found&&far<240;far+=3)for(let turn=0;!found&&
turn<(far?20:1);turn+=1){let spot=[x+far*Math.cos(turn*.314),y+far*Math.sin(turn*.314)];isFree(spot)&&([best,found]=[spot,
!0])}return placed.push([...best,r]),best})}var sectorsOf=buildIndex(SIZE.engagements,add=>ENGAGEMENTS.sectors.forEach((sectors,engagement)=>{let withBroader=new Set,
addWithBroader=sector=>{if(sector<0||withBroader.has(sector))return;withBroader.add(sector);let{broader=-1,also_broader:others=[]}=TERMS.
sector[sector];[broader,...others].forEach(addWithBroader)};sectors.forEach(addWithBroader);for(let sector of withBroader)
add(engagement,sector)})),flagsOf=holds=>Uint8Array.from(ENGAGEMENTS.iri,(_,engagement)=>Number(holds(engagement))),inferred=flagsOf(
hasInference),proved=flagsOf(hasProof);function promiseOf(engagement){let{promise,state:found}=conclusionOn(engagement,state.
asOf),name2=promise===engagement?found:ENGAGEMENTS.occasion[engagement]?"occasion":"";return name2?[TERMS.promise.findIndex(
({id})=>id===name2)]:[]}function termsOf(group,engagement){let parties=()=>ENGAGEMENTS.parties[engagement].map(([,node])=>node).
filter(node=>node>=0);switch(group){case"type":return[ENGAGEMENTS.type[engagement]];case"set":return[statusSetOn(engagement,
state.asOf)];case"form":return[ENGAGEMENTS.form[engagement]];case"status":return[statusOn(engagement,state.asOf)];case"r\
ole":return[...new Set(ENGAGEMENTS.parties[engagement].map(([role])=>role))];case"tier":return[ENGAGEMENTS.tier[engagement]];case"\
sector":return sectorsOf(engagement);case"place":return[...new Set(ENGAGEMENTS.places[engagement].flatMap(placesAround))];case"\
country":return[...new Set(parties().map(node=>NODES.country[node]))];case"kind":return[...new Set(parties().map(node=>NODES.
kind[node]))];case"promise":return promiseOf(engagement);default:return[isSilent(engagement,state.asOf),inferred[engagement],
ENGAGEMENTS.disputes[engagement].length>0,proved[engagement],voicesOn(engagement,state.asOf)<2,ENGAGEMENTS.opening[engagement]].
flatMap((holds,mark)=>holds?[mark]:[])}}var indices=new Map;function engagementsWith(group,term){let key=["set","status",
"mark"].includes(group)?`${group} ${state.asOf}`:group;return indices.has(key)||indices.set(key,buildIndex(TERMS[group].
length,add=>{for(let engagement=0;engagement<SIZE.engagements;engagement+=1)for(let each of termsOf(group,engagement))each>=
0&&add(each,engagement)})),indices.get(key)(term)}var ENDING=/(i?e?s|i?ed|ing|ly|i?er|i?est|ment|ness)$/,CUT=/(ing|ed|)$/;function unpackWords(packed){let last3="";return new Set(
[...packed.matchAll(/(\d)([a-z]+)/g)].map(([,shared,rest])=>last3=last3.slice(0,Number(shared))+rest))}var list=null,ofPage=()=>list??=
unpackWords(document.getElementById("common-words")?.textContent||"");function basesOf(word,endings){let ending=word.match(
endings)?.[0]??"",base=word.slice(0,word.length-ending.length),isLong=base.length>(ending?2:3),hasY=/^i(es|ed|er|est)$/.
test(ending);return isLong?[`${base}e`,`${base}${hasY?"y":""}`,base,base.replace(/(.)\1$/,"$1")]:[]}var isCommon=(word,words=ofPage())=>[
word,...basesOf(word,ENDING)].some(each=>words.has(each));function uninflected(word,known2,words=ofPage()){let base=[word,
...basesOf(word,CUT)].find(each=>words.has(each));return base&&known2.has(base)?base:word}var ENTRIES="ENTRIES",KEYS="KEYS",VALUES="VALUES";var TreeIterator=class{constructor(set,type){let node=set._tree,keys=Array.from(node.keys());this.set=set,this._type=type,
this._path=keys.length>0?[{node,keys}]:[]}next(){let value=this.dive();return this.backtrack(),value}dive(){if(this._path.
length===0)return{done:!0,value:void 0};let{node,keys}=last$1(this._path);if(last$1(keys)==="")return{done:!1,value:this.
result()};let child=node.get(last$1(keys));return this._path.push({node:child,keys:Array.from(child.keys())}),this.dive()}backtrack(){
if(this._path.length===0)return;let keys=last$1(this._path).keys;keys.pop(),!(keys.length>0)&&(this._path.pop(),this.backtrack())}key(){
return this.set._prefix+this._path.map(({keys})=>last$1(keys)).filter(key=>key!=="").join("")}value(){return last$1(this.
_path).node.get("")}result(){switch(this._type){case VALUES:return this.value();case KEYS:return this.key();default:return[
this.key(),this.value()]}}[Symbol.iterator](){return this}},last$1=array=>array[array.length-1],fuzzySearch=(node,query,maxDistance)=>{
let results2=new Map;if(query===void 0)return results2;let n=query.length+1,m=n+maxDistance,matrix=new Uint8Array(m*n).fill(
maxDistance+1);for(let j=0;j<n;++j)matrix[j]=j;for(let i=1;i<m;++i)matrix[i*n]=i;return recurse(node,query,maxDistance,results2,
matrix,1,n,""),results2},recurse=(node,query,maxDistance,results2,matrix,m,n,prefix)=>{let offset=m*n;key:for(let key of node.
keys())if(key===""){let distance2=matrix[offset-1];distance2<=maxDistance&&results2.set(prefix,[node.get(key),distance2])}else{
let i=m;for(let pos=0;pos<key.length;++pos,++i){let char=key[pos],thisRowOffset=n*i,prevRowOffset=thisRowOffset-n,minDistance=matrix[thisRowOffset],
jmin=Math.max(0,i-maxDistance-1),jmax=Math.min(n-1,i+maxDistance);for(let j=jmin;j<jmax;++j){let different=char!==query[j],
rpl=matrix[prevRowOffset+j]+ +different,del=matrix[prevRowOffset+j+1]+1,ins=matrix[thisRowOffset+j]+1,dist=matrix[thisRowOffset+
j+1]=Math.min(rpl,del,ins);dist<minDistance&&(minDistance=dist)}if(minDistance>maxDistance)continue key}recurse(node.get(
key),query,maxDistance,results2,matrix,i,n,prefix+key)}},SearchableMap=class _SearchableMap{constructor(tree=new Map,prefix=""){
this._size=void 0,this._tree=tree,this._prefix=prefix}atPrefix(prefix){if(!prefix.startsWith(this._prefix))throw new Error(
"Mismatched prefix");let[node,path]=trackDown(this._tree,prefix.slice(this._prefix.length));if(node===void 0){let[parentNode,
key]=last(path);for(let k of parentNode.keys())if(k!==""&&k.startsWith(key)){let node2=new Map;return node2.set(k.slice(
key.length),parentNode.get(k)),new _SearchableMap(node2,prefix)}}return new _SearchableMap(node,prefix)}clear(){this._size=
void 0,this._tree.clear()}delete(key){return this._size=void 0,remove(this._tree,key)}entries(){return new TreeIterator(
this,ENTRIES)}forEach(fn){for(let[key,value]of this)fn(key,value,this)}fuzzyGet(key,maxEditDistance){return fuzzySearch(
this._tree,key,maxEditDistance)}get(key){let node=lookup(this._tree,key);return node!==void 0?node.get(""):void 0}has(key){
let node=lookup(this._tree,key);return node!==void 0&&node.has("")}keys(){return new TreeIterator(this,KEYS)}set(key,value){
if(typeof key!="string")throw new Error("key must be a string");return this._size=void 0,createPath(this._tree,key).set(
"",value),this}get size(){if(this._size)return this._size;this._size=0;let iter=this.entries();for(;!iter.next().done;)this.
_size+=1;return this._size}update(key,fn){if(typeof key!="string")throw new Error("key must be a string");this._size=void 0;
let node=createPath(this._tree,key);return node.set("",fn(node.get(""))),this}fetch(key,initial){if(typeof key!="string")
throw new Error("key must be a string");this._size=void 0;let node=createPath(this._tree,key),value=node.get("");return value===
void 0&&node.set("",value=initial()),value}values(){return new TreeIterator(this,VALUES)}[Symbol.iterator](){return this.
entries()}static from(entries){let tree=new _SearchableMap;for(let[key,value]of entries)tree.set(key,value);return tree}static fromObject(object){
return _SearchableMap.from(Object.entries(object))}},trackDown=(tree,key,path=[])=>{if(key.length===0||tree==null)return[
tree,path];for(let k of tree.keys())if(k!==""&&key.startsWith(k))return path.push([tree,k]),trackDown(tree.get(k),key.slice(
k.length),path);return path.push([tree,key]),trackDown(void 0,"",path)},lookup=(tree,key)=>{if(key.length===0||tree==null)
return tree;for(let k of tree.keys())if(k!==""&&key.startsWith(k))return lookup(tree.get(k),key.slice(k.length))},createPath=(node,key)=>{
let keyLength=key.length;outer:for(let pos=0;node&&pos<keyLength;){for(let k of node.keys())if(k!==""&&key[pos]===k[0]){
let len=Math.min(keyLength-pos,k.length),offset=1;for(;offset<len&&key[pos+offset]===k[offset];)++offset;let child2=node.
get(k);if(offset===k.length)node=child2;else{let intermediate=new Map;intermediate.set(k.slice(offset),child2),node.set(
key.slice(pos,pos+offset),intermediate),node.delete(k),node=intermediate}pos+=offset;continue outer}let child=new Map;return node.
set(key.slice(pos),child),child}return node},remove=(tree,key)=>{let[node,path]=trackDown(tree,key);if(node!==void 0){if(node.
delete(""),node.size===0)cleanup(path);else if(node.size===1){let[key2,value]=node.entries().next().value;merge(path,key2,
value)}}},cleanup=path=>{if(path.length===0)return;let[node,key]=last(path);if(node.delete(key),node.size===0)cleanup(path.
slice(0,-1));else if(node.size===1){let[key2,value]=node.entries().next().value;key2!==""&&merge(path.slice(0,-1),key2,value)}},
merge=(path,key,value)=>{if(path.length===0)return;let[node,nodeKey]=last(path);node.set(nodeKey+key,value),node.delete(
nodeKey)},last=array=>array[array.length-1],OR="or",AND="and",AND_NOT="and_not",MiniSearch=class _MiniSearch{constructor(options){
if(options?.fields==null)throw new Error('MiniSearch: option "fields" must be provided');let autoVacuum=options.autoVacuum==
null||options.autoVacuum===!0?defaultAutoVacuumOptions:options.autoVacuum;this._options={...defaultOptions,...options,autoVacuum,
searchOptions:{...defaultSearchOptions,...options.searchOptions||{}},autoSuggestOptions:{...defaultAutoSuggestOptions,...options.
autoSuggestOptions||{}}},this._index=new SearchableMap,this._documentCount=0,this._documentIds=new Map,this._idToShortId=
new Map,this._fieldIds={},this._fieldLength=new Map,this._avgFieldLength=[],this._nextId=0,this._storedFields=new Map,this.
_dirtCount=0,this._currentVacuum=null,this._enqueuedVacuum=null,this._enqueuedVacuumConditions=defaultVacuumConditions,this.
addFields(this._options.fields)}add(document2){let{extractField,stringifyField,tokenize,processTerm,fields,idField}=this.
_options,id=extractField(document2,idField);if(id==null)throw new Error(`MiniSearch: document does not have ID field "${idField}\
"`);if(this._idToShortId.has(id))throw new Error(`MiniSearch: duplicate ID ${id}`);let shortDocumentId=this.addDocumentId(
id);this.saveStoredFields(shortDocumentId,document2);for(let field of fields){let fieldValue=extractField(document2,field);
if(fieldValue==null)continue;let tokens=tokenize(stringifyField(fieldValue,field),field),fieldId=this._fieldIds[field],uniqueTerms=new Set(
tokens).size;this.addFieldLength(shortDocumentId,fieldId,this._documentCount-1,uniqueTerms);for(let term of tokens){let processedTerm=processTerm(
term,field);if(Array.isArray(processedTerm))for(let t of processedTerm)this.addTerm(fieldId,shortDocumentId,t);else processedTerm&&
this.addTerm(fieldId,shortDocumentId,processedTerm)}}}addAll(documents){for(let document2 of documents)this.add(document2)}addAllAsync(documents,options={}){
let{chunkSize=10}=options,acc={chunk:[],promise:Promise.resolve()},{chunk,promise}=documents.reduce(({chunk:chunk2,promise:promise2},document2,i)=>(chunk2.
push(document2),(i+1)%chunkSize===0?{chunk:[],promise:promise2.then(()=>new Promise(resolve=>setTimeout(resolve,0))).then(
()=>this.addAll(chunk2))}:{chunk:chunk2,promise:promise2}),acc);return promise.then(()=>this.addAll(chunk))}remove(document2){
let{tokenize,processTerm,extractField,stringifyField,fields,idField}=this._options,id=extractField(document2,idField);if(id==
null)throw new Error(`MiniSearch: document does not have ID field "${idField}"`);let shortId=this._idToShortId.get(id);if(shortId==
null)throw new Error(`MiniSearch: cannot remove document with ID ${id}: it is not in the index`);for(let field of fields){
let fieldValue=extractField(document2,field);if(fieldValue==null)continue;let tokens=tokenize(stringifyField(fieldValue,
field),field),fieldId=this._fieldIds[field],uniqueTerms=new Set(tokens).size;this.removeFieldLength(shortId,fieldId,this.
_documentCount,uniqueTerms);for(let term of tokens){let processedTerm=processTerm(term,field);if(Array.isArray(processedTerm))
for(let t of processedTerm)this.removeTerm(fieldId,shortId,t);else processedTerm&&this.removeTerm(fieldId,shortId,processedTerm)}}
this._storedFields.delete(shortId),this._documentIds.delete(shortId),this._idToShortId.delete(id),this._fieldLength.delete(
shortId),this._documentCount-=1}removeAll(documents){if(documents)for(let document2 of documents)this.remove(document2);else{
if(arguments.length>0)throw new Error("Expected documents to be present. Omit the argument to remove all documents.");this.
_index=new SearchableMap,this._documentCount=0,this._documentIds=new Map,this._idToShortId=new Map,this._fieldLength=new Map,
this._avgFieldLength=[],this._storedFields=new Map,this._nextId=0}}discard(id){let shortId=this._idToShortId.get(id);if(shortId==
null)throw new Error(`MiniSearch: cannot discard document with ID ${id}: it is not in the index`);this._idToShortId.delete(
id),this._documentIds.delete(shortId),this._storedFields.delete(shortId),(this._fieldLength.get(shortId)||[]).forEach((fieldLength,fieldId)=>{
this.removeFieldLength(shortId,fieldId,this._documentCount,fieldLength)}),this._fieldLength.delete(shortId),this._documentCount-=
1,this._dirtCount+=1,this.maybeAutoVacuum()}maybeAutoVacuum(){if(this._options.autoVacuum===!1)return;let{minDirtFactor,
minDirtCount,batchSize,batchWait}=this._options.autoVacuum;this.conditionalVacuum({batchSize,batchWait},{minDirtCount,minDirtFactor})}discardAll(ids){
let autoVacuum=this._options.autoVacuum;try{this._options.autoVacuum=!1;for(let id of ids)this.discard(id)}finally{this.
_options.autoVacuum=autoVacuum}this.maybeAutoVacuum()}replace(updatedDocument){let{idField,extractField}=this._options,id=extractField(
updatedDocument,idField);this.discard(id),this.add(updatedDocument)}vacuum(options={}){return this.conditionalVacuum(options)}conditionalVacuum(options,conditions2){
return this._currentVacuum?(this._enqueuedVacuumConditions=this._enqueuedVacuumConditions&&conditions2,this._enqueuedVacuum!=
null?this._enqueuedVacuum:(this._enqueuedVacuum=this._currentVacuum.then(()=>{let conditions3=this._enqueuedVacuumConditions;
return this._enqueuedVacuumConditions=defaultVacuumConditions,this.performVacuuming(options,conditions3)}),this._enqueuedVacuum)):
this.vacuumConditionsMet(conditions2)===!1?Promise.resolve():(this._currentVacuum=this.performVacuuming(options),this._currentVacuum)}async performVacuuming(options,conditions2){
let initialDirtCount=this._dirtCount;if(this.vacuumConditionsMet(conditions2)){let batchSize=options.batchSize||defaultVacuumOptions.
batchSize,batchWait=options.batchWait||defaultVacuumOptions.batchWait,i=1;for(let[term,fieldsData]of this._index){for(let[
fieldId,fieldIndex]of fieldsData)for(let[shortId]of fieldIndex)this._documentIds.has(shortId)||(fieldIndex.size<=1?fieldsData.
delete(fieldId):fieldIndex.delete(shortId));this._index.get(term).size===0&&this._index.delete(term),i%batchSize===0&&await new Promise(
resolve=>setTimeout(resolve,batchWait)),i+=1}this._dirtCount-=initialDirtCount}await null,this._currentVacuum=this._enqueuedVacuum,
this._enqueuedVacuum=null}vacuumConditionsMet(conditions2){if(conditions2==null)return!0;let{minDirtCount,minDirtFactor}=conditions2;
return minDirtCount=minDirtCount||defaultAutoVacuumOptions.minDirtCount,minDirtFactor=minDirtFactor||defaultAutoVacuumOptions.
minDirtFactor,this.dirtCount>=minDirtCount&&this.dirtFactor>=minDirtFactor}get isVacuuming(){return this._currentVacuum!=
null}get dirtCount(){return this._dirtCount}get dirtFactor(){return this._dirtCount/(1+this._documentCount+this._dirtCount)}has(id){
return this._idToShortId.has(id)}getStoredFields(id){let shortId=this._idToShortId.get(id);if(shortId!=null)return this.
_storedFields.get(shortId)}search(query,searchOptions={}){let{searchOptions:globalSearchOptions}=this._options,searchOptionsWithDefaults={
...globalSearchOptions,...searchOptions},rawResults=this.executeQuery(query,searchOptions),results2=[];for(let[docId,{score,
terms,match}]of rawResults){let quality=terms.length||1,result={id:this._documentIds.get(docId),score:score*quality,terms:Object.
keys(match),queryTerms:terms,match};Object.assign(result,this._storedFields.get(docId)),(searchOptionsWithDefaults.filter==
null||searchOptionsWithDefaults.filter(result))&&results2.push(result)}return query===_MiniSearch.wildcard&&searchOptionsWithDefaults.
boostDocument==null||results2.sort(byScore),results2}autoSuggest(queryString,options={}){options={...this._options.autoSuggestOptions,
...options};let suggestions=new Map;for(let{score,terms}of this.search(queryString,options)){let phrase=terms.join(" "),
suggestion=suggestions.get(phrase);suggestion!=null?(suggestion.score+=score,suggestion.count+=1):suggestions.set(phrase,
{score,terms,count:1})}let results2=[];for(let[suggestion,{score,terms,count}]of suggestions)results2.push({suggestion,terms,
score:score/count});return results2.sort(byScore),results2}get documentCount(){return this._documentCount}get termCount(){
return this._index.size}static loadJSON(json,options){if(options==null)throw new Error("MiniSearch: loadJSON should be g\
iven the same options used when serializing the index");return this.loadJS(JSON.parse(json),options)}static async loadJSONAsync(json,options){
if(options==null)throw new Error("MiniSearch: loadJSON should be given the same options used when serializing the index");
return this.loadJSAsync(JSON.parse(json),options)}static getDefault(optionName){if(defaultOptions.hasOwnProperty(optionName))
return getOwnProperty(defaultOptions,optionName);throw new Error(`MiniSearch: unknown option "${optionName}"`)}static loadJS(js,options){
let{index,documentIds,fieldLength,storedFields,serializationVersion}=js,miniSearch=this.instantiateMiniSearch(js,options);
miniSearch._documentIds=objectToNumericMap(documentIds),miniSearch._fieldLength=objectToNumericMap(fieldLength),miniSearch.
_storedFields=objectToNumericMap(storedFields);for(let[shortId,id]of miniSearch._documentIds)miniSearch._idToShortId.set(
id,shortId);for(let[term,data]of index){let dataMap=new Map;for(let fieldId of Object.keys(data)){let indexEntry=data[fieldId];
serializationVersion===1&&(indexEntry=indexEntry.ds),dataMap.set(parseInt(fieldId,10),objectToNumericMap(indexEntry))}miniSearch.
_index.set(term,dataMap)}return miniSearch}static async loadJSAsync(js,options){let{index,documentIds,fieldLength,storedFields,
serializationVersion}=js,miniSearch=this.instantiateMiniSearch(js,options);miniSearch._documentIds=await objectToNumericMapAsync(
documentIds),miniSearch._fieldLength=await objectToNumericMapAsync(fieldLength),miniSearch._storedFields=await objectToNumericMapAsync(
storedFields);for(let[shortId,id]of miniSearch._documentIds)miniSearch._idToShortId.set(id,shortId);let count=0;for(let[
term,data]of index){let dataMap=new Map;for(let fieldId of Object.keys(data)){let indexEntry=data[fieldId];serializationVersion===
1&&(indexEntry=indexEntry.ds),dataMap.set(parseInt(fieldId,10),await objectToNumericMapAsync(indexEntry))}++count%1e3===
0&&await wait(0),miniSearch._index.set(term,dataMap)}return miniSearch}static instantiateMiniSearch(js,options){let{documentCount,
nextId,fieldIds,averageFieldLength,dirtCount,serializationVersion}=js;if(serializationVersion!==1&&serializationVersion!==
2)throw new Error("MiniSearch: cannot deserialize an index created with an incompatible version");let miniSearch=new _MiniSearch(
options);return miniSearch._documentCount=documentCount,miniSearch._nextId=nextId,miniSearch._idToShortId=new Map,miniSearch.
_fieldIds=fieldIds,miniSearch._avgFieldLength=averageFieldLength,miniSearch._dirtCount=dirtCount||0,miniSearch._index=new SearchableMap,
miniSearch}executeQuery(query,searchOptions={}){if(query===_MiniSearch.wildcard)return this.executeWildcardQuery(searchOptions);
if(typeof query!="string"){let options2={...searchOptions,...query,queries:void 0},results3=query.queries.map(subquery=>this.
executeQuery(subquery,options2));return this.combineResults(results3,options2.combineWith)}let{tokenize,processTerm,searchOptions:globalSearchOptions}=this.
_options,options={tokenize,processTerm,...globalSearchOptions,...searchOptions},{tokenize:searchTokenize,processTerm:searchProcessTerm}=options,
results2=searchTokenize(query).flatMap(term=>searchProcessTerm(term)).filter(term=>!!term).map(termToQuerySpec(options)).
map(query2=>this.executeQuerySpec(query2,options));return this.combineResults(results2,options.combineWith)}executeQuerySpec(query,searchOptions){
let options={...this._options.searchOptions,...searchOptions},boosts=(options.fields||this._options.fields).reduce((boosts2,field)=>({
...boosts2,[field]:getOwnProperty(options.boost,field)||1}),{}),{boostDocument,weights,maxFuzzy,bm25:bm25params}=options,
{fuzzy:fuzzyWeight,prefix:prefixWeight}={...defaultSearchOptions.weights,...weights},data=this._index.get(query.term),results2=this.
termResults(query.term,query.term,1,query.termBoost,data,boosts,boostDocument,bm25params),prefixMatches,fuzzyMatches;if(query.
prefix&&(prefixMatches=this._index.atPrefix(query.term)),query.fuzzy){let fuzzy=query.fuzzy===!0?.2:query.fuzzy,maxDistance=fuzzy<
1?Math.min(maxFuzzy,Math.round(query.term.length*fuzzy)):fuzzy;maxDistance&&(fuzzyMatches=this._index.fuzzyGet(query.term,
maxDistance))}if(prefixMatches)for(let[term,data2]of prefixMatches){let distance2=term.length-query.term.length;if(!distance2)
continue;fuzzyMatches?.delete(term);let weight=prefixWeight*term.length/(term.length+.3*distance2);this.termResults(query.
term,term,weight,query.termBoost,data2,boosts,boostDocument,bm25params,results2)}if(fuzzyMatches)for(let term of fuzzyMatches.
keys()){let[data2,distance2]=fuzzyMatches.get(term);if(!distance2)continue;let weight=fuzzyWeight*term.length/(term.length+
distance2);this.termResults(query.term,term,weight,query.termBoost,data2,boosts,boostDocument,bm25params,results2)}return results2}executeWildcardQuery(searchOptions){
let results2=new Map,options={...this._options.searchOptions,...searchOptions};for(let[shortId,id]of this._documentIds){
let score=options.boostDocument?options.boostDocument(id,"",this._storedFields.get(shortId)):1;results2.set(shortId,{score,
terms:[],match:{}})}return results2}combineResults(results2,combineWith=OR){if(results2.length===0)return new Map;let operator=combineWith.
toLowerCase(),combinator=combinators[operator];if(!combinator)throw new Error(`Invalid combination operator: ${combineWith}`);
return results2.reduce(combinator)||new Map}toJSON(){let index=[];for(let[term,fieldIndex]of this._index){let data={};for(let[
fieldId,freqs]of fieldIndex)data[fieldId]=Object.fromEntries(freqs);index.push([term,data])}return{documentCount:this._documentCount,
nextId:this._nextId,documentIds:Object.fromEntries(this._documentIds),fieldIds:this._fieldIds,fieldLength:Object.fromEntries(
this._fieldLength),averageFieldLength:this._avgFieldLength,storedFields:Object.fromEntries(this._storedFields),dirtCount:this.
_dirtCount,index,serializationVersion:2}}termResults(sourceTerm,derivedTerm,termWeight,termBoost,fieldTermData,fieldBoosts,boostDocumentFn,bm25params,results2=new Map){
if(fieldTermData==null)return results2;for(let field of Object.keys(fieldBoosts)){let fieldBoost=fieldBoosts[field],fieldId=this.
_fieldIds[field],fieldTermFreqs=fieldTermData.get(fieldId);if(fieldTermFreqs==null)continue;let matchingFields=fieldTermFreqs.
size,avgFieldLength=this._avgFieldLength[fieldId];for(let docId of fieldTermFreqs.keys()){if(!this._documentIds.has(docId)){
this.removeTerm(fieldId,docId,derivedTerm),matchingFields-=1;continue}let docBoost=boostDocumentFn?boostDocumentFn(this.
_documentIds.get(docId),derivedTerm,this._storedFields.get(docId)):1;if(!docBoost)continue;let termFreq=fieldTermFreqs.get(
docId),fieldLength=this._fieldLength.get(docId)[fieldId],rawScore=calcBM25Score(termFreq,matchingFields,this._documentCount,
fieldLength,avgFieldLength,bm25params),weightedScore=termWeight*termBoost*fieldBoost*docBoost*rawScore,result=results2.get(
docId);if(result){result.score+=weightedScore,assignUniqueTerm(result.terms,sourceTerm);let match=getOwnProperty(result.
match,derivedTerm);match?match.push(field):result.match[derivedTerm]=[field]}else results2.set(docId,{score:weightedScore,
terms:[sourceTerm],match:{[derivedTerm]:[field]}})}}return results2}addTerm(fieldId,documentId,term){let indexData=this.
_index.fetch(term,createMap),fieldIndex=indexData.get(fieldId);if(fieldIndex==null)fieldIndex=new Map,fieldIndex.set(documentId,
1),indexData.set(fieldId,fieldIndex);else{let docs=fieldIndex.get(documentId);fieldIndex.set(documentId,(docs||0)+1)}}removeTerm(fieldId,documentId,term){
if(!this._index.has(term)){this.warnDocumentChanged(documentId,fieldId,term);return}let indexData=this._index.fetch(term,
createMap),fieldIndex=indexData.get(fieldId);fieldIndex==null||fieldIndex.get(documentId)==null?this.warnDocumentChanged(
documentId,fieldId,term):fieldIndex.get(documentId)<=1?fieldIndex.size<=1?indexData.delete(fieldId):fieldIndex.delete(documentId):
fieldIndex.set(documentId,fieldIndex.get(documentId)-1),this._index.get(term).size===0&&this._index.delete(term)}warnDocumentChanged(shortDocumentId,fieldId,term){
for(let fieldName of Object.keys(this._fieldIds))if(this._fieldIds[fieldName]===fieldId){this._options.logger("warn",`Mi\
niSearch: document with ID ${this._documentIds.get(shortDocumentId)} has changed before removal: term "${term}" was not \
present in field "${fieldName}". Removing a document after it has changed can corrupt the index!`,"version_conflict");return}}addDocumentId(documentId){
let shortDocumentId=this._nextId;return this._idToShortId.set(documentId,shortDocumentId),this._documentIds.set(shortDocumentId,
documentId),this._documentCount+=1,this._nextId+=1,shortDocumentId}addFields(fields){for(let i=0;i<fields.length;i++)this.
_fieldIds[fields[i]]=i}addFieldLength(documentId,fieldId,count,length){let fieldLengths=this._fieldLength.get(documentId);
fieldLengths==null&&this._fieldLength.set(documentId,fieldLengths=[]),fieldLengths[fieldId]=length;let totalFieldLength=(this.
_avgFieldLength[fieldId]||0)*count+length;this._avgFieldLength[fieldId]=totalFieldLength/(count+1)}removeFieldLength(documentId,fieldId,count,length){
if(count===1){this._avgFieldLength[fieldId]=0;return}let totalFieldLength=this._avgFieldLength[fieldId]*count-length;this.
_avgFieldLength[fieldId]=totalFieldLength/(count-1)}saveStoredFields(documentId,doc){let{storeFields,extractField}=this.
_options;if(storeFields==null||storeFields.length===0)return;let documentFields=this._storedFields.get(documentId);documentFields==
null&&this._storedFields.set(documentId,documentFields={});for(let fieldName of storeFields){let fieldValue=extractField(
doc,fieldName);fieldValue!==void 0&&(documentFields[fieldName]=fieldValue)}}};MiniSearch.wildcard=Symbol("*");var getOwnProperty=(object,property)=>Object.
prototype.hasOwnProperty.call(object,property)?object[property]:void 0,combinators={[OR]:(a,b)=>{for(let docId of b.keys()){
let existing=a.get(docId);if(existing==null)a.set(docId,b.get(docId));else{let{score,terms,match}=b.get(docId);existing.
score=existing.score+score,existing.match=Object.assign(existing.match,match),assignUniqueTerms(existing.terms,terms)}}return a},
[AND]:(a,b)=>{let combined=new Map;for(let docId of b.keys()){let existing=a.get(docId);if(existing==null)continue;let{score,
terms,match}=b.get(docId);assignUniqueTerms(existing.terms,terms),combined.set(docId,{score:existing.score+score,terms:existing.
terms,match:Object.assign(existing.match,match)})}return combined},[AND_NOT]:(a,b)=>{for(let docId of b.keys())a.delete(
docId);return a}},defaultBM25params={k:1.2,b:.7,d:.5},calcBM25Score=(termFreq,matchingCount,totalCount,fieldLength,avgFieldLength,bm25params)=>{
let{k,b,d}=bm25params;return Math.log(1+(totalCount-matchingCount+.5)/(matchingCount+.5))*(d+termFreq*(k+1)/(termFreq+k*
(1-b+b*fieldLength/avgFieldLength)))},termToQuerySpec=options=>(term,i,terms)=>{let fuzzy=typeof options.fuzzy=="functio\
n"?options.fuzzy(term,i,terms):options.fuzzy||!1,prefix=typeof options.prefix=="function"?options.prefix(term,i,terms):options.
prefix===!0,termBoost=typeof options.boostTerm=="function"?options.boostTerm(term,i,terms):1;return{term,fuzzy,prefix,termBoost}},
defaultOptions={idField:"id",extractField:(document2,fieldName)=>document2[fieldName],stringifyField:(fieldValue,fieldName)=>fieldValue.
toString(),tokenize:text=>text.split(SPACE_OR_PUNCTUATION),processTerm:term=>term.toLowerCase(),fields:void 0,searchOptions:void 0,
storeFields:[],logger:(level,message2)=>{typeof console?.[level]=="function"&&console[level](message2)},autoVacuum:!0},defaultSearchOptions={
combineWith:OR,prefix:!1,fuzzy:!1,maxFuzzy:6,boost:{},weights:{fuzzy:.45,prefix:.375},bm25:defaultBM25params},defaultAutoSuggestOptions={
combineWith:AND,prefix:(term,i,terms)=>i===terms.length-1},defaultVacuumOptions={batchSize:1e3,batchWait:10},defaultVacuumConditions={
minDirtFactor:.1,minDirtCount:20},defaultAutoVacuumOptions={...defaultVacuumOptions,...defaultVacuumConditions},assignUniqueTerm=(target,term)=>{
target.includes(term)||target.push(term)},assignUniqueTerms=(target,source)=>{for(let term of source)target.includes(term)||
target.push(term)},byScore=({score:a},{score:b})=>b-a,createMap=()=>new Map,objectToNumericMap=object=>{let map=new Map;
for(let key of Object.keys(object))map.set(parseInt(key,10),object[key]);return map},objectToNumericMapAsync=async object=>{
let map=new Map,count=0;for(let key of Object.keys(object))map.set(parseInt(key,10),object[key]),++count%1e3===0&&await wait(
0);return map},wait=ms=>new Promise(resolve=>setTimeout(resolve,ms)),SPACE_OR_PUNCTUATION=/[\n\r\p{Z}\p{P}]+/u;var TOPICS=["sector","type","form","country","kind","set","mark"],SEARCHED=[...TOPICS,"status","role"],ASSET_LINKS=new Set(
["delivers","uses"]),MOST_TEXTS=2e4,rowNames=(table,row)=>[table.label[row],...Object.values(table.labels[row]||{}),table.
short?.[row],...table.aliases?.[row]||[]].filter(Boolean);function termNames(group,index){let{id,label:label2,labels,aliases=[]}=TERMS[group][index],
key=`${group}_${id.slice(id.indexOf(":")+1)}`,own=Object.values(STRINGS).flatMap(texts=>[texts[key],...(texts[`also_${key}`]||
"").split("; ")]).filter(Boolean);return[label2,...Object.values(labels||{}),...aliases,...own]}function collectDocuments(){
let documents=[],add=(kind,index,names,texts=[],places=[],group="")=>documents.push({id:documents.length,kind,index,group,
name:names.join(`
`),text:texts.join(`
`),place:places.join(`
`)}),isSmallEnough=SIZE.engagements<=MOST_TEXTS;for(let node=0;node<SIZE.nodes;node+=1)add("node",node,rowNames(NODES,node),
[NODES.summary[node]]);for(let group of SEARCHED)TERMS[group].forEach((_,index)=>add("term",index,termNames(group,index),
[],[],group));DATA.answers.forEach(({title,labels,question,keywords},index)=>add("question",index,[title,...Object.values(
labels||{})],[question,...keywords]));for(let engagement=0;engagement<SIZE.engagements;engagement+=1){let assets=ENGAGEMENTS.
links[engagement].filter(([label2,other])=>other<0&&ASSET_LINKS.has(label2));add("engagement",engagement,rowNames(ENGAGEMENTS,
engagement),isSmallEnough?[ENGAGEMENTS.summary[engagement],...assets.map(([,,name2])=>name2),...ENGAGEMENTS.aims[engagement],
...ENGAGEMENTS.unknown[engagement]]:[],ENGAGEMENTS.places[engagement].flatMap(place2=>termNames("place",place2)))}return(isSmallEnough?
SOURCES.iri:[]).forEach((_,source)=>add("source",source,[SOURCES.publisher[source]],[SOURCES.title[source]])),documents}
function collectPhrases(){let phrases=new Map;for(let group of SEARCHED)TERMS[group].forEach((_,index)=>{let names=[...new Set(
termNames(group,index).map(name2=>queryWords(name2).join(" ")))].filter(Boolean);for(let name2 of names)phrases.set(name2,
[...new Set([...phrases.get(name2)||[],...names])])});for(let node=0;node<SIZE.nodes;node+=1)for(let name2 of rowNames(NODES,
node)){let phrase=queryWords(name2).join(" ");phrase.includes(" ")&&!phrases.has(phrase)&&phrases.set(phrase,[phrase])}return new Map(
[...phrases].map(([phrase,others])=>[phrase,others.map(other=>other.split(" "))]))}function startIndex(){let documents=collectDocuments(),
spellings=new Map,tokenize=text=>spelledWords(text).map(([word,spelling])=>((spelling===word||!spellings.has(word))&&spellings.
set(word,spelling),word)),engine=new MiniSearch({fields:["name","text","place"],tokenize,processTerm:word=>word,searchOptions:{
tokenize:word=>[word],combineWith:"AND",prefix:!0,boost:{name:3},weights:{prefix:.4,fuzzy:0}}});return{documents,engine,
spellings,phrases:collectPhrases(),added:0}}var built=null;function addSome(count){let index=built??=startIndex(),{engine,
documents,added}=index;return engine.addAll(documents.slice(added,added+count)),index.added=Math.min(added+count,documents.
length),index}function textIndex(){return!built||built.added<built.documents.length?addSome(1/0):built}function prepareIndex(){
built&&built.added===built.documents.length||(addSome(2e3),setTimeout(prepareIndex))}var isEnding=(word,term)=>isUnspaced(
word)?!0:textIndex().spellings.has(word)?word.length>3&&term.length-word.length<=3:word.length>2,singular=word=>/^[a-z]{3,}[^s]s$/.
test(word)&&textIndex().spellings.has(word.slice(0,-1))?word.slice(0,-1):word;function findDocuments(asked,isTyping=!1){
let{engine,documents}=textIndex(),words=asked.map(singular),found=[];for(let{id,score,match}of engine.search({combineWith:"\
AND",queries:words})){let terms=Object.keys(match),fields=words.map((word,place2)=>{let whole=match[asked[place2]]||match[word];
if(whole)return{isWhole:!!match[asked[place2]],in:whole};let mayBeLonger=term=>isTyping&&place2===words.length-1||isEnding(
word,term),longer=terms.filter(term=>term.startsWith(word)&&mayBeLonger(term));return longer.length?{isWhole:!1,in:longer.
flatMap(term=>match[term])}:null});if(fields.includes(null))continue;let field=["name","place","text"].find(name2=>fields.
every(each=>each.in.includes(name2)))||"text";found.push({document:documents[id],score,isWhole:fields.every(({isWhole})=>isWhole),
field})}return found}var isKnown=word=>textIndex().spellings.has(word)||isCommon(word)||textIndex().engine.search(word).
length>0;function nearestWords(word,most,withBeginnings){let[nearest3,least]=[[],most+(withBeginnings?.75:.25)];for(let[
other,spelling]of textIndex().spellings){if(other.length<word.length-most||isUnspaced(other))continue;let whole=other.length<=
word.length+most?spellingDistance(word,other):1/0,start=withBeginnings&&other.length>word.length?spellingDistance(word,other.
slice(0,word.length))+.25:1/0,distance2=Math.min(whole,start)+(word[0]===other[0]?0:.5);distance2<least&&([nearest3,least]=
[[],distance2]),distance2===least&&nearest3.push(spelling)}let isForm=(one,other)=>one!==other&&one.toLowerCase().startsWith(
other.toLowerCase());return nearest3.filter(one=>!nearest3.some(other=>isForm(one,other)))}var MOST_OFFERS=3,corrections=new Map;
function correctSpelling(text){if(corrections.has(text))return corrections.get(text);let[corrected,offers,isCorrected]=[
text,[text],!1];for(let[word,spelling]of spelledWords(text,!0)){if(word.length<4||/\p{N}/u.test(word)||isUnspaced(word)||
isKnown(word))continue;let near=nearestWords(word,word.length<8?1:2,!1),far=near.length?near:nearestWords(word,Math.floor(
word.length*.4),!0);near.length===1&&([corrected,isCorrected]=[corrected.replace(spelling,near[0]),!0]),far.length&&(offers=
far.slice(0,MOST_OFFERS).flatMap(other=>offers.map(offer2=>offer2.replace(spelling,other))))}let suggestions=offers.filter(
offer2=>offer2!==corrected).slice(0,MOST_OFFERS),result={text:corrected,isCorrected,suggestions};return corrections.set(
text,result),result}var KINDS=["node","engagement","term","question"],[NAMED,NAME,NAME_BEGINS,TEXT,RELATED,SOURCE,BEGINS]=[0,1,2,3,4,5,6],PHRASE_LENGTH=8;
function singularPhrases(words){let last3=words[words.length-1],singular2=/^[a-z]{2,}ies$/.test(last3)?`${last3.slice(0,
-3)}y`:/^[a-z]{3,}[^s]s$/.test(last3)?last3.slice(0,-1):"";return singular2?[[...words.slice(0,-1),singular2]]:[]}function alternativesOf(words){
let{phrases}=textIndex(),own=phrases.get(words.join(" "));if(own)return own;let others=singularPhrases(words).flatMap(each=>phrases.
get(each.join(" "))??[]);return others.length?[...others,words]:void 0}function segmentsOf(text){let words=queryWords(text),
segments=[];for(let start=0;start<words.length;){let length=Math.min(PHRASE_LENGTH,words.length-start);for(;length>1&&!alternativesOf(
words.slice(start,start+length));)length-=1;let phrase=words.slice(start,start+length),alternatives2=alternativesOf(phrase);
(alternatives2||!isSmall(phrase[0]))&&segments.push(alternatives2||[phrase]),start+=length}return segments.length||!words.
length?segments:[[words]]}var ofSource=null,engagementsOfSource=source=>(ofSource??=buildIndex(SIZE.sources,add=>ENGAGEMENTS.
sources.forEach((sources,engagement)=>{for(let each of new Set(sources))add(each,engagement)})))(source);function forEachTarget({
document:{kind,index,group,id},score,isWhole,field},add){let addAll=(target,indices2,level)=>{for(let each of indices2)add(
target,each,isWhole?level:BEGINS,0)};if(kind==="source"){addAll("engagement",engagementsOfSource(index),SOURCE);return}add(
kind,kind==="term"?id:index,field==="name"?isWhole?NAME:NAME_BEGINS:isWhole?TEXT:BEGINS,score),kind==="node"&&field==="n\
ame"&&addAll("engagement",engagementsOf(index),RELATED),kind==="term"&&addAll("engagement",engagementsWith(group,index),
RELATED),kind==="term"&&["kind","country"].includes(group)&&addAll("node",NODES[group].flatMap((term,node)=>term===index?
[node]:[]),RELATED)}function findSegment(alternatives2,typed=void 0){let found=Object.fromEntries(KINDS.map(kind=>[kind,
new Map]));for(let words of alternatives2)for(let hit of findDocuments(words,words.join(" ")===typed))forEachTarget(hit,
(kind,index,level,score)=>{let other=found[kind].get(index);other&&(level>other.level||level===other.level&&score<=other.
score)||found[kind].set(index,{level,score,hit})});return found}var matches=new Map;function matchText(text){let key=`${state.
asOf} ${text}`;if(!matches.has(key)){let segments=segmentsOf(correctSpelling(text).text),[first,...others]=segments.map(
alternatives2=>findSegment(alternatives2).engagement),isInAll=engagement=>others.every(each=>each.has(engagement));matches.
set(key,new Set(first?[...first.keys()].filter(isInAll):[]))}return matches.get(key)}function termOf(id){let{group,index}=textIndex().
documents[id];return{group,index}}var importanceOf={node:node=>Math.log2(2+engagementsOf(node).length),engagement:engagement=>1+
ENGAGEMENTS.voices[engagement],term:id=>{let{group,index}=termOf(id);return Math.log2(2+engagementsWith(group,index).length)},
question:()=>1};function namesOf(kind,index){if(kind==="question")return[DATA.answers[index].title];let{group,index:term}=kind===
"term"?termOf(index):{};return group?termNames(group,term):rowNames(kind==="node"?NODES:ENGAGEMENTS,index)}var isCalled=(kind,index,phrases)=>namesOf(
kind,index).some(name2=>phrases.includes(queryWords(name2).join(" ")));function combine(kind,parts,whole,phrases,least){
let fewest=kind==="question"?Math.min(least,Math.ceil(parts.length*.5)):least,results2=[];for(let index of new Set(parts.
flatMap(part=>[...part[kind].keys()]))){let hits=parts.flatMap(part=>part[kind].get(index)??[]);if(hits.length<fewest)continue;
let weakest=hits.reduce((worst,hit)=>hit.level>worst.level?hit:worst);whole[kind].get(index)?.level<=weakest.level&&(weakest=
whole[kind].get(index));let isNamed=weakest.level<=NAME_BEGINS&&isCalled(kind,index,phrases),importance=importanceOf[kind](
index);results2.push({kind,index,level:isNamed?NAMED:weakest.level,hit:weakest.hit,importance,missing:kind==="question"&&
hits.length>=parts.length*.6?0:parts.length-hits.length,score:importance*hits.reduce((sum3,hit)=>sum3+hit.score,0)})}return results2}
var isTelling=words=>words.some(word=>isUnspaced(word)||/^\p{L}.*[\p{L}\p{N}]{2}/u.test(word));function addNamed(results2,kind,segments,parts){
let present2=new Set(results2.map(({index})=>index));segments.forEach((alternatives2,place2)=>{if(!alternatives2.some(isTelling))
return;let phrases=alternatives2.map(words=>words.join(" "));for(let[index,{level,hit,score}]of parts[place2][kind])level>
NAME_BEGINS||present2.has(index)||!isCalled(kind,index,phrases)||(present2.add(index),results2.push({kind,index,level:NAMED,
hit,importance:importanceOf[kind](index),score,missing:parts.length-1}))})}function search(text){let segments=segmentsOf(
text),words=queryWords(text),phrase=words.join(" "),last3=/\s$/.test(text)?[]:segments[segments.length-1]||[],typed=last3.
map(alternative=>alternative.join(" ")).find(alternative=>phrase.endsWith(alternative)),parts=segments.map(alternatives2=>findSegment(
alternatives2,alternatives2===last3?typed:void 0)),whole=findSegment(parts.length>1?[words.filter(word=>!isSmall(word))]:
[]),phrases=[words,...singularPhrases(words)].map(each=>each.join(" ")),withAtLeast=least=>Object.fromEntries(KINDS.map(
kind=>[kind,combine(kind,parts,whole,phrases,least)])),results2=withAtLeast(parts.length),isFound=()=>KINDS.some(kind=>results2[kind].
some(({level})=>level<SOURCE)),telling=segments.filter(alternatives2=>alternatives2.some(isTelling)).length;for(let least=parts.
length-1;least>parts.length-telling&&!isFound();least-=1)results2=withAtLeast(least);if(parts.length>1)for(let kind of["\
node","term"])addNamed(results2[kind],kind,segments,parts);for(let kind of KINDS)results2[kind].sort((a,b)=>a.missing-b.
missing||a.level-b.level||b.score-a.score||b.importance-a.importance||a.index-b.index);return results2.term=results2.term.
map(result=>({...result,...termOf(result.index)})).filter(({group,index,level})=>level<=NAME_BEGINS&&TOPICS.includes(group)&&
engagementsWith(group,index).length),results2}var isByName=({level})=>level<=NAME_BEGINS;function distances(from,maxDistance,isAllowed,reachedBy,mayPass){let distance2=new Int32Array(SIZE.nodes).fill(-1),visited=new Uint8Array(
SIZE.engagements),queue=[from];distance2[from]=0;for(let node of queue){if(distance2[node]>=maxDistance)break;if(!(mayPass&&
node!==from&&!mayPass(node))){for(let engagement of engagementsOf(node))if(!(visited[engagement]||!isAllowed(engagement))){
visited[engagement]=1;for(let other of shownParties(engagement))distance2[other]>=0||(distance2[other]=distance2[node]+1,
reachedBy&&(reachedBy[other]=[node,engagement]),queue.push(other))}}}return distance2}function shortestPath(from,to,isAllowed){
let reachedBy=(state.people?[void 0]:[node=>!isPerson[node]&&!isOffice[node],void 0]).map(mayPass=>()=>{let reached=[];return distances(
from,1/0,isAllowed,reached,mayPass)[to]<0?null:reached}).reduce((found,way)=>found||way(),null);if(!reachedBy)return null;
let path={nodes:[to],engagements:[]};for(let node=to;node!==from;){let[previous,engagement]=reachedBy[node];path.engagements.
unshift(engagement),path.nodes.unshift(node=previous)}return path}function isInPeriod(engagement,[first,last3]){return ENGAGEMENTS.steps[engagement].some(([,,earliest,latest])=>(earliest!==
null||latest!==null)&&(earliest===null||earliest<=last3)&&(latest===null||latest>=first))}var LINKS_DOWN=new Set(["cover\
s","led to","had during it","has part"]);function outcomesOf(event){let found=new Set([event]);for(let engagement of found)
for(let[label2,other]of ENGAGEMENTS.links[engagement])other>=0&&LINKS_DOWN.has(label2)&&found.add(other);return found}function isWith(id){
let[node,event,term]=[findNode(id),findEngagement(id),findTerm(id)];if(node>=0)return e=>partyNodes(e).includes(node);if(event>=
0){let found=outcomesOf(event);return e=>found.has(e)}return e=>term?[...termsOf(term.group,e)].includes(term.index):!1}
var CONDITIONS=[{name:"asOf",isSet:()=>state.asOf!==null,without:{asOf:null},test:()=>e=>isKnownOn(e,state.asOf)},{name:"\
period",isSet:()=>state.period,without:{period:null},test:()=>{let period=state.period;return e=>isInPeriod(e,period)}},
{name:"voices",isSet:()=>state.voices>1,without:{voices:1},test:()=>e=>voicesOn(e,state.asOf)>=state.voices},{name:"text",
isSet:()=>state.text,without:{text:""},test:()=>{let found=matchText(state.text);return e=>found.has(e)}},{name:"event",
isSet:()=>state.event!==null,without:{event:null},test:()=>{let found=outcomesOf(state.event);return e=>found.has(e)}},{
name:"only",isSet:()=>state.only,without:{only:null,either:!1},test:()=>{let only2=state.only,isIn=node=>only2.has(node);
return state.either?e=>partyNodes(e).some(isIn):e=>{let parties=shownParties(e);return parties.some(isIn)&&parties.filter(
isIn).length>=Math.min(2,parties.length)}}},{name:"not",isSet:()=>state.not.length>0,without:{not:[]},test:()=>{let tests=state.
not.map(isWith);return e=>!tests.some(test=>test(e))}},{name:"neighbourhood",isSet:()=>state.neighbourhood,without:{neighbourhood:null},
test:()=>{let{node,hops}=state.neighbourhood,distance2=distances(node,hops-1,()=>!0),isNear=party=>distance2[party]>=0;return e=>partyNodes(
e).some(isNear)||organisationNodes(e).some(isNear)}}];for(let group of GROUPS)CONDITIONS.push({name:group,isSet:()=>state.
chosen[group].size>0,get without(){return{chosen:{...state.chosen,[group]:new Set}}},test:()=>e=>[...termsOf(group,e)].some(
term=>state.chosen[group].has(term))});var conditions=()=>CONDITIONS.filter(({isSet})=>isSet()).map(({name:name2,without,
test})=>[name2,without,test()]),isProvedOnly=()=>state.chosen.mark.size===1&&state.chosen.mark.has(PROVED),isTrusted=engagement=>isKnownOn(
engagement,state.asOf)&&(state.voices<2||voicesOn(engagement,state.asOf)>=state.voices)&&(!isProvedOnly()||proved[engagement]>
0),withoutCondition=name2=>CONDITIONS.find(each=>each.name===name2)?.without,facetCounts={},matching=new Uint8Array(SIZE.
engagements),known=0;function applyFilters(){let active=conditions();matching=new Uint8Array(SIZE.engagements),known=0,facetCounts=
Object.fromEntries(GROUPS.map(group=>[group,new Int32Array(TERMS[group].length)]));for(let engagement=0;engagement<SIZE.
engagements;engagement+=1){if(!isKnownOn(engagement,state.asOf))continue;known+=1;let failed=active.filter(([,,test])=>!test(
engagement));if(failed.length||(matching[engagement]=1),!(failed.length>1)){for(let group of GROUPS)if(!(failed.length&&
failed[0][0]!==group))for(let term of termsOf(group,engagement))term>=0&&(facetCounts[group][term]+=1)}}}function matchingWith(patch){
let before2={...state};Object.assign(state,patch);let others=conditions(),left=[...matching.keys()].filter(engagement=>isKnownOn(
engagement,state.asOf)&&others.every(([,,test])=>test(engagement)));return Object.assign(state,before2),left}var leftBy=patch=>{
let{chosen,path,voices}=defaultState();return matchingWith({...{chosen,path,voices,period:null,text:"",event:null,only:null,
either:!1,not:[],neighbourhood:null},...patch})};function whatHides(){return CONDITIONS.filter(({isSet})=>isSet()).map(({
name:name2,without})=>[name2,without,matchingWith(without).length]).sort((a,b)=>b[2]-a[2])}var failedConditions=engagement=>conditions().
filter(([,,test])=>!test(engagement)).map(([name2,without])=>[name2,without]),countRestrictions=()=>CONDITIONS.filter(({
isSet})=>isSet()).length,isRestricted=()=>countRestrictions()>0||state.path!==null,sum=flags=>flags.reduce((total,flag)=>total+
flag,0);var MOST_IN_COLUMN=14,MOST_BELOW=7,MOST_OF_OPEN=20,REST="rest",SIDE_KINDS=new Map;function groupKey(node){let country=NODES.
country[node],kind=NODES.kind[node],name2=`${country} ${kind}`;if(!SIDE_KINDS.has(name2)){let ids=[country<0?"":TERMS.country[country].
id,country<DATA.sides?TERMS.kind[kind]?.id??"none":""];SIDE_KINDS.set(name2,ids.filter(Boolean).join(" "))}return SIDE_KINDS.
get(name2)}var columnOfNode=node=>columnOf(NODES.country[node]),restKey=column=>`${REST} ${column}`,GROUP_KEYS=new Set([
...Array(SIZE.nodes).keys()].flatMap(node=>[groupKey(node),restKey(columnOfNode(node))]));function groupNodes(candidates,required){
let members=new Map;for(let node of candidates){if(required.includes(node))continue;let key=groupKey(node);members.has(key)||
members.set(key,[]),members.get(key)?.push(node)}let units=new Map(required.map(node=>[node,node])),groups=[],add=group=>{
groups.push(group);for(let node of group.members)units.set(node,-groups.length)},size=nodes=>nodes.reduce((total,node)=>total+
engagementsOf(node).length,0),closed=new Map;for(let[key,nodes]of members){let isOpen2=state.open.has(key),column=columnOfNode(
nodes[0]);if(!isOpen2){closed.set(column,[...closed.get(column)||[],{key,nodes,size:size(nodes)}]);continue}for(let node of nodes.
slice(0,MOST_OF_OPEN))units.set(node,node);let remainder=nodes.slice(MOST_OF_OPEN);remainder.length&&add({key,members:remainder,
isRemainder:!0,of:1})}for(let[column,all]of closed){let most=column===0||column===1?MOST_IN_COLUMN:MOST_BELOW;all.sort((a,b)=>b.
size-a.size||(a.key<b.key?-1:1));let isWhole=all.length<=most+1||state.open.has(restKey(column));for(let{key,nodes}of isWhole?
all:all.slice(0,most))nodes.length<2?units.set(nodes[0],nodes[0]):add({key,members:nodes,isRemainder:!1,of:1});let rest=isWhole?
[]:all.slice(most),others=rest.flatMap(({nodes})=>nodes);others.length&&add({key:restKey(column),members:others,isRemainder:!1,
of:rest.length})}return{units,groups}}function toggleGroup(group){let open2=new Set(state.open);return open2.delete(group.
key)||open2.add(group.key),open2}var KEY_ORGANISATIONS=25,KEY_LINES=150,FILTERED_ORGANISATIONS=70,MOST_ORGANISATIONS=300,GROUP_LINES=100,MAX_LINES=3e3,shown={
nodes:new Uint8Array(SIZE.nodes),engagements:new Uint8Array(SIZE.engagements),listed:new Uint8Array(SIZE.engagements),stacks:[],
groups:[],lines:0,path:null,leftOut:0,nameless:0,isReduced:!1,counts:{nodes:0,engagements:0},matching:{nodes:0,engagements:0}};
function rankNodes(candidates){let values=NODES.measure[state.measure]||[],larger=(a,b)=>(values[b]??-1)-(values[a]??-1)||
engagementsOf(b).length-engagementsOf(a).length||a-b,sorted=[...candidates].sort(larger);if(!DATA.sides)return sorted;let isOpposite=node=>DATA.
sides===1&&NODES.country[node]!==0,placed=sorted.map(node=>[node,isOpposite(node)?1:columnOf(NODES.country[node])]),sides=Array.
from({length:Math.max(DATA.sides,2)},(_,side)=>placed.filter(([,column])=>column===side).map(([node])=>node)),ranking2=[];
for(let place2=0;place2<Math.max(...sides.map(({length})=>length));place2+=1)for(let side of sides)place2<side.length&&ranking2.
push(side[place2]);return[...ranking2,...placed.filter(([,column])=>column<0).map(([node])=>node)]}function buildStacks(units,fewest,mostNodes,mostLines,isLeftOut){
let stacks=new Map,nodes=new Set,lines2=0;for(let engagement=0;engagement<SIZE.engagements;engagement+=1){if(!matching[engagement]||
isLeftOut(engagement))continue;let all=shownParties(engagement),parties=[];for(let node of all){let unit=units(node);unit!==
null&&!parties.includes(unit)&&parties.push(unit)}if(!parties.length||parties.length<fewest)continue;let key=parties.sort(
(a,b)=>a-b).join(" "),stack=stacks.get(key);if(stack)stack.engagements.push(engagement);else{for(let node of parties)nodes.
add(node);if((lines2+=parties.length)>mostLines||nodes.size>mostNodes)return null;stacks.set(key,{index:engagement,parties,
engagements:[engagement]})}}return[...stacks.values()]}var countLines2=stacks=>stacks.reduce((lines2,{parties})=>lines2+
parties.length,0);function reduce(nodes,mostNodes,mostLines,required,isLeftOut){let ranking2=[...new Set([...required,...rankNodes(
nodes)])],draw3=count=>{let isDrawn=new Uint8Array(SIZE.nodes);for(let node of ranking2.slice(0,count))isDrawn[node]=1;return buildStacks(
node=>isDrawn[node]?node:null,2,mostNodes,mostLines,isLeftOut)},[low,high]=[Math.min(required.length,ranking2.length),ranking2.
length];for(;low<high;){let middle2=Math.ceil((low+high)/2);draw3(middle2)?low=middle2:high=middle2-1}return draw3(low)||
[]}function largestStacks(stacks){let ranked=[...stacks].sort((a,b)=>b.engagements.length-a.engagements.length||a.index-
b.index),covered=new Set,lines2=0;return ranked.filter(({parties})=>{if(!(lines2+parties.length<=GROUP_LINES||parties.some(
unit=>!covered.has(unit))))return!1;lines2+=parties.length;for(let unit of parties)covered.add(unit);return!0})}var isLarge=[
...Array(SIZE.nodes).keys()].filter(node=>engagementsOf(node).length).length>KEY_ORGANISATIONS;function updateShown(){applyFilters();
let path=state.path&&shortestPath(...state.path,engagement=>matching[engagement]),isKey=state.level==="key"&&!state.neighbourhood&&
!state.only&&state.event===null,isLeftOut=engagement=>isKey&&isLarge&&DATA.sides>1&&!path&&!joinsSides[engagement],everyNode=new Uint8Array(
SIZE.nodes),listedNodes=new Uint8Array(SIZE.nodes),leftOut3=0,nameless=0;for(let engagement=0;engagement<SIZE.engagements;engagement+=
1){if(!matching[engagement])continue;let nodes2=shownParties(engagement);nodes2.length?isLeftOut(engagement)&&(leftOut3+=
1):nameless+=1;for(let node of nodes2)listedNodes[node]=1,isLeftOut(engagement)||(everyNode[node]=1)}let candidates=[...everyNode.
keys()].filter(node=>everyNode[node]),required=[...path?path.nodes:[],...state.neighbourhood?[state.neighbourhood.node]:
[]],[mostNodes,mostLines]=isKey?[KEY_ORGANISATIONS,KEY_LINES]:[1/0,MAX_LINES],mostWhole=isKey&&countRestrictions()?FILTERED_ORGANISATIONS:
isKey?mostNodes:MOST_ORGANISATIONS,whole=candidates.length<=mostWhole&&buildStacks(node=>node,1,mostWhole,mostLines,isLeftOut),
isGrouped=!whole&&!isKey&&!path,{units,groups}=isGrouped?groupNodes(rankNodes(candidates),required):{units:new Map,groups:[]},
grouped=isGrouped&&buildStacks(node=>units.get(node)??null,1,1/0,1/0,isLeftOut),stacks=whole||grouped&&largestStacks(grouped)||
reduce(candidates,mostNodes,mostLines,required,isLeftOut),nodes=new Uint8Array(SIZE.nodes),engagements=new Uint8Array(SIZE.
engagements);for(let stack of stacks){for(let unit of stack.parties)unit>=0&&(nodes[unit]=1);for(let engagement of stack.
engagements)engagements[engagement]=1}state.neighbourhood&&(nodes[state.neighbourhood.node]=1),shown={nodes,engagements,
listed:matching,stacks,groups,path,leftOut:leftOut3,nameless,lines:countLines2(stacks),isReduced:!whole&&!isGrouped&&sum(
engagements)+leftOut3<sum(matching),counts:{nodes:sum(nodes)+groups.reduce((total,{members})=>total+members.length,0),engagements:sum(
engagements)},matching:{nodes:sum(listedNodes),engagements:sum(matching)}}}var SHOWN_BY=new Set(["measure","chosen","voi\
ces","people","unnamed","asOf","period","event","only","either","not","text","neighbourhood","path","level","open"]);onChange(
changed=>{[...changed].some(name2=>SHOWN_BY.has(name2))&&(updateShown(),changed.add("shown"))});var scene={items:[],lines:[],byKey:new Map,linesOf:new Map,stackOf:new Map,sides:!1,arcs:!1,rows:0,stretch:[1,1]},itemKey=(kind,index)=>`${kind}\
 ${index}`,findItem=(kind,index)=>kind==="engagement"?scene.stackOf.get(index):scene.byKey.get(itemKey(kind,index)),linesOf=({
key})=>scene.linesOf.get(key);function addItem(item){return Object.assign(item,{key:itemKey(item.kind,item.index),order:scene.
items.length}),scene.items.push(item),scene.byKey.set(item.key,item),scene.linesOf.set(item.key,[]),item}function progressOf(engagements){
let counts=new Map;for(let engagement of engagements){let set=statusSetOn(engagement,state.asOf);counts.set(set,(counts.
get(set)||0)+1)}let sets=[...counts].sort((a,b)=>setStrength(b[0])-setStrength(a[0])||a[0]-b[0]);return{sets,strength:setStrength(
sets[0][0])}}function commonest(values){let counts=new Map;for(let value of values)counts.set(value,(counts.get(value)||
0)+1);return[...counts].reduce((best,entry)=>entry[1]>best[1]?entry:best)[0]}function addNodes(){let values=NODES.measure[state.
measure]||[],valueOf=node=>values[node]??0,highest=0;for(let node=0;node<SIZE.nodes;node+=1)(shown.nodes[node]||shown.groups.
length)&&(highest=Math.max(highest,valueOf(node)));for(let node=0;node<SIZE.nodes;node+=1){if(!shown.nodes[node])continue;
let share=highest>0&&valueOf(node)>0?Math.sqrt(valueOf(node)/highest):0,shape=kindShape(NODES.kind[node]);addItem({kind:"\
node",index:node,x:NODES.x[node],y:NODES.y[node],size:4.6+10.4*share,weight:1+share,shape,country:NODES.country[node],side:shape===
"blank"?"blank":countrySide(NODES.country[node])})}}function addGroups(){let most=Math.max(...shown.groups.map(({members})=>members.
length),1);shown.groups.forEach(({members},index)=>{let share=Math.sqrt(members.length/most),country=NODES.country[members[0]];
addItem({kind:"group",index,x:0,y:0,size:9+7*share,weight:1+share,shape:"circle",country,members,side:countrySide(country)})})}
var unitKey=unit=>unit<0?itemKey("group",-1-unit):itemKey("node",unit);function addStacks(){for(let{index,parties,engagements}of shown.
stacks){let progress=progressOf(engagements),type=commonest(engagements.map(engagement=>ENGAGEMENTS.type[engagement])),stack=addItem(
{kind:"stack",index,engagements,type,...progress,x:ENGAGEMENTS.x[index],y:ENGAGEMENTS.y[index],size:5.6+Math.min(1.1*Math.
sqrt(engagements.length-1),5),weight:.3+Math.min(engagements.length,20)/40,shape:"card",side:"card",colour:`tone-${typeTone(
type)}`,partyKeys:parties.map(unitKey)});for(let engagement of engagements)scene.stackOf.set(engagement,stack);let width=.5*
lineWidth(Math.max(...engagements.map(engagement=>ENGAGEMENTS.voices[engagement])));for(let node of parties){let from=scene.
byKey.get(unitKey(node)),line={stack,node,from,to:stack,colour:stack.colour,width,strength:progress.strength};scene.lines.
push(line),linesOf(line.from).push(line),linesOf(stack).push(line)}}}function buildScene(){Object.assign(scene,{items:[],
lines:[],byKey:new Map,linesOf:new Map,stackOf:new Map}),addNodes(),addGroups();let nodes=[...scene.items];addStacks(),scene.
arcs=nodes.length<=MOST_IN_ARCS||shown.groups.length>0,scene.rows=scene.arcs?placeInArcs(nodes,scene.items.slice(nodes.length)):
0;for(let item of scene.items)item.place=[item.x,item.y],item.origin=state.pins.get(item.key)||item.place;let columns=new Set(
nodes.map(({arc,side})=>scene.arcs?arc:side));scene.sides=DATA.sides>0&&columns.size>1&&(scene.arcs||columns.has(0)&&columns.
has(1))}var FADED=.22;function highlightAround(item){let items=new Set([item]),lines2=new Set,secondary=new Set,add=line=>{
lines2.add(line),items.add(line.from),items.add(line.to)},ownLines=linesOf(item);if(ownLines.forEach(add),item.kind!=="s\
tack"){for(let line of ownLines)for(let other of linesOf(line.to))lines2.has(other)||secondary.add(other);secondary.forEach(
add)}return{items,lines:lines2,secondary}}function highlightPath(){let{path}=shown;if(!path)return null;let nodes=new Set(
path.nodes.map(node=>findItem("node",node))),stacks=new Set(path.engagements.map(engagement=>findItem("engagement",engagement))),
lines2=new Set(scene.lines.filter(line=>stacks.has(line.to)&&nodes.has(line.from)));return{items:new Set([...nodes,...stacks].
filter(item=>item!==void 0)),lines:lines2}}function findFront(pointedAt){let[selected,hovered2]=[state.selection,pointedAt].
map(thing=>thing&&findItem(thing.kind,thing.index)||null),around=pointedAt?.isDragged?hovered2:selected||hovered2,highlight=around&&
highlightAround(around),path=highlightPath(),items=new Set([selected,hovered2,...highlight?.items||[],...path?.items||[]].
filter(item=>item!==null));return{selected,hovered:hovered2,highlight,path,items,lines:new Set([...highlight?.lines||[],
...path?.lines||[]]),fades:!!(highlight||path)}}var frontRank=({selected,hovered:hovered2,highlight},item)=>item===selected?
3:item===hovered2?2:highlight?.items.has(item)?1:0;function projectItems(camera2){let growth=Math.min(Math.max((camera2.scale/camera2.fitScale)**.6,.55),3.6)*camera2.density;
for(let item of scene.items)item.px=(item.x-camera2.x)*camera2.scale+camera2.width/2,item.py=(item.y-camera2.y)*camera2.
scale+camera2.height/2,item.r=item.size*growth,item.isInFrame=item.px>-60&&item.px<camera2.width+60&&item.py>-60&&item.py<
camera2.height+60;for(let line of scene.lines)line.curve=lineCurve(line)}function lineCurve({from,to}){let[dx,dy]=[to.px-
from.px,to.py-from.py];return scene.arcs&&from.labelSide?[from.px,from.py,from.px+dx*.45,from.py,to.px,to.py]:[from.px,from.
py,from.px+dx/2-dy*.06,from.py+dy/2+dx*.06,to.px,to.py]}var crossesFrame=({from:a,to:b},{width,height})=>Math.max(a.px,b.
px)>0&&Math.min(a.px,b.px)<width&&Math.max(a.py,b.py)>0&&Math.min(a.py,b.py)<height;function drawLines(renderer,camera2,lines2,{
fade=1,front}={}){let opacity=Math.min(.85,Math.max(.3,11/Math.sqrt(scene.lines.length+1))),groups=new Map,add=(layer,line,alpha,width)=>{
let key=`${layer} ${line.colour} ${alpha.toFixed(3)} ${width.toFixed(2)}`;groups.has(key)||groups.set(key,{layer,curves:[],
style:{colour:colours[line.colour],alpha,width}}),groups.get(key).curves.push(line.curve)};for(let line of lines2){if(!crossesFrame(
line,camera2))continue;let strength=opacity*(.25+.75*line.strength),{width}=line,isOnPath=front?.path?.lines.has(line);isOnPath&&
groups.set(line,{layer:1,curves:[line.curve],style:{colour:colours.accent,width:width+6,alpha:.4}}),isOnPath||front&&!front.
highlight?.secondary?.has(line)?add(3,line,Math.max(.55,line.strength),width*1.5):add(2,line,strength*fade,width)}for(let{
curves,style}of[...groups.values()].sort((a,b)=>a.layer-b.layer))renderer.curves(curves,style)}var CARD_PATH="M-.86,-1H.86Q1.14,-1 1.14,-.72V.72Q1.14,1 .86,1H-.86Q-1.14,1 -1.14,.72V-.72Q-1.14,-1 -.86,-1Z",QUESTION_MARK_PATH="\
M-.34,-.3Q-.34,-.62 0,-.62T.34,-.3Q.34,-.06 0,.1V.26M0,.52V.56",TICK_PATH="M-1,0L-.3,.8L1,-.9",MIN_ICON_RADIUS=5;function drawMark(renderer,item,alpha=1){
let{px:x,py:y,r}=item,d=item.shape==="card"?CARD_PATH:SHAPES[item.shape];if(renderer.shape(d,x,y,r,{fill:colours.paper,colour:colours.
paper,width:3.5}),item.side==="card")return drawStack(renderer,item,alpha);if(item.kind==="group")return drawGroup(renderer,
item,alpha);let style=SIDE_STYLES[item.side],colour=colours[`side-${item.side==="blank"?3:item.side}`];if(style.ring){let innerRadius=r*
(1-style.ring/2);renderer.shape(d,x,y,innerRadius,{colour,width:Math.max(style.ring*r,1.3),alpha,dashes:style.dash&&style.
dash.map(dash=>dash*innerRadius)})}else renderer.shape(d,x,y,r,{fill:colour,alpha});style.dot&&renderer.shape(SHAPES.circle,
x,y,style.dot*r,{fill:colours.paper}),item.side==="blank"&&r>5&&renderer.shape(QUESTION_MARK_PATH,x,y,r*.8,{colour,width:Math.
max(1.2,r*.14),alpha})}function drawGroup(renderer,{px:x,py:y,r,side,members},alpha){let colour=colours[`side-${side}`],
style={fill:colours.card,colour,width:1.5,alpha};for(let radius of[r,r*.8])renderer.shape(SHAPES.circle,x,y,radius,style);
let size=Math.min(Math.max(r*(members.length>999?.56:.72),7.5),15);renderer.text(formatNumber(members.length),x,y,{size,
weight:650,colour:colours.ink,alpha})}function drawStack(renderer,item,alpha){let{px:x,py:y,r,engagements,strength}=item,
colour=colours[item.colour],pale=alpha*(.45+.55*strength);if(r<MIN_ICON_RADIUS)return renderer.shape(CARD_PATH,x,y,r,{fill:colour,
alpha:pale*.8});let dashes=engagements.some(engagement=>inferred[engagement])&&[2.5,2.5];if(renderer.shape(CARD_PATH,x,y,
r,{fill:colours.card,colour,width:1.5,alpha:pale,dashes}),engagements.every(engagement=>proved[engagement])&&renderer.shape(
TICK_PATH,x+r,y-r,4,{colour:colours.ink,width:2,alpha}),engagements.length===1){let icon2=typeIcon(ENGAGEMENTS.type[engagements[0]]);
return renderer.shape(icon2,x,y,r*.66,{colour,width:Math.max(1.2,r*.13),alpha:pale})}renderer.text(formatNumber(engagements.
length),x,y-r*.14,{size:Math.min(Math.max(r*1.05,8.5),17),weight:650,colour:colours.ink,alpha});let left=x-r;for(let[set,
count]of item.sets){let width=2*r*count/engagements.length;renderer.rect(left,y+r*.62,width,r*.28,0,{fill:colour,alpha:alpha*
(.15+.85*setStrength(set))}),left+=width}}function drawMarks(renderer,items,{fade=1,front}={}){let ranked=[...items].filter(
item=>item.isInFrame).map(item=>({item,rank:front?frontRank(front,item):0})).sort((a,b)=>a.rank-b.rank||a.item.size-b.item.
size||a.item.order-b.item.order);for(let{item}of ranked){let{px:x,py:y,r}=item,isOnPath=front?.path?.items.has(item),isChosen2=item===
front?.selected;drawMark(renderer,item,front?.fades&&!isOnPath&&!front.highlight?.items.has(item)?FADED:fade);let reach=item.
shape==="card"?1.35:1.2;isOnPath&&renderer.shape(SHAPES.circle,x,y,r*reach+3,{colour:colours.accent,width:2,alpha:.7}),(isChosen2||
item===front?.hovered)&&renderer.shape(SHAPES.circle,x,y,r*reach+4,{colour:isChosen2?colours.accent:colours.soft,width:isChosen2?
2.5:1.5}),state.pins.has(item.key)&&renderer.shape(SHAPES.circle,x+r,y-r,2.6,{fill:colours.accent})}}var cleanForXml=text=>stripControls(String(text)).replace(/[\ud800-\udfff\u007f-\u009f\ufffe\uffff]/gu,""),pathCache=new Map;
function cachedPath(d){return pathCache.has(d)||(pathCache.size>4e3&&pathCache.clear(),pathCache.set(d,new Path2D(d))),pathCache.
get(d)}function createCanvasRenderer(ctx,font){ctx.lineJoin="round",ctx.textBaseline="middle";let paint=({fill,colour,width,
alpha=1,dashes},path)=>{fill&&(ctx.globalAlpha=alpha,ctx.fillStyle=fill,path?ctx.fill(path):ctx.fill()),colour&&(ctx.globalAlpha=
alpha,ctx.strokeStyle=colour,ctx.lineWidth=width,ctx.setLineDash(dashes||[]),path?ctx.stroke(path):ctx.stroke())};return{
curve([x1,y1,cx,cy,x2,y2],style){ctx.beginPath(),ctx.moveTo(x1,y1),ctx.quadraticCurveTo(cx,cy,x2,y2),paint(style)},curves(list4,style){
ctx.beginPath();for(let[x1,y1,cx,cy,x2,y2]of list4)ctx.moveTo(x1,y1),ctx.quadraticCurveTo(cx,cy,x2,y2);paint(style)},shape(d,x,y,r,style){
ctx.save(),ctx.translate(x,y),ctx.scale(r,r),paint({...style,width:style.width/r,dashes:style.dashes&&style.dashes.map(dash=>dash/
r)},cachedPath(d)),ctx.restore()},rect(x,y,width,height,cornerRadius,style){ctx.beginPath(),ctx.roundRect(x,y,width,height,
cornerRadius),paint(style)},text(text,x,y,{size,weight=400,colour,alpha=1,anchor="middle",halo,spacing=0}){ctx.font=`${weight}\
 ${size}px ${font}`;let rightToLeft=isRightToLeft(text);"letterSpacing"in ctx&&(ctx.letterSpacing=`${rightToLeft?0:spacing}\
px`),ctx.textAlign={start:"left",middle:"center",end:"right"}[anchor],ctx.direction=rightToLeft?"rtl":"ltr",ctx.globalAlpha=
alpha,halo&&(ctx.setLineDash([]),ctx.lineWidth=3.6,ctx.strokeStyle=halo,ctx.strokeText(text,x,y)),ctx.fillStyle=colour,ctx.
fillText(text,x,y)}}}function createSvgRenderer(root,font){let round2=value=>String(Math.round(value*100)/100),styleAttributes=({
fill,colour,width,alpha=1,dashes})=>({fill:fill||"none",...colour?{stroke:colour,"stroke-width":round2(width),"stroke-li\
nejoin":"round"}:{},...colour&&dashes&&dashes.length?{"stroke-dasharray":dashes.map(round2).join(" ")}:{},...alpha<1?{opacity:round2(
alpha)}:{}}),direction=(text,anchor)=>isRightToLeft(text)?{direction:"rtl","text-anchor":{start:"end",end:"start"}[anchor]||
anchor}:{"text-anchor":anchor},append=(tag,attributes,...children)=>root.append(svg(tag,attributes,...children));return{
curve:([x1,y1,cx,cy,x2,y2],style)=>append("path",{d:`M${round2(x1)},${round2(y1)}Q${round2(cx)},${round2(cy)} ${round2(x2)}\
,${round2(y2)}`,...styleAttributes(style)}),curves:(list4,style)=>append("path",{d:list4.map(([x1,y1,cx,cy,x2,y2])=>`M${round2(
x1)},${round2(y1)}Q${round2(cx)},${round2(cy)} ${round2(x2)},${round2(y2)}`).join(""),...styleAttributes(style)}),shape:(d,x,y,r,style)=>append(
"path",{d,transform:`translate(${round2(x)} ${round2(y)}) scale(${r.toFixed(3)})`,...styleAttributes(style),...style.colour?
{"stroke-width":(style.width/r).toFixed(4)}:{},...style.dashes&&style.dashes.length?{"stroke-dasharray":style.dashes.map(
dash=>(dash/r).toFixed(3)).join(" ")}:{}}),rect:(x,y,width,height,cornerRadius,style)=>append("rect",{x:round2(x),y:round2(
y),width:round2(width),height:round2(height),rx:cornerRadius,...styleAttributes(style)}),text:(text,x,y,{size,weight=400,
colour,alpha=1,anchor="middle",halo,spacing=0})=>append("text",{x:round2(x),y:round2(y),fill:colour,"font-family":font,"\
font-size":size,"font-weight":weight,...direction(text,anchor),"dominant-baseline":"central",...alpha<1?{opacity:round2(
alpha)}:{},...spacing&&!isRightToLeft(text)?{"letter-spacing":spacing}:{},...halo?{stroke:halo,"stroke-width":3.6,"strok\
e-linejoin":"round","paint-order":"stroke"}:{}},cleanForXml(text))}}var MARGIN=200,MOST_ZOOM=2,PAUSE=3,background=el("canvas",{class:"background"}),bitmaps=background.getContext("bitmapren\
derer"),canvas=new OffscreenCanvas(1,1),context=canvas.getContext("2d"),drawn=null;function forgetBackground(){drawn=null}
function draw(camera2,ratio){let start=performance.now(),frame=drawn={...camera2,width:camera2.width+2*MARGIN,height:camera2.
height+2*MARGIN,ratio,items:scene.items,ends:[],until:0},{width,height}=frame;projectItems(frame),frame.ends=[scene.items.
every(({px,r})=>px>2*r),scene.items.every(({py,r})=>py>2*r),scene.items.every(({px,r})=>px<width-2*r),scene.items.every(
({py,r})=>py<height-2*r)],[canvas.width,canvas.height]=[Math.round(width*ratio),Math.round(height*ratio)],Object.assign(
background.style,{width:`${canvas.width/ratio}px`,height:`${canvas.height/ratio}px`}),context.scale(ratio,ratio);let renderer=createCanvasRenderer(
context,colours.font);drawLines(renderer,frame,scene.lines),drawMarks(renderer,scene.items),bitmaps.transferFromImageBitmap(
canvas.transferToImageBitmap());let end=performance.now();frame.until=end+PAUSE*(end-start)}var isCurrent=(camera2,ratio)=>drawn&&
drawn.items===scene.items&&drawn.ratio===ratio&&drawn.width===camera2.width+2*MARGIN&&drawn.height===camera2.height+2*MARGIN&&
drawn.fitScale===camera2.fitScale&&drawn.density===camera2.density;function placeIn(camera2){let{x,y,scale,width,height}=drawn,
zoom=camera2.scale/scale;return[zoom,(x-camera2.x)*camera2.scale+(camera2.width-width*zoom)/2,(y-camera2.y)*camera2.scale+
(camera2.height-height*zoom)/2]}function fills(camera2,[zoom,left,top2],around){let{width,height,ends}=drawn;return(left<=
-around||ends[0])&&(top2<=-around||ends[1])&&(left+width*zoom>=camera2.width+around||ends[2])&&(top2+height*zoom>=camera2.
height+around||ends[3])}function showBackground(camera2,ratio,isMoving2,fades){let place2=isCurrent(camera2,ratio)&&placeIn(
camera2),isWhole=length=>Math.abs(length*ratio-Math.round(length*ratio))<.01,serves=place2&&(isMoving2?performance.now()<
drawn.until||place2[0]<MOST_ZOOM&&place2[0]>1/MOST_ZOOM&&fills(camera2,place2,0):place2[0]===1&&isWhole(place2[1])&&isWhole(
place2[2])&&fills(camera2,place2,MARGIN/2));serves||draw(camera2,ratio);let[zoom,...offset]=serves?place2:placeIn(camera2),
[left,top2]=zoom===1?offset.map(length=>Math.round(length*ratio)/ratio):offset;Object.assign(background.style,{transform:`\
translate(${left}px, ${top2}px) scale(${zoom})`,opacity:fades?FADED:1})}function parseDate(edtf){let match=/^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);return!match||Number(
match[2])>12||match[2]==="00"?null:{year:match[1],month:match[2]?Number(match[2]):0,day:match[3]?Number(match[3]):0,qualifier:match[4]}}
function formatSingleDate(edtf,omit="",short=!1){let parts=parseDate(edtf);if(!parts)return edtf;let{month,day,qualifier}=parts,
year=omit?"":parts.year.replaceAll("X","0")+(parts.year.includes("X")?translate("decade"):""),shownMonth=omit==="month"?
0:month,name2=shownMonth?translate("months").split(" ")[shownMonth-1]:"",text=interfaceLanguage()==="zh"?[year&&(parts.year.
includes("X")?year:`${year}年`),shownMonth&&`${shownMonth}月`,day&&`${day}日`].filter(Boolean).join(""):[day||"",short&&
interfaceLanguage()==="en"?name2.slice(0,3):name2,year].filter(Boolean).join(" ");return qualifier?translate({"~":"about",
"?":"probably","%":"probablyAbout"}[qualifier],text):text}var INTERVAL_PATTERN=/^([[{]?)([^[\]{}/,]*?)(\.\.|\/|,)([^[\]{}/,]*?)[\]}]?$/;
function formatIntervalEnds(from,to,short){let[start,end]=[parseDate(from),parseDate(to)],shared=!(start&&end&&!start.qualifier&&
!end.qualifier&&!!start.month==!!end.month&&!!start.day==!!end.day)||start.year!==end.year||!start.month?"":start.month===
end.month&&start.day?"month":"year";return interfaceLanguage()==="zh"?[formatSingleDate(from,"",short),formatSingleDate(
to,shared,short)]:[formatSingleDate(from,shared,short),formatSingleDate(to,"",short)]}function formatDate(edtf){let[,set,
from,,to]=INTERVAL_PATTERN.exec(edtf)||[];return to===void 0?formatSingleDate(edtf):from?!to||to===".."?translate("since",
formatSingleDate(from)):translate(set?"between":"fromTo",...formatIntervalEnds(from,to,!1)):translate("by",formatSingleDate(
to))}function formatShortDate(edtf){let[,,from,,to]=INTERVAL_PATTERN.exec(edtf)||[];return from&&to&&to!==".."?formatIntervalEnds(
from,to,!0).join("–"):to===void 0?formatSingleDate(edtf,"",!0):formatDate(edtf)}function reportDate(engagement,day,format2=formatDate){
let source=ENGAGEMENTS.sources[engagement].find(each=>SOURCES.reported[each]===day&&SOURCES.date[each]);return format2(source===
void 0?formatIsoDay(day):SOURCES.date[source])}var formatDay=day=>day==null?"":formatSingleDate(formatIsoDay(day));var sideName=side=>side<DATA.sides?termLabel("country",side):capitalise(translate(DATA.sides>1?"elsewhere":side===1?"oth\
erCountries":"countryUnknown"));function groupName(index){let{key,members,isRemainder,of}=shown.groups[index];if(of>1)return translate(
"groupRest",formatNumber(of));let name2=keyName(key);return isRemainder?translate("groupRemainder",formatNumber(members.
length),name2):name2}function keyName(key){let[country,kind]=["country","kind"].map(group=>TERMS[group].findIndex(({id})=>key.
split(" ").includes(id)));return kind<0&&country<0?capitalise(translate("groupOthers")):capitalise(kind>=0?termLabel("ki\
nd",kind):termLabel("country",country))}function unitElement(unit){if(unit>=0)return nameElement(unit);let[name2,{members}]=[
groupName(-1-unit),shown.groups[-1-unit]],country=NODES.country[members[0]],where2=country<0?translate("countryUnknown"):
termLabel("country",country),count=pluralise(members.length,"organisation");return bdi(`${name2} (${country>=DATA.sides?
count:[where2,count].join(translate("comma"))})`,null)}var NAMED2=6,alternatives=items=>items.length<2?items.join(""):`${items.
slice(0,-1).join(translate("comma"))}${translate("orWord")}${items.at(-1)}`;function namesOf2(nodes){let names=nodes.slice(
0,NAMED2).map(node=>nodeName(node).text);return nodes.length>NAMED2&&names.push(translate("andMore",formatNumber(nodes.length-
NAMED2))),names.join(translate("comma"))}function describePeriod(period){let[first,last3]=period.map(monthOf);return formatDate(
first===last3?first:`${first}/${last3}`)}var WORDS={asOf:()=>state.asOf===null?"":formatDay(state.asOf),period:()=>state.
period&&describePeriod(state.period),voices:()=>state.voices>1?translate("atLeast",state.voices):"",text:()=>state.text&&
translate("quoted",state.text),event:()=>state.event===null?"":translate("andOutcomes",engagementTitle(state.event).text),
only:()=>state.only&&namesOf2([...state.only]),not:()=>alternatives(state.not.map(nameOfId)),neighbourhood:()=>state.neighbourhood&&
translate("within",pluralise(state.neighbourhood.hops,"step"),nodeName(state.neighbourhood.node).text)},termsInWords=group=>alternatives(
[...state.chosen[group]].sort((a,b)=>a-b).map(term=>termLabel(group,term))),conditionName=name2=>translate(GROUPS.includes(
name2)?`group_${name2}`:`condition_${name2}`);function notDrawn(){let{counts,matching:matching2,leftOut:leftOut3,nameless,
groups}=shown,others=matching2.engagements-counts.engagements-leftOut3-nameless,words=[["oneSided",leftOut3],[groups.length?
"fewer":"smaller",others],["unnamedBanner",nameless]].filter(([,count])=>count).map(([key,count])=>translate(key,formatNumber(
count)));return words.length?translate("notDrawn",words.join(translate("comma"))):""}function describeChoices(){let choices2=[
...GROUPS.map(group=>[group,termsInWords(group)]),...Object.entries(WORDS).map(([name2,words])=>[name2,words()])].filter(
([,words])=>words).map(([name2,words])=>[name2,capitalise(translate("labelled",conditionName(name2),words))]);if(state.path){
let names=state.path.map(node=>nodeName(node).text).join(" – ");choices2.push(["path",capitalise(translate("labelled",
translate("shortestPath"),names))])}for(let name2 of["people","unnamed"])state[name2]&&choices2.push([name2,translate(`s\
witch_${name2}`)]);return state.view==="map"&&shown.leftOut&&choices2.push(["level",notDrawn().replace(/[.。۔]$/,"")]),
state.view==="map"&&shown.groups.length&&choices2.push(["level",translate("grouped")]),state.view==="map"&&shown.isReduced&&
choices2.push(["level",translate("showLargest")]),choices2}var describeState=(omit=[])=>describeChoices().filter(([name2])=>!omit.
includes(name2)).map(([,words])=>words).join(translate("semicolon"));function describeSelection(){let{kind,index}=state.
selection||{kind:"",index:-1};if(kind==="node")return nodeName(index).text;if(kind==="engagement")return engagementTitle(
index).text;let stack=kind==="stack"&&shown.stacks.find(({engagements})=>engagements.includes(index));return kind==="sta\
ck"?(stack?stack.parties:[...shownParties(index)]).map(unit=>unit<0?groupName(-1-unit):nodeName(unit).text).join(" – "):
""}var shownDay=()=>state.asOf??DATA.as_of??DATA.today;function shownEngagements(){let flags=state.view==="map"?shown.engagements:
shown.listed;return Array.from({length:SIZE.engagements},(_,engagement)=>engagement).filter(engagement=>flags[engagement])}
var sourcesOfEngagements=engagements=>[...new Set(engagements.flatMap(each=>ENGAGEMENTS.sources[each]))].filter(source=>state.
asOf===null||SOURCES.known[source]===null||SOURCES.known[source]<=state.asOf);function licenceName(address){let[,terms,version]=/creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/.
exec(address)||[];return terms?terms==="zero"?`CC0 ${version}`:`CC ${terms.toUpperCase()} ${version}`:address}var pageAddress=()=>/^https?:/.
test(location.href)?location.href:`${document.title} ${location.hash}`.trim();function provenance(engagements=shownEngagements()){
let licence=licenceName(DATA.licence);return[[shownDay()?capitalise(translate("dataAsOf",formatDay(shownDay()))):"",pluralise(
sourcesOfEngagements(engagements).length,"source"),DATA.creators.join(translate("comma"))].filter(Boolean).join(" · "),
[...new Set([licence,DATA.licence])].join(" · "),pageAddress()].filter(Boolean)}var pointOnCurve=([x1,y1,cx,cy,x2,y2],t)=>[(1-t)*(1-t)*x1+2*t*(1-t)*cx+t*t*x2,(1-t)*(1-t)*y1+2*t*(1-t)*cy+t*t*y2];function isInside([
x,y],polygon){let inside=!1;return polygon.forEach(([x1,y1],place2)=>{let[x2,y2]=polygon[(place2+1)%polygon.length];y1>y!=
y2>y&&x<(x2-x1)*(y-y1)/(y2-y1)+x1&&(inside=!inside)}),inside}function wrapText(text,maxLines,lineLength=20,longest=26){let lines2=[""],isChinese=part=>/[\u3400-\u9fff]/.test(part),words=stripControls(
text).trim().split(/\s+/).flatMap(part=>isChinese(part)?part.match(/.{1,10}/gu):[part]);for(let part of words){let last3=lines2[lines2.
length-1];last3&&last3.length+part.length>lineLength?lines2.push(part):lines2[lines2.length-1]=last3?`${last3}${isChinese(
last3.at(-1))&&isChinese(part[0])?"":" "}${part}`:part}let kept=lines2.slice(0,maxLines).map(line=>line.length>longest?`${[
...line].slice(0,longest-2).join("")}…`:line);return lines2.length>maxLines&&!kept[maxLines-1].endsWith("…")&&(kept[maxLines-
1]+="…"),kept}var ALWAYS_NAMED=12;function createAreaIndex(){let cells=new Map,CELL_SIZE=64,visitCells=(area,visit)=>{
for(let x=Math.floor(area.left/CELL_SIZE);x<=area.right/CELL_SIZE;x+=1)for(let y=Math.floor(area.top/CELL_SIZE);y<=area.
bottom/CELL_SIZE;y+=1)if(visit(x*4096+y))return!0;return!1},overlap=(a,b)=>a.left<b.right&&b.left<a.right&&a.top<b.bottom&&
b.top<a.bottom;return{add:area=>visitCells(area,key=>{cells.has(key)||cells.set(key,[]),cells.get(key).push(area)}),free:area=>!visitCells(
area,key=>(cells.get(key)||[]).some(other=>overlap(area,other)))}}var measuringContext=document.createElement("canvas").
getContext("2d"),widthCache=new Map;function textWidth(text,weight,size){let key=`${weight} ${size} ${text}`;return widthCache.
has(key)||(widthCache.size>6e3&&(widthCache=new Map),measuringContext.font=`${weight} ${size}px ${colours.font}`,widthCache.
set(key,measuringContext.measureText(text).width)),widthCache.get(key)}var isArcNode=item=>scene.arcs&&item.labelSide!==
void 0,itemName=item=>item.kind==="node"?nodeMapName(item.index):item.kind==="group"?groupName(item.index):item.engagements.
length===1?engagementTitle(item.index).text:"",sizeOf=(item,camera2)=>camera2.width<500||rowHeight(camera2)<18?11:item.kind===
"stack"?11.5:item.weight>1.45?13:12,TWO_LINES=26,rowHeight=camera2=>scene.arcs?camera2.height*camera2.scale/camera2.fitScale/
(scene.rows+2):1/0;function arcNameWidths(width,mostLines){let widths=[0,0];for(let item of scene.items){if(!item.labelSide)
continue;let side=item.labelSide<0?0:1;for(let line of mostLines>1?wrapText(itemName(item),2):wrapText(itemName(item),1,
34,34))widths[side]=Math.max(widths[side],textWidth(line,650,width<500?11:13)+item.size+16)}return widths.map(needed=>Math.
min(needed,width*.3))}var SPOTS=[[0,1,.5,0,0,1,0],[0,-1,.5,1,0,-1,.2],[1,0,0,.5,1,0,.35],[-1,0,1,.5,-1,0,.35],[1,1,0,0,.7,
.7,.8],[-1,1,1,0,-.7,.7,.8],[1,-1,0,1,.7,-.7,.8],[-1,-1,1,1,-.7,-.7,.8],[0,1,.2,0,.2,.95,.6],[0,1,.8,0,-.2,.95,.6]];function sortSpots(item){
let{px:x,py:y}=item,ownLines=linesOf(item),sample=ownLines.length>40?ownLines.filter((_,index)=>index%Math.ceil(ownLines.
length/40)===0):ownLines;return SPOTS.map(spot=>{let[,,,,dx,dy,penalty]=spot,cost=penalty;for(let{from,to}of sample){let other=from===
item?to:from,distance2=Math.hypot(other.px-x,other.py-y)||1;cost+=Math.max(0,(dx*(other.px-x)+dy*(other.py-y))/distance2-
(dx?.8:.35))}return{spot,cost}}).sort((a,b)=>a.cost-b.cost).map(({spot})=>spot)}function namePositions(item){let{px:x,py:y}=item,
r=(item.kind==="stack"?item.r*1.15:item.r)+4;if(isArcNode(item)&&item.labelSide){let side=item.labelSide;return[...[0,4,
-4,9,-9].map(dy=>[x+side*r,y+dy,side<0?1:0,.5]),[x,y+r,.5,0],[x,y-r,.5,1],[x-side*r,y,side<0?0:1,.5]]}let d=item.r*.72+2;
return cached(item,`${scene.stretch}`,()=>sortSpots(item)).map(([right,down,alignX,alignY])=>{let reach=right&&down?d:r;
return[x+right*reach,y+down*reach,alignX,alignY]})}var cache=new WeakMap;function cached(item,key,compute){cache.has(item)||
cache.set(item,new Map);let known2=cache.get(item);return known2.has(key)||known2.set(key,compute()),known2.get(key)}function nameVariants(item,size,weight,isHigh){
let text=itemName(item);return(isArcNode(item)&&item.labelSide?[...isHigh?[wrapText(text,2),wrapText(text,3,12)]:[],wrapText(
text,1,34,34),wrapText(text,1,22,24),...isHigh?[]:[wrapText(text,2,14)],wrapText(text,1,14,16)]:[wrapText(text,item.kind===
"stack"?3:2),wrapText(text,4,11)]).map(lines2=>({lines:lines2,height:size*1.18*lines2.length,width:Math.max(...lines2.map(
line=>textWidth(line,weight,size)))+4}))}function nameArea([x,y,alignX,alignY],width,height){let left=x-width*alignX,top2=y-
height*alignY;return{left,right:left+width,top:top2,bottom:top2+height}}function placeNames(camera2,front,occupied,areas){
let{highlight}=front,names=createAreaIndex();for(let area of occupied)areas.add(area),names.add(area);let isInside2=({left,
right,top:top2,bottom})=>left>=3&&right<=camera2.width-3&&top2>=3&&bottom<=camera2.height-3,itemsInFrame=scene.items.filter(
item=>item.isInFrame);for(let{px,py,r}of itemsInFrame)areas.add({left:px-r,right:px+r,top:py-r,bottom:py+r});let rank=item=>frontRank(
front,item),areStacksNamed=camera2.scale/camera2.fitScale>2.2||highlight&&highlight.lines.size-highlight.secondary.size<=
12,isNamed=item=>item.kind!=="stack"||rank(item)>1||areStacksNamed&&(rank(item)||!highlight),candidates=itemsInFrame.filter(
item=>isNamed(item)&&itemName(item)).map(item=>({item,itemRank:rank(item)})).sort((a,b)=>b.itemRank-a.itemRank||Number(isArcNode(
b.item))-Number(isArcNode(a.item))||b.item.weight-a.item.weight||a.item.order-b.item.order).slice(0,400),limit=Math.max(
30,Math.round(camera2.width*camera2.height/5200)),largest=new Set(candidates.filter(({item})=>item.kind!=="stack").sort(
(a,b)=>b.item.weight-a.item.weight).slice(0,ALWAYS_NAMED).map(({item})=>item)),placed=[];for(let{item,itemRank}of candidates){
if(placed.length>=limit&&!itemRank)break;let size=sizeOf(item,camera2),weight=itemRank>1||item.weight>1.45?650:450,isHigh=rowHeight(
camera2)>TWO_LINES,variants=cached(item,`${size} ${weight} ${isHigh}`,()=>nameVariants(item,size,weight,isHigh)),positions=namePositions(
item),find=index=>{for(let variant of variants){let position2=positions.find(each=>{let area2=nameArea(each,variant.width,
variant.height);return isInside2(area2)&&index.free(area2)});if(position2)return[variant,position2]}return null},found=find(
areas)||largest.has(item)&&find(names)||itemRank>1&&[variants[1],positions[0]];if(!found)continue;let[{lines:lines2,width,
height},position]=found,area=nameArea(position,width,height);for(let index of[areas,names])index.add(area);placed.push({
item,lines:lines2,size,weight,dx:(area.left+area.right)/2-item.px,dy:area.top-item.py})}return placed}var lastPlaced=[],
lastScale=1,CROWDED=.85;function drawNames(renderer,camera2,front,occupied,isMoving2){let{highlight}=front,areas=createAreaIndex();
isMoving2||([lastPlaced,lastScale]=[placeNames(camera2,front,occupied,areas),camera2.scale]);for(let{item,lines:lines2,size,
weight,dx,dy}of lastPlaced){if(item.kind==="stack"&&camera2.scale<CROWDED*lastScale)continue;let isFaded=highlight&&!highlight.
items.has(item),colour=item.kind==="stack"?colours.soft:colours.ink;lines2.forEach((line,row)=>renderer.text(line,item.px+
dx,item.py+dy+size*1.18*(row+.5),{size,weight,colour,alpha:isFaded?.35:1,halo:colours.paper}))}return isMoving2||drawRoles(
renderer,camera2,highlight,areas),lastPlaced.length}function drawRoles(renderer,camera2,highlight,areas){let lines2=highlight?
[...highlight.lines].filter(line=>!highlight.secondary.has(line)):[];if(!(!lines2.length||lines2.length>12))for(let line of lines2){
let roles=new Set(line.stack.engagements.flatMap(engagement=>ENGAGEMENTS.parties[engagement]).filter(([,party])=>party===
line.node).map(([role])=>termLabel("role",role)));if(!roles.size||roles.size>2)continue;let text=stripControls([...roles].
join(", ")),width=textWidth(text,600,11)+4;for(let fraction of[.5,.42,.58,.34,.66]){let[x,y]=pointOnCurve(line.curve,fraction),
area=nameArea([x,y,.5,.5],width,14);if(!(!areas.free(area)||area.left<3||area.right>camera2.width-3)){areas.add(area),renderer.
text(text,x,y,{size:11,weight:600,colour:colours[line.colour],halo:colours.paper});break}}}}function drawSides(renderer,camera2){if(!scene.sides)return[];let edges=[-1/0,1/0];for(let item of scene.items){let side=scene.
arcs?item.arc:item.side;side===0&&(edges[0]=Math.max(edges[0],item.px+item.r)),side===1&&(edges[1]=Math.min(edges[1],item.
px-item.r))}let gutter=Math.max(edges[1]-edges[0],0),[leftEdge,rightEdge]=gutter>0?[edges[0]+Math.min(14,gutter/3),edges[1]-
Math.min(14,gutter/3)]:[(edges[0]+edges[1])/2,(edges[0]+edges[1])/2],countryNames=[],halves=[[0,Math.min(leftEdge,camera2.
width),0],[Math.max(rightEdge,0),camera2.width,1]];for(let[from,to,side]of halves){if(to-from<40)continue;let colour=colours[`\
side-${side===1&&DATA.sides===1?2:side}`];renderer.rect(from,0,to-from,camera2.height,0,{fill:colour,alpha:.035});let text=stripControls(
sideName(side)),size=camera2.width<500?12:14,width=text.length*(size*.72+2);if(width>to-from-16)continue;let x=side?to-18:
from+18,style={size,weight:600,colour,anchor:side?"end":"start",spacing:1.6,halo:colours.paper};countryNames.push({left:side?
x-width:x,right:side?x:x+width,top:12,bottom:34,draw:()=>renderer.text(text,x,22,style)})}for(let band of bands()){let[from,
to]=[Math.max(leftEdge,0),Math.min(rightEdge,camera2.width)],text=stripControls(sideName(band.side)),size=camera2.width<
500?12:14,[width,x,y]=[text.length*(size*.72+2),from+14,band.top-14];renderer.rect(from,band.top-26,to-from,band.bottom-
band.top+64,6,{fill:colours["side-2"],alpha:.06});let style={size,weight:600,colour:colours.soft,anchor:"start",spacing:1.6,
halo:colours.paper};countryNames.push({left:x,right:x+width,top:y-10,bottom:y+12,draw:()=>renderer.text(text,x,y,style)})}
return countryNames}function bands(){return scene.arcs?[2,3,OTHER].flatMap(side=>{let items=scene.items.filter(({arc})=>arc===
side);return items.length?[{side,top:Math.min(...items.map(({py,r})=>py-r)),bottom:Math.max(...items.map(({py,r})=>py+r))}]:
[]}):[]}var mapElement=byId("map"),reducedMotion=matchMedia("(prefers-reduced-motion: reduce)"),NETWORK_OPTIONS={physics:{enabled:!1},
layout:{improvedLayout:!1,randomSeed:7},interaction:{hover:!1,selectable:!1,dragNodes:!1,zoomSpeed:.7,keyboard:!1}},network=new vis.
Network(mapElement,{},NETWORK_OPTIONS);mapElement.prepend(background);var camera={x:0,y:0,scale:1,width:1,height:1,fitScale:1,
density:1},hovered=null,isMovedByReader=!1,isMoving=!1,isStarting=!0,stopTimer=0,saveTimer=0;readColours();var redraw=()=>network.
body.emitter.emit("_requestRedraw");function drawMap(renderer,frame,occupied){projectItems(frame);let front=findFront(hovered),
fade=front.fades?FADED:1;drawFront(renderer,frame,front,occupied,()=>{drawLines(renderer,frame,scene.lines.filter(line=>!front.
lines.has(line)),{fade}),drawMarks(renderer,scene.items.filter(item=>!front.items.has(item)),{fade})})}function drawFront(renderer,frame,front,occupied,drawBack,keepsNames=!1){
let countryNames=drawSides(renderer,frame);drawBack(),drawLines(renderer,frame,front.lines,{front}),drawMarks(renderer,front.
items,{front}),drawNames(renderer,frame,front,[...occupied,...countryNames],keepsNames);for(let{draw:draw3}of countryNames)
draw3()}function readCamera(){let{x,y}=network.getViewPosition(),{clientWidth:width,clientHeight:height}=mapElement;return Object.
assign(camera,{x,y,scale:network.getScale(),width,height})}function buttonAreas(){let frame=mapElement.getBoundingClientRect();
return[...document.querySelectorAll(".zoom, #filters")].map(element=>element.getBoundingClientRect()).filter(({width})=>width).
map(({left,right,top:top2,bottom})=>({left:left-frame.left-6,right:right-frame.left+6,top:top2-frame.top-6,bottom:bottom-
frame.top+6}))}network.on("afterDrawing",ctx=>{if(isStarting||!mapElement.clientWidth)return;let ratio=ctx.canvas.width/
mapElement.clientWidth;ctx.save(),ctx.setTransform(ratio,0,0,ratio,0,0),readCamera();let front=findFront(hovered);showBackground(
camera,ratio,isMoving,front.fades),projectItems(camera),drawFront(createCanvasRenderer(ctx,colours.font),camera,front,buttonAreas(),
()=>{},isMoving),ctx.restore()});function keepMoving(){isMovedByReader=!0,expectMoves(0)}function expectMoves(duration){
isMoving=!0,clearTimeout(stopTimer);let timer=stopTimer=setTimeout(()=>requestAnimationFrame(()=>requestAnimationFrame(()=>{
timer===stopTimer&&(isMoving=!1,redraw())})),duration+120)}function repaint(){readColours(),forgetBackground(),network.redraw()}
function animationOptions(){return reducedMotion.matches?!1:(expectMoves(320),{duration:320,easingFunction:"easeInOutQua\
d"})}function boundsOf(placeOf2){let[left,right,top2,bottom]=[1/0,-1/0,1/0,-1/0];for(let item of scene.items){let[x,y]=placeOf2(
item);left=Math.min(left,x),right=Math.max(right,x),top2=Math.min(top2,y),bottom=Math.max(bottom,y)}return left>right?{left:-1,
right:1,top:-1,bottom:1}:{left,right,top:top2,bottom}}function fitCamera(width,height,nameLines=height/(scene.rows+2)>TWO_LINES?
2:1){let isNarrow=width<500,[nameLeft,nameRight]=scene.arcs?arcNameWidths(width,nameLines):[0,0],margin=isNarrow?30:58,margins={
left:Math.max(margin,nameLeft),right:Math.max(margin,nameRight),top:scene.sides?50:34,bottom:isNarrow?62:40},density=scene.
arcs?Math.min(Math.max(Math.min(height/(scene.rows*36+1),width/540),.5),1.1):Math.min(Math.max(Math.sqrt(width*height/Math.
max(scene.items.length,1))/62,.5),1.2),[availableWidth,availableHeight]=[Math.max(width-margins.left-margins.right,40),Math.
max(height-margins.top-margins.bottom,40)],{left:x1,right:x2,top:y1,bottom:y2}=boundsOf(({place:place2})=>place2),ratio=availableHeight/
availableWidth/((y2-y1+1)/(x2-x1+1)),[mostWide,mostHigh]=scene.arcs?[1/0,1/0]:[1.5,1.9],[wider,higher]=scene.stretch=[Math.
min(Math.max(1/ratio,1),mostWide),Math.min(Math.max(ratio,1),mostHigh)];for(let item of scene.items)[item.x,item.y]=[item.
origin[0]*wider,item.origin[1]*higher];let{left,right,top:top2,bottom}=boundsOf(({x,y})=>[x,y]),scale=Math.max(1e-4,Math.
min(2.4,availableWidth/Math.max(right-left,1),availableHeight/Math.max(bottom-top2,1)));return{x:(left+right)/2+(margins.
right-margins.left)/2/scale,y:(top2+bottom)/2+(margins.bottom-margins.top)/2/scale,scale,fitScale:scale,density,width,height}}
var fitted;function updateFit(){return fitted=fitCamera(mapElement.clientWidth||1,mapElement.clientHeight||1),Object.assign(
camera,{fitScale:fitted.fitScale,density:fitted.density}),fitted}function drawFitted(renderer,width,height){let isLow=scene.
arcs&&height/scene.rows<40;drawMap(renderer,fitCamera(width,height,isLow?1:2),[]),updateFit()}function restoreCamera([x,
y,scale]){isMovedByReader=!0,network.setSize("100%","100%"),updateFit(),network.moveTo({position:{x:x*scene.stretch[0],y:y*
scene.stretch[1]},scale,animation:!1})}function fit(animated=!0){if(!mapElement.clientWidth)return;network.setSize("100%",
"100%");let{x,y,scale}=updateFit();isMovedByReader=!1,network.moveTo({position:{x,y},scale,animation:animated&&animationOptions()}),
state.camera&&change({camera:null},{replace:!0})}function zoomBy(factor){let scale=Math.min(Math.max(network.getScale()*
factor,camera.fitScale*.3),camera.fitScale*30);isMovedByReader=!0,network.moveTo({scale,animation:animationOptions()}),saveCamera()}
function panBy(dx,dy){let{x,y,scale,width,height}=readCamera();isMovedByReader=!0;let position={x:x+dx*width/scale,y:y+dy*
height/scale};network.moveTo({position,scale,animation:animationOptions()}),saveCamera()}function saveCamera(){clearTimeout(
saveTimer),saveTimer=setTimeout(()=>{let{x,y}=network.getViewPosition();change({camera:[x/scene.stretch[0],y/scene.stretch[1],
network.getScale()]},{fromMap:!0,replace:!0})},450)}function panTo(item){if(!item)return;let panel2=byId("panel"),freeHeight=getComputedStyle(
panel2).position==="fixed"&&panel2.offsetHeight?Math.max(panel2.getBoundingClientRect().top-mapElement.getBoundingClientRect().
top,120):mapElement.clientHeight,visibleHeight=Math.min(freeHeight,mapElement.clientHeight);if(projectItems(readCamera()),
item.px>40&&item.py>30&&item.px<mapElement.clientWidth-40&&item.py<visibleHeight-40)return;let scale=network.getScale();
network.moveTo({position:{x:item.x,y:item.y+(mapElement.clientHeight-visibleHeight)/2/scale},scale,animation:animationOptions()})}
function setHovered(kind,index,isDragged=!1){let next=index>=0?{kind,index,isDragged}:null;return next?.kind===hovered?.
kind&&next?.index===hovered?.index&&next?.isDragged===hovered?.isDragged?!1:(hovered=next,redraw(),!0)}for(let name2 of[
"dragging","zoom"])network.on(name2,keepMoving);for(let name2 of["dragEnd","zoom"])network.on(name2,saveCamera);network.
on("resize",()=>requestAnimationFrame(()=>{let{clientWidth:width,clientHeight:height}=mapElement;isStarting||!width||width===
fitted?.width&&height===fitted.height||(state.camera?restoreCamera(state.camera):isMovedByReader||fit(!1))}));function follow(changed,{
refit,move=!0}){changed.has("camera")&&state.camera?restoreCamera(state.camera):refit||changed.has("view")||changed.has(
"shown")&&!isMovedByReader?fit(!1):changed.has("selection")&&state.selection&&move&&requestAnimationFrame(()=>{state.selection&&
panTo(findItem(state.selection.kind,state.selection.index))}),redraw()}onChange((changed,options={})=>{if(!options.fromMap){
if((changed.has("shown")||changed.has("pins")||changed.has("language"))&&(buildScene(),hovered&&!findItem(hovered.kind,hovered.
index)&&(hovered=null),isStarting||updateFit()),!isStarting)return follow(changed,options);requestAnimationFrame(()=>{isStarting=
!1,follow(changed,options)})}});var idsOfNode=node=>[NODES.iri[node],TERMS.country[NODES.country[node]]?.id,TERMS.kind[NODES.kind[node]]?.id];function idsOf(cell){
if(Array.isArray(cell))return cell.flatMap(([value])=>idsOf(value));if(typeof cell!="object"||cell===null)return[];let[[
table,index]]=Object.entries(cell);return table==="node"?idsOfNode(index):[table==="engagement"?ENGAGEMENTS.iri[index]:table===
"source"?SOURCES.iri[index]:TERMS[table]?.[index]?.id]}var holdsEach=(ids,wanted)=>wanted.every(some=>some.split(" ").some(
id=>ids.includes(id)));function engagementsIn(cell){return Array.isArray(cell)?cell.flatMap(([value])=>engagementsIn(value)):
typeof cell=="object"&&cell!==null&&"engagement"in cell?[cell.engagement]:[]}function rowsWith(answer,wanted){return wanted.
reduce((rows2,some)=>{let term=findTerm(some),kept=rows2.filter(row=>holdsEach(row.flatMap(idsOf),[some]));if(kept.length||
!term||!["sector","place","country"].includes(term.group))return kept;let isAbout=engagement=>[...termsOf(term.group,engagement)].
includes(term.index);return rows2.filter(row=>row.flatMap(engagementsIn).some(isAbout))},answer.rows)}var findAnswer=name2=>DATA.
answers.findIndex(({id})=>id===name2);function yearOfFirst(steps){let from=1/0,to=1/0;for(let[,,earliest,latest]of steps){if(earliest!==null)from=Math.min(from,
earliest);else if(latest!==null)return null;latest!==null&&(to=Math.min(to,latest))}return to<1/0&&yearOf(from)===yearOf(
to)?yearOf(to):null}var daysOfYear=year=>[Date.UTC(year,0,1)/864e5,Date.UTC(year,11,31)/864e5],stepsOn=(engagement,day)=>ENGAGEMENTS.
steps[engagement].filter(([,,,,,sources])=>isHeardOn(sources,day));function yearsOn(day){let first=1/0,last3=-1/0;for(let engagement=0;engagement<
SIZE.engagements;engagement+=1)if(isKnownOn(engagement,day))for(let step of stepsOn(engagement,day)){let year=yearOfFirst(
[step]);year!==null&&([first,last3]=[Math.min(first,year),Math.max(last3,year)])}return last3>=first?[first,last3]:null}
function promisesByYear(engagements,day){let steps=new Map,found=new Map,cells=new Map;for(let engagement=0;engagement<SIZE.
engagements;engagement+=1){let{promise}=conclusionOn(engagement,day);promise<0||(steps.has(promise)||steps.set(promise,[]),
steps.get(promise).push(...stepsOn(engagement,day)))}for(let engagement of engagements){let{promise,state:state2}=conclusionOn(
engagement,day);promise<0||(found.has(promise)||found.set(promise,{state:state2,engagements:[]}),found.get(promise).engagements.
push(engagement))}for(let[promise,{state:state2,engagements:members}]of found){let year=yearOfFirst(steps.get(promise)),
key=`${year??"undated"} ${state2}`;cells.has(key)||cells.set(key,{key,year,state:state2,promises:0,engagements:[]});let cell=cells.
get(key);cell.promises+=1,cell.engagements.push(...members)}let place2=({year,state:state2})=>(year??0)*10+PROMISE_STATES.
indexOf(state2),count=state2=>[...found.values()].filter(promise=>promise.state===state2).length;return{cells:[...cells.
values()].sort((a,b)=>place2(a)-place2(b)),promises:found.size,states:Object.fromEntries(PROMISE_STATES.map(state2=>[state2,
count(state2)]))}}var setOf=status=>TERMS.set[TERMS.status[status].set]?.id,isCompleted=status=>TERMS.status[status].id===
"v:completed",KINDS2={signed:status=>setOf(status)==="entered",begun:status=>setOf(status)==="realised"&&!isCompleted(status),
ended:status=>setOf(status)==="ended"||isCompleted(status)};function engagementsByYear(engagements,kind,day){let years=new Map;
for(let engagement of engagements){let steps=ENGAGEMENTS.occasion[engagement]?[]:stepsOn(engagement,day).filter(([status])=>KINDS2[kind](
status));if(!steps.length)continue;let year=yearOfFirst(steps);years.has(year)||years.set(year,[]),years.get(year).push(
engagement)}return years}var placesOf=precision=>engagement=>[...termsOf("place",engagement)].filter(place2=>!precision||TERMS.place[place2].precision===
precision);function yearsOf(engagement){let[first,last3]=state.period??[-1/0,1/0];return stepsOn(engagement,state.asOf).
flatMap(([,,earliest,latest])=>{let[from,to]=[earliest??latest,latest??earliest];return from===null||to===null||to<first||
from>last3?[]:[yearOf(to)]})}function askedParties(engagement,{rows:rows2,only:only2,neighbourhood}=state){let isNamed=node=>only2?.
has(node)||neighbourhood?.node===node;return ENGAGEMENTS.parties[engagement].filter(([role,node])=>node>=0&&!isNamed(node)&&
holdsEach([...idsOfNode(node),TERMS.role[role].id],rows2??[]))}var rolesOf=node=>[...new Set([...matching.keys()].filter(
each=>matching[each]).flatMap(each=>askedParties(each)).filter(([,other])=>other===node).map(([role])=>role))],COUNTED={
year:{of:yearsOf,id:year=>year},province:{of:placesOf("province"),id:place2=>TERMS.place[place2].id,term:"place"},town:{
of:placesOf("town"),id:place2=>TERMS.place[place2].id,term:"place"},place:{of:placesOf(""),id:place2=>TERMS.place[place2].
id,term:"place"},sector:{of:engagement=>[...termsOf("sector",engagement)],id:sector=>TERMS.sector[sector].id,term:"secto\
r"},country:{of:engagement=>[...termsOf("country",engagement)],id:country=>TERMS.country[country].id,term:"country"},party:{
of:engagement=>askedParties(engagement).map(([,node])=>node),id:node=>NODES.iri[node]},source:{of:engagement=>ENGAGEMENTS.
sources[engagement].filter(source=>isHeardOn([source],state.asOf)),id:source=>SOURCES.iri[source]},near:{of:engagement=>ENGAGEMENTS.
parties[engagement].map(([,node])=>node),id:node=>NODES.iri[node]}};function countBy(by){let{of,id,term}=COUNTED[by],chosen=by===
"near"?state.only:term?state.chosen[term]:null,engagements=by==="near"?matchingWith({only:null}):[...matching.keys()].filter(
each=>matching[each]),isCounted=value=>value>=0&&(!chosen?.size||by==="province"||by==="town"||chosen.has(value)),numbers2=new Map,
counted=0;for(let engagement of engagements){let values=[...new Set(of(engagement))].filter(isCounted);values.length&&(counted+=
1);for(let value of values)numbers2.set(value,[...numbers2.get(value)??[],engagement])}let isYear3=by==="year";return{rows:[
...numbers2].map(([value,having])=>({value,engagements:having})).sort((a,b)=>isYear3?a.value-b.value:b.engagements.length-
a.engagements.length||(id(a.value)<id(b.value)?-1:1)),total:engagements.length,counted}}var FLAGS=["people","unnamed","either"],MAX_TEXT=1500,CHOICES={view:VIEWS,measure:MEASURES,level:["key","all"],language:DATA.
languages,boardRows:["party","paper"],boardSort:["silence","size","name"],timeline:["partner","sector"],by:Object.keys(COUNTED)},
SELECTABLE={node:[index=>NODES.iri[index],findNode],engagement:[index=>ENGAGEMENTS.iri[index],findEngagement],stack:[index=>ENGAGEMENTS.
iri[index],findEngagement]};function formatAddress(){let parameters=new URLSearchParams,defaults=defaultState();for(let name2 of[
...Object.keys(CHOICES),"voices","text","cell","question","query","asked"])state[name2]!==defaults[name2]&&!(state[name2].
length>MAX_TEXT)&&parameters.set(name2,state[name2]);for(let name2 of FLAGS)state[name2]&&parameters.set(name2,"yes");for(let group of GROUPS)
for(let index of state.chosen[group])parameters.append(group,TERMS[group][index].id);for(let name2 of Object.keys(state.
charts).sort())parameters.append("chart",`${name2} ${state.charts[name2]}`);for(let key of state.open)parameters.append(
"open",key);state.asOf!==null&&parameters.set("as-of",formatIsoDay(state.asOf)),state.period&&parameters.set("months",state.
period.map(monthOf).join(" ")),state.story!==null&&parameters.set("story",DATA.stories[state.story].id),state.event!==null&&
parameters.set("event",ENGAGEMENTS.iri[state.event]),state.answer!==null&&parameters.set("answer",DATA.answers[state.answer].
id);for(let ids of state.rows)parameters.append("rows",ids);for(let id of state.not)parameters.append("not",id);for(let node of state.
only||[])parameters.append("only",NODES.iri[node]);state.selection&&parameters.set(state.selection.kind,SELECTABLE[state.
selection.kind][0](state.selection.index)),state.neighbourhood&&parameters.set("near",`${state.neighbourhood.hops} ${NODES.
iri[state.neighbourhood.node]}`);for(let node of state.path||[])parameters.append("path",NODES.iri[node]);for(let[key,[x,
y]]of state.pins){let[kind,index]=key.split(" ");parameters.append("pin",`${kind} ${SELECTABLE[kind][0](index)} ${Math.round(
x)} ${Math.round(y)}`)}return state.camera&&parameters.set("camera",state.camera.map(number=>Number(number.toPrecision(5))).
join(" ")),String(state.sort)!==String(defaults.sort)&&parameters.set("sort",`${state.sort[0]}${state.sort[1]?"":"-"}`),
String(parameters).replaceAll("%3A",":")}function parseAddress(hash){let parameters=new URLSearchParams(hash.replace(/^#/,
"")),result=defaultState(),unknown=[],read=(name2,parse)=>{for(let text of parameters.getAll(name2)){let value=parse(text);
(value==null||value===-1)&&unknown.push(`${name2}=${text}`)}parameters.delete(name2)},keep2=(name2,value)=>(value!==null&&
value!==-1&&(result[name2]=value),value);for(let[name2,allowed]of Object.entries(CHOICES))read(name2,text=>keep2(name2,allowed.
includes(text)?text:null));for(let name2 of FLAGS)read(name2,text=>keep2(name2,text==="yes"?!0:null));for(let group of GROUPS)
read(group,text=>{let index=TERMS[group].findIndex(({id})=>id===text);return index<0?null:result.chosen[group].add(index)});
read("voices",text=>keep2("voices",/^[1-9]\d?$/.test(text)?Number(text):null)),read("text",text=>keep2("text",text.slice(
0,200))),read("chart",text=>{let[,name2,value]=/^(\w+) (.+)$/.exec(text)||[];return!name2||!Object.hasOwn(CHART_CHOICES,
name2)||!CHART_CHOICES[name2](value)?null:result.charts[name2]=value}),read("cell",text=>keep2("cell",text.length<200?text:
null));for(let name2 of["question","query","asked"])read(name2,text=>keep2(name2,text));read("open",text=>GROUP_KEYS.has(
text)?result.open.add(text):null),read("as-of",text=>keep2("asOf",parseDay(text))),read("months",text=>{let[first,last3]=text.
split(" ").map(daysOfMonth);return keep2("period",first&&last3&&first[0]<=last3[1]?[first[0],last3[1]]:null)}),read("sto\
ry",text=>keep2("story",DATA.stories.findIndex(({id})=>id===text))),read("event",text=>keep2("event",findEngagement(text))),
read("answer",text=>keep2("answer",DATA.answers.findIndex(({id})=>id===text))),read("rows",text=>/^\S+:\S/.test(text)&&text.
length<300?result.rows.push(text):null),read("only",text=>{let node=findNode(text);return node<0?null:keep2("only",(result.
only||new Set).add(node))}),read("not",text=>findNode(text)<0&&findEngagement(text)<0&&!findTerm(text)?null:result.not.push(
text));for(let[kind,[,find]]of Object.entries(SELECTABLE))read(kind,text=>find(text)<0?null:keep2("selection",{kind,index:find(
text)}));read("near",text=>{let[,hops,name2]=/^([1-3]) (.+)$/.exec(text)||[];return name2&&findNode(name2)>=0?keep2("nei\
ghbourhood",{node:findNode(name2),hops:Number(hops)}):null});let path=[];if(read("path",text=>findNode(text)<0?null:path.
push(findNode(text))),path.length===2)result.path=path;else for(let node of path)unknown.push(`path=${NODES.iri[node]}`);
read("pin",text=>{let[,kind,name2,x,y]=/^(node|stack) (.+) (-?\d{1,6}) (-?\d{1,6})$/.exec(text)||[],index=kind?SELECTABLE[kind][1](
name2):-1;return index<0?null:result.pins.set(`${kind} ${index}`,[Number(x),Number(y)])}),read("camera",text=>{let numbers2=text.
split(" ").map(Number);return keep2("camera",numbers2.length===3&&numbers2.every(Number.isFinite)&&numbers2[2]>.001&&numbers2[2]<
100?numbers2:null)}),read("sort",text=>keep2("sort",/^\d-?$/.test(text)?[Number(text[0]),text.length<2]:null)),parameters.
delete("embed");for(let[name2,text]of parameters)unknown.push(`${name2}=${text}`);return{result,unknown}}function readAddress(){
let{result,unknown}=parseAddress(location.hash),focus=location.hash.length<2&&DATA.focus?findNode(DATA.focus.node):-1;return DATA.
focus&&focus>=0&&(result.neighbourhood={node:focus,hops:Math.min(MAX_HOPS,DATA.focus.hops)},result.selection={kind:"node",
index:focus}),change(result,{refit:!result.camera,replace:!0}),unknown}var embedded=new URLSearchParams(location.hash.slice(
1)).get("embed")==="yes",isEmbedded=()=>embedded;onChange((changed,{replace=!1}={})=>{let hash=[formatAddress(),embedded?
"embed=yes":""].filter(Boolean).join("&");if(location.hash.slice(1)!==hash)try{history[replace?"replaceState":"pushState"](
null,"",hash?`#${hash}`:location.pathname+location.search)}catch{}});function countPromises(engagements,day){let counts={all:0,promises:0,occasions:0,others:0,states:Object.fromEntries(PROMISE_STATES.
map(id=>[id,0]))},counted=new Set;for(let engagement of engagements){counts.all+=1;let{promise,state:found}=conclusionOn(
engagement,day);promise<0?counts[ENGAGEMENTS.occasion[engagement]?"occasions":"others"]+=1:counted.has(promise)||(counted.
add(promise),counts.promises+=1,counts.states[found]+=1)}return counts}var countAll=()=>countPromises([...ENGAGEMENTS.iri.
keys()].filter(isTrusted),state.asOf);function groupByParty(listed3){let rows2=new Map;for(let engagement of listed3){let parties=shownParties(
engagement);for(let node of parties.length?parties:[-1])rows2.has(node)||rows2.set(node,[]),rows2.get(node).push(engagement)}
return[...rows2].map(([index,engagements])=>({kind:index<0?"none":"node",index,engagements}))}function groupByPaper(listed3){
let isListed=new Uint8Array(SIZE.engagements),isPart=new Uint8Array(SIZE.engagements),rows2=[];for(let engagement of listed3)
isListed[engagement]=1;for(let paper=0;paper<SIZE.engagements;paper+=1){if(!ENGAGEMENTS.links[paper].some(([label2,other])=>other>=
0&&LINKS_DOWN.has(label2)))continue;let engagements=[...outcomesOf(paper)].filter(engagement=>isListed[engagement]);for(let engagement of engagements)
isPart[engagement]=1;engagements.length&&rows2.push({kind:"engagement",index:paper,engagements})}let rest=listed3.filter(
engagement=>!isPart[engagement]);return rest.length?[...rows2,{kind:"none",index:-1,engagements:rest}]:rows2}function buildRows(by,listed3,day){
let rows2=(by==="paper"?groupByPaper:groupByParty)(listed3);for(let row of rows2)row.counts=countPromises(row.engagements,
day);return rows2}function sortRows(rows2,order,nameOf4,compareNames){let names=new Map(rows2.map(row=>[row,nameOf4(row)])),
first={silence:({counts})=>-counts.states.silent,size:()=>0,name:()=>0}[order],size=order==="name"?()=>0:({counts})=>-counts.
all;return[...rows2].sort((a,b)=>+(a.kind==="none")-+(b.kind==="none")||first(a)-first(b)||size(a)-size(b)||compareNames(
names.get(a),names.get(b))||a.index-b.index)}var presentDay=day=>day??DATA.as_of??DATA.today;function spanOf(engagement,day){
let span=null;for(let step of ENGAGEMENTS.steps[engagement]){let[,,earliest,latest,,sources]=step;if(earliest===null&&latest===
null||!isHeardOn(sources,day))continue;let[from,to]=[earliest??latest,latest??earliest];span??={from,to,first:step,last:step},
from<span.from&&Object.assign(span,{from,first:step}),to>=span.to&&Object.assign(span,{to,last:step})}return span}var isOver=(engagement,day)=>TERMS.
set[statusSetOn(engagement,day)]?.id==="ended"||TERMS.status[statusOn(engagement,day)]?.id==="v:completed",startOfYear=year=>Date.
UTC(year,0,1)/864e5;function axisOf(listed3,day,period){if(period)return{from:period[0],to:period[1]+1};let spans=listed3.
map(engagement=>spanOf(engagement,day)).filter(Boolean),starts=Float64Array.from(spans,({from})=>from).sort(),last3=spans.
reduce((latest,{to})=>Math.max(latest,to),presentDay(null)),old=starts.length<20?0:Math.ceil(starts.length/100);return{from:startOfYear(
yearOf(starts[old]??last3)),to:startOfYear(yearOf(last3)+1)}}function ticksOf({from,to},width){let months=(to-from)/365.25*
12,isWide=size=>width*size/months>=(size<12?62:42),step=[1,3,6,12,24,60,120,240,600,1200].find(isWide)??2400,date=new Date(
from*864e5),ticks=[];for(let month=Math.ceil((date.getUTCFullYear()*12+date.getUTCMonth())/step)*step;;month+=step){let day=Date.
UTC(Math.floor(month/12),month%12,1)/864e5;if(day>=to)return ticks;day>=from&&ticks.push([day,month%12===0])}}var MAX_LANES=60;
function pack(bars,firstLane,mostLanes,gap){let ends=[],left=[];for(let bar of bars){let lane=ends.findIndex(end=>end+gap<=
bar.start);if(lane<0&&(lane=ends.length),lane>=mostLanes){left.push(bar);continue}ends[lane]=bar.end,bar.lane=firstLane+
lane}return{lanes:ends.length,left}}function layOut(engagements,day,axis,{least=.01,gap=.003,mostLanes=MAX_LANES}={}){let share=when=>Math.
min(1,Math.max(0,(when-axis.from)/(axis.to-axis.from))),bars=[],undated=[];for(let engagement of engagements){let span=spanOf(
engagement,day),{silent:silent2,reported}=conclusionOn(engagement,day);if(!span){undated.push(engagement);continue}let told=isOver(
engagement,day)?-1/0:silent2??reported??-1/0,start=Math.min(share(span.from),1-least),solid=Math.max(share(Math.max(span.
to,told)+1),start+least),end=silent2===null?solid:Math.max(solid,share(presentDay(day)));bars.push({engagement,start,solid,
end,isSilent:silent2!==null,isEarlier:span.from<axis.from,isLater:span.to>=axis.to})}bars.sort((a,b)=>a.start-b.start||a.
end-b.end||a.engagement-b.engagement);let heard=pack(bars.filter(bar=>!bar.isSilent),0,mostLanes,gap),silent=pack(bars.filter(
bar=>bar.isSilent),heard.lanes,mostLanes,gap);return{bars:bars.filter(({lane})=>lane!==void 0),undated:undated.slice(0,2*
mostLanes),lanes:heard.lanes+silent.lanes,heardLanes:heard.lanes,left:heard.left.length+silent.left.length+Math.max(0,undated.
length-2*mostLanes)}}var LIST_LIMIT=12,section=(title,...content2)=>el("section",{},el("h3",{},title),...content2),bulletList=(items,attributes)=>el(
"ul",attributes||{},...items.map(item=>el("li",{},item))),chip=(key,mark="")=>el("span",{class:`chip ${mark}`.trim(),title:translate(
`${key}Meaning`)},translate(key)),markChip=(mark,style="guess")=>["",chip("inferred",style),chip("alleged",style)][mark],
soft=(...content2)=>el("span",{class:"soft"},...content2),details=(title,...content2)=>el("details",{},el("summary",{},title),
...content2),dataText=text=>bdi(text,interfaceLanguage()==="en"?"":"en"),propertyName=name2=>STRINGS[interfaceLanguage()][`\
what_${name2}`]?translate(`what_${name2}`):dataText(capitalise(name2));function definitionList(entries){let filled=entries.
filter(([,value])=>value!==""&&value!==null&&value!==void 0);return filled.length?el("dl",{},...filled.flatMap(([term,value,
...marks])=>[el("dt",{},term),el("dd",{},typeof value=="string"?dataText(value):value,...marks)])):""}function longList(items,draw3,{
limit=LIST_LIMIT,...attributes}={}){let list4=entries=>el("ul",attributes,...entries.map(item=>el("li",{},draw3(item))));
if(items.length<=limit+2)return items.length?list4(items):"";let rest=details(translate("more_n",formatNumber(items.length-
limit)));return rest.dataset.left=String(items.length-limit),rest.addEventListener("toggle",()=>{rest.children.length<2&&
rest.append(list4(items.slice(limit)))}),el("div",{},list4(items.slice(0,limit)),rest)}var nodeLink=node=>button({class:"\
link"},event=>select("node",node,{focus:isFromKeyboard(event)}),nameElement(node)),isFromKeyboard=event=>event.detail===
0,measureName=name2=>STRINGS[interfaceLanguage()][`measure_${name2}`]?translate(`measure_${name2}`):name2,joinWithDots=parts=>parts.
filter(Boolean).flatMap((item,position)=>position?[" · ",item]:[item]),engagementLink=(engagement,attributes={class:"li\
nk"},...before2)=>{let{text,lang}=engagementTitle(engagement);return button(attributes,event=>select("engagement",engagement,
{focus:isFromKeyboard(event)}),...before2,bdi(text,lang))},linkLabel=name2=>STRINGS[interfaceLanguage()][`link_${name2}`]||
STRINGS.en[`link_${name2}`]?translate(`link_${name2}`):name2;var PLACE=`pcgraph watch ${DATA.prefixes.id??DATA.title}`,termIndex=group=>id=>TERMS[group].findIndex(term=>term.id===id),
KINDS3={node:[findNode,engagementsOf],engagement:[findEngagement,outcomesOf],sector:[termIndex("sector"),index=>engagementsWith(
"sector",index)],place:[termIndex("place"),index=>engagementsWith("place",index)],question:[id=>DATA.answers.findIndex(answer=>answer.
id===id),null]};function keyOf(kind,index){let table={node:NODES.iri,engagement:ENGAGEMENTS.iri};return`${kind} ${kind===
"question"?DATA.answers[index].id:table[kind]?table[kind][index]:TERMS[kind][index].id}`}function thingOf(key){let[kind]=key.
split(" ",1),id=key.slice(kind.length+1);return{kind,id,index:KINDS3[kind]?KINDS3[kind][0](id):-1}}function cellText(cell){
if(typeof cell!="object")return String(cell);if(Array.isArray(cell))return cell.flat().map(cellText).join(", ");let[[table,
index]]=Object.entries(cell);return table==="node"?NODES.label[index]:table==="source"?SOURCES.title[index]:table==="eng\
agement"?ENGAGEMENTS.label[index]:TERMS[table]?.[index]?.label??""}function contentOf(key){let{kind,index}=thingOf(key);
if(index<0)return{};if(kind==="question")return Object.fromEntries(DATA.answers[index].rows.map(row=>[row.map(cellText).
join(" | "),""]));let known2=[...KINDS3[kind][1](index)].filter(engagement=>isKnownOn(engagement,null));return Object.fromEntries(
known2.map(engagement=>[ENGAGEMENTS.iri[engagement],TERMS.status[statusOn(engagement,null)]?.id??""]))}function watched(){
let text;try{text=localStorage.getItem(PLACE)}catch{return null}try{let found=JSON.parse(text||"{}"),isOne=each=>each&&typeof each.
seen=="object"&&Number.isFinite(each.day);return Object.fromEntries(Object.entries(found).filter(([,each])=>isOne(each)))}catch{
return{}}}function keep(list4){try{return localStorage.setItem(PLACE,JSON.stringify(list4)),!0}catch{return!1}}var isWatched=key=>Object.
hasOwn(watched()??{},key);function toggle(key){let{[key]:had,...others}=watched()??{};return keep(had?others:{...others,
[key]:{day:DATA.today,seen:contentOf(key)}})}var markSeen=()=>keep(Object.fromEntries(Object.keys(watched()??{}).map(key=>[
key,{day:DATA.today,seen:contentOf(key)}])));function news(){let found={since:DATA.today,fresh:[],changed:[],gone:[]},add=(list4,id,key,more={})=>{
let same=!key.startsWith("question ")&&list4.find(each=>each.id===id&&!each.keys[0].startsWith("question "));same?same.keys.
push(key):list4.push({id,keys:[key],...more})};for(let[key,{day,seen}]of Object.entries(watched()??{})){let now=contentOf(
key),{kind,id,index}=thingOf(key);found.since=Math.min(found.since,day),index<0&&!Object.hasOwn(seen,id)&&add(found.gone,
id,key);for(let[each,is]of Object.entries(now))Object.hasOwn(seen,each)?seen[each]!==is&&add(found.changed,each,key,{was:seen[each],
is}):add(found.fresh,each,key);for(let each of Object.keys(seen).filter(one=>!Object.hasOwn(now,one))){let engagement=kind===
"question"?-1:findEngagement(each);add(engagement>=0&&isKnownOn(engagement,null)?found.changed:found.gone,each,key)}}return found}var KINDS4=[["fresh","watchNew"],["changed","watchChanged"],["gone","watchGone"]];function thingName(key){let{kind,id,index}=thingOf(
key);if(index<0)return bdi(localName(id));if(kind==="node")return nameElement(index);if(kind==="question")return bdi(DATA.
answers[index].labels?.[state.language]||DATA.answers[index].title);if(kind!=="engagement")return bdi(termLabel(kind,index));
let{text,lang}=engagementTitle(index);return bdi(text,lang)}function open(key,event){let{kind,index}=thingOf(key),focus=isFromKeyboard(
event);kind==="question"?change({answer:index,selection:null},{focus}):kind==="node"||kind==="engagement"?select(kind,index,
{focus}):change({chosen:{...state.chosen,[kind]:new Set([index])}},{refit:!0})}function changeLine({id,keys,was,is},name2){
let isRow=keys[0].startsWith("question "),engagement=isRow?-1:findEngagement(id),status=curie=>termLabel("status",TERMS.
status.findIndex(term=>term.id===curie))||translate("noStatus"),end=engagement<0?null:ENGAGEMENTS.status[engagement].at(
-1),said=name2==="gone"?DATA.withdrawn[id]?dataText(DATA.withdrawn[id]):isRow?"":end?translate("noLonger",formatDay(end)):
translate("watchLost"):is===void 0?name2==="changed"&&translate("watchLeft"):[status(was),status(is)].join(RIGHT_TO_LEFT.
has(interfaceLanguage())?" ← ":" → ");return el("span",{},isRow?dataText(id):engagement>=0?engagementLink(engagement):
link(expandCurie(id),localName(id)),said?soft(" ",said):"",soft(" (",...keys.flatMap((key,at2)=>[at2?translate("comma"):
"",thingName(key)]),")"))}function newsLine(){let found=news(),parts=KINDS4.filter(([name2])=>found[name2].length).map(([
name2,word])=>translate(word,formatNumber(found[name2].length)));return parts.length?`${translate("watchSince",formatDay(
found.since))}${parts.join(translate("comma"))}`:""}function newsPart(){let found=news(),lists=KINDS4.filter(([name2])=>found[name2].
length);if(!lists.length)return el("p",{class:"soft"},translate("watchNone",formatDay(found.since)));let toggles=lists.map(
([name2,word])=>{let list4=el("div",{id:`watch-${name2}`,hidden:!0},longList(found[name2],each=>changeLine(each,name2),{
class:"plain"})),number=button({class:"link","aria-expanded":"false","aria-controls":list4.id,"data-key":list4.id},()=>{
list4.hidden=!list4.hidden,number.setAttribute("aria-expanded",String(!list4.hidden))},translate(word,formatNumber(found[name2].
length)));return{number,list:list4}});return el("div",{},el("p",{},translate("watchSince",formatDay(found.since)),...toggles.
flatMap(({number},at2)=>[at2?translate("comma"):"",number])," ",button({class:"wide","data-key":"watch-seen"},()=>{markSeen(),
redraw2(!0)},translate("watchSeen"))),...toggles.map(({list:list4})=>list4))}function watchButton(kind,index){let key=keyOf(
kind,index),note=soft(),name2=thingName(key);note.setAttribute("role","status");let own=button({class:"wide","aria-press\
ed":String(isWatched(key)),"data-key":`watch ${key}`,"aria-label":translate("watchThing",name2.textContent)},()=>{let isKept=toggle(
key);own.setAttribute("aria-pressed",String(isWatched(key))),note.textContent=isKept?"":translate("watchRefused")},translate(
"watch"));return el("p",{class:"watch screen-only"},own," ",note)}function watchSection(){let list4=watched(),keys=Object.
keys(list4??{}),chosen=["sector","place"].flatMap(kind=>[...state.chosen[kind]].map(index=>keyOf(kind,index))).filter(key=>!keys.
includes(key)),items=keys.map(key=>el("li",{},thingOf(key).index<0?thingName(key):button({class:"link"},event=>open(key,
event),thingName(key))," ",button({class:"link","aria-label":translate("watchStop",thingName(key).textContent),"data-key":`\
watch-stop ${key}`},()=>{toggle(key),redraw2(!0)},"×"))),body=details(`${translate("watchList")}${keys.length?` (${formatNumber(
keys.length)})`:""}`,el("p",{class:"soft"},translate(list4?"watchHint":"watchRefused")),items.length?el("ul",{class:"pla\
in"},...items):"",...(list4?chosen:[]).map(key=>el("p",{},button({class:"wide","data-key":`watch ${key}`},()=>{toggle(key),
redraw2(!0)},translate("watchThing",thingName(key).textContent)))));return body.open=chosen.length>0,el("section",{id:"w\
atch-list",class:"watch screen-only",tabindex:"-1","aria-label":translate("watchList")},keys.length?newsPart():"",body)}
function redraw2(isOpen2=!1){let old=document.getElementById("watch-list");if(!old)return;let fresh=watchSection(),wasOpen=old.
querySelector("details")?.open;old.replaceWith(fresh),fresh.querySelector("details").open||=!!wasOpen,isOpen2&&fresh.focus(
{preventScroll:!0})}onChange(changed=>{changed.has("chosen")&&redraw2()});var questionTitle=index=>DATA.answers[index].labels?.[state.language]||DATA.answers[index].title,EDTF=/^(?=.*\d{3}[\dX])[[{.\dX][\d.,/X~?%[\]{}-]*$/,
cellNumber=value=>Math.abs(value)<1e4&&Number.isInteger(value)?String(value):formatNumber(value);function cellContent(cell){
if(typeof cell=="number")return cellNumber(cell);if(typeof cell=="string"){let key=["link","what"].map(group=>`${group}_${cell}`).
find(name2=>STRINGS[interfaceLanguage()][name2]);return key?translate(key):EDTF.test(cell)?formatDate(cell):dataText(cell)}
if(Array.isArray(cell))return bulletList(cell.map(([value,sources])=>el("span",{},cellContent(value)," ",soft(...sources.
flatMap((source,place2)=>[place2?translate("comma"):"",cellContent(source)])))),{class:"plain"});let[[table,index]]=Object.
entries(cell);if(table==="node")return nodeLink(index);if(table==="source"){let{title,publisher,address,date}=SOURCES;return el(
"span",{title:title[index]||null},dataText(link(address[index],publisher[index]||title[index])),date[index]?soft(" ",formatShortDate(
date[index])):"")}return table!=="engagement"?bdi(termLabel(table,index)):engagementLink(index)}function columnLabel([name2,
label2]){let key=`column_${name2}`;return STRINGS[interfaceLanguage()][key]?translate(key):dataText(capitalise(label2))}
var FIRST_ROWS=20;function answerTable(answer){let isNumber2=answer.columns.map((_,column)=>answer.rows.every(row=>row[column]===
""||typeof row[column]=="number")),className=column=>isNumber2[column]?"number":null,tableRows=rows2=>rows2.map(row=>el(
"tr",{},...row.map((cell,place2)=>el("td",{class:className(place2)},cell===""?"":cellContent(cell))))),body=el("tbody",{},
...tableRows(answer.rows.slice(0,FIRST_ROWS))),others=answer.rows.slice(FIRST_ROWS),more=others.length?button({class:"li\
nk"},()=>{let added=tableRows(others);body.append(...added),more.remove(),added[0].querySelector("button, a")?.focus()},
translate("more_n",formatNumber(others.length))):"";return el("div",{class:"answer",tabindex:"0",role:"region","aria-lab\
elledby":"panel-title"},el("table",{},el("thead",{},el("tr",{},...answer.columns.map((column,place2)=>el("th",{scope:"co\
l",class:className(place2),title:column[2]||null},columnLabel(column))))),body),more)}var TOTALS=new Set(["money-by-fund\
er-and-year","commitments-and-payments","who-funds-whom"]),leftOut=DATA.answers.findIndex(({id})=>id==="money-left-out"),
rowNames2=()=>state.rows.map(ids=>ids.split(" ").map(nameOfId).join(" / ")).join(translate("comma"));function showQuestion(index){
let answer=DATA.answers[index],{count,columns,command}=answer,rows2=rowsWith(answer,state.rows),meanings=columns.filter(
([,,meaning])=>meaning).map(column=>[columnLabel(column),column[2]]),day=answer.day?parseDay(answer.day):DATA.as_of??DATA.
today,notes3=[state.asOf!==null&&translate("answerDay",formatDay(day),formatDay(state.asOf)),isRestricted()&&translate("\
answerFilters")].filter(Boolean);return[translate("question"),bdi(questionTitle(index)),el("p",{},dataText(answer.question),
answer.day?soft(" ",translate("answerFor",formatDay(day))):""),watchButton("question",index),notes3.length?el("p",{class:"\
reading"},notes3.join(" ")):"",TOTALS.has(answer.id)&&leftOut>=0?el("p",{},translate("totalsLeaveOut")," ",questionLink(
leftOut)):"",state.rows.length?el("p",{},translate("answerRows",rowNames2())," ",button({class:"link"},()=>change({rows:[]}),
translate("showAll"))):"",rows2.length?answerTable({...answer,rows:rows2}):el("p",{class:"soft"},translate("answerEmpty")),
count?el("p",{class:"soft"},pluralise(state.rows.length?rows2.length:count,"row"),...answer.rows.length<count?[translate(
"answerFirst",formatNumber(answer.rows.length)),el("span",{class:"command"},translate("answerAll")," ",el("code",{dir:"l\
tr"},command))]:[]):"",meanings.length?details(translate("columns"),definitionList(meanings)):""]}var backToAnswer=()=>button(
{class:"link back","data-key":"back"},event=>change({selection:null},{focus:isFromKeyboard(event)}),translate("backTo",questionTitle(
state.answer))),questionLink=index=>button({class:"link"},event=>change({answer:index,selection:null},{focus:isFromKeyboard(
event)}),bdi(questionTitle(index)));function questionList(){if(!DATA.answers.length)return"";let list4=details(translate(
"found_question"),bulletList(DATA.answers.map((_,index)=>questionLink(index))));return list4.classList.add("screen-only"),
list4}var isAnySourceKnown=sources=>isHeardOn(sources,state.asOf),knownSteps=engagement=>ENGAGEMENTS.steps[engagement].filter(
([,,,,,sources])=>isAnySourceKnown(sources)),knownSources=engagement=>ENGAGEMENTS.sources[engagement].filter(source=>isAnySourceKnown(
[source])),countVoices=sources=>new Set(sources.map(source=>SOURCES.voice[source])).size;function addressOf(source,quote2){
let address=SOURCES.address[source];return quote2&&address?`${address.split("#")[0]}#:~:text=${textFragment(quote2)}`:address}
function textFragment(quote2){let words=quote2.trim().split(/\s+/),encode=list4=>encodeURIComponent(list4.join(" ")).replaceAll(
"-","%2D");return words.length<=8?encode(words):`${encode(words.slice(0,4))},${encode(words.slice(-4))}`}var dataLink=(address,text)=>el(
"bdi",{lang:interfaceLanguage()==="en"?null:"en"},link(address,text));function sourceDetails(source,note=""){let facts=[
SOURCES.publisher[source]&&dataText(SOURCES.publisher[source]),SOURCES.date[source]&&formatDate(SOURCES.date[source]),SOURCES.
tier[source]>=0&&translate("tierSource",termLabel("tier",SOURCES.tier[source])),SOURCES.said_by[source]&&dataText(translate(
"saidBy",SOURCES.said_by[source])),note];return el("div",{class:"source-details"},el("span",{class:"source"},dataLink(SOURCES.
address[source],SOURCES.title[source]||SOURCES.iri[source])),soft(...joinWithDots(facts)))}function sourceLine(source,quote2=""){
let name2=SOURCES.publisher[source]||SOURCES.title[source]||SOURCES.iri[source],line=el("span",{class:"source-line",title:SOURCES.
title[source]},dataLink(addressOf(source,quote2),name2));return SOURCES.date[source]&&line.append(translate("comma"),formatShortDate(
SOURCES.date[source])),line}var sourcesOf=node=>new Set([...engagementsOf(node)].flatMap(engagement=>ENGAGEMENTS.parties[engagement].
filter(([,party])=>party===node).flatMap(([,,,sources])=>sources||[])));function sourceSection(node){let known2=[...sourcesOf(
node)].filter(source=>isAnySourceKnown([source]));if(!known2.length)return"";let voices=soft(`(${pluralise(countVoices(known2),
"voice")})`);return details(el("span",{},translate("toldBy",pluralise(known2.length,"source"))," ",voices),longList(known2,
source=>sourceDetails(source),{limit:30,class:"cards"}))}var STATES=["proved","moved","reflowed","hash-not-checked","poi\
nter-only","source-gone","changed"],bestState=passages=>STATES.find(name2=>passages.some(([,,,,each])=>each===name2))||"";
function bestSource(engagement,sources){let quoted=new Set(ENGAGEMENTS.passages[engagement].filter(([,,,,,quote2])=>quote2).
map(([source])=>source)),key=source=>[SOURCES.tier[source]<0?99:SOURCES.tier[source],quoted.has(source)?0:1,SOURCES.address[source]?
0:1,-(SOURCES.known[source]??-1/0)];return[...sources].sort((a,b)=>{let[one,other]=[key(a),key(b)],place2=one.findIndex(
(value,position)=>value!==other[position]);return place2<0?a-b:one[place2]-other[place2]})[0]}function bestPassage(engagement){
let sources=knownSources(engagement),passages=sources.length?ENGAGEMENTS.passages[engagement].filter(([source,,,,,quote2])=>quote2&&
source===bestSource(engagement,sources)):[],last3=knownSteps(engagement).at(-1)?.[6];return passages.find(([,,,proves])=>proves===
last3)||passages[0]||null}function evidenceLine(engagement){let sources=knownSources(engagement);if(!sources.length)return soft(
translate("noPassage"));let best=bestState(ENGAGEMENTS.passages[engagement].filter(([source])=>sources.includes(source)));
return el("span",{class:"evidence-line"},...joinWithDots([sourceLine(bestSource(engagement,sources),bestPassage(engagement)?.[5]||
""),pluralise(countVoices(sources),"voice"),best&&el("span",{title:translate(`passage_${best}`)},translate(`passageShort\
_${best}`))]))}var LONG_QUOTATION=220;function quotation(engagement){let quote2=bestPassage(engagement)?.[5];if(!quote2)
return"";let words=el("blockquote",{},bdi(quote2));return quote2.length>LONG_QUOTATION?details(translate("quotation"),words):
words}var PLACES2=[[/^para ([\d, -]+)$/,"paragraph"],[/^characters (\d+–\d+)$/,"characters"],[/^(?:list )?item ([\d, -]+)$/,
"item"],[/^record ([\d, -]+)$/,"record"],[/^section ([\d, -]+)$/,"section"],[/^page ([\d, -]+)$/,"page"],[/^opening$/,"o\
pening"],[/^body$/,"body"],[/^title$/,"title"],[/^caption$/,"caption"],[/^last para$/,"last"]];function placesInWords(locations){
let numbers2=new Map,places=[];for(let location2 of new Set(locations)){let[pattern,name2]=PLACES2.find(([each])=>each.test(
location2))||[],found=pattern?.exec(location2)?.[1];found?numbers2.set(name2,[...numbers2.get(name2)||[],found.replaceAll(
"-","–")]):name2?places.push(translate(`place_${name2}`)):places.push(location2.replace(/\bpara (?=\d+[-,])/g,"paragra\
phs ").replace(/\bpara\b/g,"paragraph"))}for(let[name2,found]of numbers2){let text=found.join(translate("comma")),forms=translate(
`place_${name2}`,text).split("|");places.push(forms[/\D/.test(text)?forms.length-1:0])}return places}function provenThing(engagement,name2){
let step=ENGAGEMENTS.steps[engagement].find(each=>each[6]===name2);if(!step)return translate("provesItself");let date=step[1]&&
formatShortDate(step[1]);return translate("proves",date?`${termLabel("status",step[0])}, ${date}`:termLabel("status",step[0]))}
var stateName=name2=>capitalise(translate(`passageShort_${name2}`));function passageSection(engagement){let bySource=new Map(
knownSources(engagement).map(source=>[source,[]]));for(let passage of ENGAGEMENTS.passages[engagement])isAnySourceKnown(
[passage[0]])&&bySource.set(passage[0],[...bySource.get(passage[0])||[],passage]);if(!bySource.size)return section(translate(
"whereSaid"),el("p",{class:"soft"},translate("noPassage")));let rank=([source])=>SOURCES.tier[source]<0?99:SOURCES.tier[source],
sorted=[...bySource].sort((a,b)=>rank(a)-rank(b)||(SOURCES.known[b[0]]??0)-(SOURCES.known[a[0]]??0)),passages=[...bySource.
values()].flat(),states=STATES.filter(name2=>passages.some(([,,,,each])=>each===name2));return section(el("span",{},translate(
"whereSaid")," ",soft(`${pluralise(bySource.size,"source")}${translate("comma")}${pluralise(countVoices([...bySource.keys()]),
"voice")}`)),el("p",{class:"soft small"},...states.map(name2=>(states.length>1?stateName(name2)+translate("colon"):"")+`${translate(
`passage_${name2}`)} `),passages.length&&passages.every(([,,,,,quote2])=>!quote2)?translate("readThere"):""),longList(sorted,
([source,entries])=>sourceCard(engagement,source,entries,states.length>1),{class:"cards said",limit:8}))}function sourceCard(engagement,source,entries,showsState){
let byState=new Map;for(let[,fragment,location2,name2,checked,quote2,pageState="",day=""]of entries){let key=[checked,pageState,
day].join(" "),thing=provenThing(engagement,name2),byThing=byState.get(key)||byState.set(key,new Map).get(key);byThing.set(
thing,[...byThing.get(thing)||[],{location:location2||fragment,quote:quote2}])}let quoted=({location:location2,quote:quote2})=>el(
"div",{},el("blockquote",{},bdi(quote2)),soft(bdi(placesInWords([location2])[0])),SOURCES.address[source]?el("span",{},"\
 · ",link(addressOf(source,quote2),translate("openPassage"))):""),places=passages=>placesInWords(passages.filter(({quote:quote2})=>!quote2).
map(({location:location2})=>location2)).flatMap((place2,position)=>[position?translate("comma"):"",bdi(place2)]),inWords=key=>{
let[name2,pageState,day]=key.split(" "),known2=showsState||pageState||name2==="changed"?[stateName(name2)]:[];return pageState&&
known2.push(translate(pageState==="changed"?"pageLacks":"pageHas",formatDate(day))),known2.length?el("p",{class:`passage\
-state ${name2}`},known2.join(translate("semicolon"))):""};return el("div",{},sourceDetails(source),...[...byState].flatMap(
([key,byThing])=>[el("ul",{class:"passages"},...[...byThing].map(([thing,passages])=>el("li",{},thing,translate("colon"),
soft(...places(passages)),...passages.filter(({quote:quote2})=>quote2).map(quoted)))),inWords(key)]))}var PAID=new Set(["completed","operational"]),BY_SET={funding:{entered:"signed",announced:"promised",prospective:"discus\
sed"},value:{realised:"value",entered:"signed",announced:"planned",prospective:"discussed"},price:{realised:"price",entered:"\
signed",announced:"planned",prospective:"discussed"}},isPaid=status=>PAID.has(localName(TERMS.status[status].id)),setOf2=status=>TERMS.
set[TERMS.status[status].set]?.id;function statusOfSum(kind,present2,steps){let stated=steps.filter(step=>!step[4]).map(
([status])=>status),paid=kind==="funding"||kind==="paid"?stated.find(isPaid)??stated.find(status=>setOf2(status)==="real\
ised"):void 0;if(paid!==void 0)return[paid,!1];if(!steps.length||stated.includes(present2))return[present2,!1];let earlier=stated.
filter(status=>TERMS.status[status].rank<TERMS.status[present2].rank).sort((one,other)=>TERMS.status[other].rank-TERMS.status[one].
rank);return earlier.length?[earlier[0],!1]:[present2,!0]}function sumMeaning(engagement,step,kind){if(kind==="claim")return translate(
"money_claimed");let steps=knownSteps(engagement).filter(([,,,,,,name2])=>!step||name2===step),present2=step?steps[0]?.[0]??
-1:statusOn(engagement,state.asOf);if(present2<0)return"";let[status,isInferred]=statusOfSum(kind,present2,steps),key=kind===
"paid"&&(state.asOf===null||isPaid(status))?"paid":BY_SET[kind==="paid"?"funding":kind][setOf2(status)],meaning=key?translate(
`money_${key}`):termLabel("status",status);return isInferred&&key!=="value"?translate("moneyInferred",meaning):meaning}var sumsOf=(engagement,step="")=>[
...ENGAGEMENTS.money[engagement]].filter(([place2,kind,,,sources])=>place2===step&&kind!=="other"&&isAnySourceKnown(sources)),
otherSums=engagement=>[...ENGAGEMENTS.money[engagement]].filter(([,kind,,,sources])=>kind==="other"&&isAnySourceKnown(sources)).
map(([,,text,,sources])=>el("span",{},dataText(text),...sources.filter(source=>isAnySourceKnown([source])).map(source=>el(
"span",{class:"sayer soft"},sourceLine(source))))),significant=text=>(text.match(/[\d.,]+/g)||[]).map(number=>number.replace(
/\D/g,"").replace(/0+$/,"")).join(" ");function sumElement(engagement,[step,kind,short,exact],isExact=!1){let meaning=sumMeaning(
engagement,step,kind);return el("span",{class:"sum",title:exact},dataText(short),meaning?` (${meaning})`:"",isExact&&significant(
short)!==significant(exact)?el("span",{class:"soft exact"},dataText(exact)):"")}var LINKS_UP=["is covered by","during","came of","part of"],papersOf=engagement=>LINKS_UP.flatMap(label2=>ENGAGEMENTS.links[engagement].
filter(([name2,other])=>name2===label2&&other>=0&&other!==engagement&&isKnownOn(other,state.asOf)).map(([,other])=>[label2,
other])),latestDay=engagement=>Math.max(-1/0,...knownSteps(engagement).map(([,,earliest,latest])=>latest??earliest??-1/0));
function groupByPaper2(engagements,top2=-1){let own=new Set(engagements),entries=new Map(engagements.map(engagement=>[engagement,
{engagement,isOwn:!0,paper:null,children:[]}])),parents=new Map,isAbove=(one,other)=>{for(let each=other;each!==void 0;each=
parents.get(each))if(each===one)return!0;return!1};for(let engagement of entries.keys()){let papers=papersOf(engagement).
filter(([,other])=>other!==top2&&!isAbove(engagement,other)),found=papers.find(([,other])=>own.has(other))||papers[0];found&&
(parents.set(engagement,found[1]),entries.has(found[1])||entries.set(found[1],{engagement:found[1],isOwn:!1,paper:null,children:[]}))}
for(let[engagement,parent2]of parents)entries.get(parent2).children.push(entries.get(engagement));let fold3=entry=>{entry.
children=entry.children.map(fold3);let[only2]=entry.children;return entry.isOwn||entry.children.length>1?entry:only2.isOwn&&
only2.paper===null?{...only2,paper:entry.engagement}:only2},roots=[...entries.values()].filter(({engagement})=>!parents.
has(engagement)).map(fold3),sort=list4=>{for(let entry of list4)sort(entry.children),entry.day=Math.max(entry.isOwn?latestDay(
entry.engagement):-1/0,...entry.children.map(({day})=>day));return list4.sort((a,b)=>a.day===b.day?a.engagement-b.engagement:
b.day-a.day)};return sort(roots)}function statusDate(engagement){let status=statusOn(engagement,state.asOf),dated=knownSteps(engagement).filter(([each,edtf])=>each===
status&&edtf);return dated.length?formatShortDate(dated[dated.length-1][1]):""}function sinceDate(engagement,format2){let{
since}=conclusionOn(engagement,state.asOf);if(since===null)return"";let status=statusOn(engagement,state.asOf),step=knownSteps(
engagement).find(([each,edtf,earliest])=>each===status&&edtf&&earliest===since);return format2(step?step[1]:formatIsoDay(
since))}var LASTING=new Set(["v:under-way","v:operational","v:suspended"]);function statusMark(engagement){let status=statusOn(
engagement,state.asOf),marks=knownSteps(engagement).filter(([each])=>each===status).map(step=>step[4]);return marks.length?
markChip(Math.min(...marks)):""}function stateElement(engagement,...more){let status=statusOn(engagement,state.asOf),{silent,
reported}=conclusionOn(engagement,state.asOf),isLasting=LASTING.has(TERMS.status[status]?.id),since=isLasting&&sinceDate(
engagement,formatShortDate);return el("span",{class:"state"},...joinWithDots([el("span",{},el("strong",{},status<0?translate(
"noStatus"):termLabel("status",status))," ",since?translate("since",since):statusDate(engagement),statusMark(engagement)),
silent!==null?translate("silentSince",yearOf(silent)):isLasting&&reported!==null&&translate("lastReported",yearOf(reported)),
...more]),ENGAGEMENTS.disputes[engagement].length?el("span",{class:"chip"},translate("disputedChip")):"")}var engagementLine=engagement=>el(
"span",{class:"deal-line"},engagementLink(engagement)," ",soft(stateElement(engagement)));function roleElement(engagement,node){
let own=[],acting2=[];for(let[role,party,inferred2,sources]of ENGAGEMENTS.parties[engagement]){if(!isAnySourceKnown(sources))
continue;let label2=termLabel("role",role);party===node?own.push(el("span",{},label2,markChip(inferred2))):(NODES.acts_for||
[])[party]===node&&acting2.push(translate("roleThrough",label2,nodeName(party).text))}let parts=own.length?own:acting2,list4=parts.
flatMap((part,position)=>position?[translate("comma"),part]:[part]);return parts.length?el("span",{class:"role"},...list4):
""}function dealEntry({engagement,isOwn,paper,children},node){let sums=sumsOf(engagement),nameOfLink=papersOf(engagement).
find(([,other])=>other===paper)?.[0]||"",latest=sums.length?sums:ENGAGEMENTS.steps[engagement].flatMap(step=>sumsOf(engagement,
step[6])).slice(-1);return el("div",{class:isOwn?"deal":"deal heading"},engagementLink(engagement,{class:"deal-title"},typeSwatch(
ENGAGEMENTS.type[engagement])),el("div",{class:"deal-body"},el("p",{},stateElement(engagement,...latest.map(sum3=>sumElement(
engagement,sum3)))),...isOwn?[el("p",{class:"soft small"},...joinWithDots([node>=0&&roleElement(engagement,node),evidenceLine(
engagement)])),quotation(engagement)]:[],paper!==null?el("p",{class:"soft small"},linkLabel(nameOfLink)," ",engagementLink(
paper)):""),children.length?longList(children,child=>dealEntry(child,node),{class:"deals inner"}):"")}var dealList=(engagements,{
node=-1,top:top2=-1}={})=>{let entries=groupByPaper2(engagements,top2),groups=entries.filter(({children})=>children.length),
others=entries.filter(({children})=>!children.length),list4=items=>longList(items,entry=>dealEntry(entry,node),{class:"d\
eals"});return[groups.length?section(translate("byPaper"),list4(groups)):"",others.length?section(groups.length?translate(
"withoutPaper"):translate("engagements"),list4(others)):""]};var normalisedNames=[];function suggestNodes(text,excluded){let query=normalise(text.trim());if(!query)return[];if(!normalisedNames.
length)for(let node=0;node<SIZE.nodes;node+=1)normalisedNames.push(["",...[NODES.label[node],NODES.short[node],...Object.
values(NODES.labels[node]||{}),...NODES.aliases[node]||[]].map(normalise)].join(`
`));let hits=[];for(let node=0;node<SIZE.nodes;node+=1)node===excluded||!engagementsOf(node).length||!normalisedNames[node].
includes(query)||hits.push([normalisedNames[node].includes(`
${query}`)?0:1,-engagementsOf(node).length,node]);return hits.sort((a,b)=>a[0]-b[0]||a[1]-b[1]||a[2]-b[2]).slice(0,6).map(
([,,node])=>node)}function pathPicker(node){let results2=el("ul",{class:"results"}),resultCount=el("p",{class:"visually-\
hidden",role:"status"}),input=el("input",{type:"search",autocomplete:"off",spellcheck:"false","aria-label":translate("pa\
thTo"),placeholder:translate("chooseOrganisation"),"data-key":"path"});input.addEventListener("input",()=>{let hits=suggestNodes(
input.value,node);results2.replaceChildren(...hits.map(other=>el("li",{},button({},()=>change({path:[node,other],neighbourhood:null},
{refit:!0}),nodeSwatch({kind:NODES.kind[other],country:NODES.country[other]}),nameElement(other))))),resultCount.textContent=
input.value.trim()?pluralise(hits.length,"organisation"):""}),input.addEventListener("keydown",event=>{let first=results2.
querySelector("button");event.key==="Enter"&&first&&first.click(),event.key==="ArrowDown"&&first&&(event.preventDefault(),
first.focus())});let chosen=state.path&&state.path.includes(node)?pathResult():"";return el("div",{class:"path"},el("spa\
n",{class:"soft","aria-hidden":"true"},translate("pathTo")),input,results2,resultCount,chosen)}function pathResult(){let path=shown.
path,end=(engagement,node)=>el("span",{},nodeLink(node)," ",soft(roleElement(engagement,node)));return el("div",{class:"\
path-result"},path?el("ol",{},...path.engagements.map((engagement,place2)=>el("li",{},el("p",{},end(engagement,path.nodes[place2]),
soft(" — "),end(engagement,path.nodes[place2+1])),el("p",{},engagementLine(engagement)),el("p",{class:"soft small"},evidenceLine(
engagement))))):el("p",{},translate("pathNone")),button({class:"link","data-key":"path-clear"},()=>change({path:null},{refit:!0}),
translate("pathClear")))}function fillSentence(key,parts){return translate(key,...parts.map((_,index)=>`{${index}}`)).split(/\{(\d)\}/).flatMap((piece,index)=>index%
2?parts[Number(piece)]||[]:[piece])}var joinParts=(lists,separator)=>lists.flatMap((list4,index)=>index?[separator,...list4]:
list4),PARTS={engagement:id=>{let{text,lang}=findEngagement(id)<0?{text:id,lang:""}:engagementTitle(findEngagement(id));
return[bdi(text,lang)]},node:id=>[findNode(id)<0?bdi(id):nameElement(findNode(id))],count:(count,noun)=>[pluralise(count,
noun)],number:number=>[formatNumber(number)],text:text=>[bdi(text)],date:edtf=>[formatDate(edtf)],day:day=>[formatDay(day)],
status:id=>[termLabel("status",TERMS.status.findIndex(term=>term.id===id))||translate("noStatus")],sets:counts=>[counts.
map(([set,count])=>translate(`story_set_${set}`,formatNumber(count))).join(translate("comma"))],properties:names=>joinParts(
names.map(name2=>[STRINGS[interfaceLanguage()][`what_${name2}`]||dataText(name2)]),translate("comma")),others:others=>{let sentences=others.
map(parts=>fillSentence("story_other",parts.map(writePart)));return sentences.length?fillSentence("story_others",[joinParts(
sentences," · ")]):[]},claim:(count,claim,name2)=>count?fillSentence("story_claim",[PARTS.count(count,"engagement"),PARTS.
text(claim),writePart(name2)]):[]},writePart=([kind,...values])=>Object.hasOwn(PARTS,kind)?PARTS[kind](...values):[bdi(String(
values[0]??""))];function storyWords(story){if(story.kind){let parts=story.parts.map(writePart),kind=[translate(`story_${story.
kind}`)],isNamed=["engagement","node"].includes(story.parts[0][0]),isUndated=story.parts.some(([part,day])=>part==="day"&&
day===null),text=fillSentence(`story_${story.kind}_${isUndated?"undated":"text"}`,parts);return{kind:isNamed?kind:[],title:isNamed?
parts[0]:kind,text}}let translation=(story.labels||{})[language()],write=field=>[translation?bdi(translation[field],language()):
dataText(story[field])];return{kind:[],title:write("title"),text:write("text")}}function headlineNumbers({promises,states,
occasions}){let numbers2=promises?PROMISE_STATES.map(name2=>[name2,translate(`story_promise_${name2}`,formatNumber(states[name2]))]):
[];return occasions?[...numbers2,["occasion",pluralise(occasions,"occasion")]]:numbers2}var headlineTitle=({promises,all})=>promises?
pluralise(promises,"promise"):pluralise(all,"engagement");function headline(){let counts=countAll();if(!counts.all)return"";
let numbers2=headlineNumbers(counts),isOccasion=([name2])=>name2==="occasion",states=numbers2.filter(each=>!isOccasion(each)).
map(([,text])=>text).join(translate("comma"));return[states?translate("headline",headlineTitle(counts),states):headlineTitle(
counts),...numbers2.filter(isOccasion).map(([,text])=>text)].join(" · ")}function headlineList(counts){let day=state.asOf===
null?"":`&as-of=${formatIsoDay(state.asOf)}`;return el("ul",{class:"headline-numbers"},...headlineNumbers(counts).map(([
name2,text])=>el("li",{},addressLink(inLanguage(`view=table&promise=${name2}${day}`),{"data-key":`headline-${name2}`,title:translate(
name2==="occasion"?"occasionMeaning":`promiseMeaning_${name2}`)},text))))}var TRUST=["proved","oneVoice","inferred","ope\
ning"];function trustLine(){let isKnown2=engagement=>isKnownOn(engagement,state.asOf),count=name2=>[...engagementsWith("\
mark",TERMS.mark.findIndex(({id})=>id===name2))].filter(isKnown2).length,day=state.asOf===null?"":`&as-of=${formatIsoDay(
state.asOf)}`,total=[...ENGAGEMENTS.iri.keys()].filter(isKnown2).length;return total?[translate("trust",pluralise(total,
"engagement")),...joinParts(TRUST.map(name2=>[addressLink(inLanguage(`view=table&mark=${name2}${day}`),{"data-key":`trus\
t-${name2}`,title:translate(`mark_${name2}`)},translate("trustPart",formatNumber(count(name2)),translate(`trust_${name2}`)))]),
" · ")]:[]}var inLanguage=address=>state.language===defaultState().language?address:`${address}&language=${state.language}`;
function addressLink(address,attributes,...children){let anchor=el("a",{href:`#${address}`,...attributes},...children);return anchor.
addEventListener("click",event=>{event.ctrlKey||event.metaKey||event.shiftKey||event.altKey||(event.preventDefault(),change(
{...parseAddress(address).result},{refit:!0,focus:isFromKeyboard(event)}),byId("stage").scrollIntoView({block:"nearest"}))}),
anchor}function storyCard(story,index){let{kind,title,text}=storyWords(story);return addressLink(inLanguage(`story=${story.
id}&${story.address}`),{class:"story","data-key":`story-${story.id}`,"aria-current":state.story===index?"true":null},kind.
length?soft(...kind):"",el("strong",{},...title),el("span",{},...text))}function storyNotice(leave){if(state.story===null)
return"";let{kind,title,text}=storyWords(DATA.stories[state.story]);return el("span",{class:"story-notice"},button({class:"\
link"},event=>leave(isFromKeyboard(event)),translate("allStories"))," · ",...kind.length?[soft(...kind)," "]:[],el("str\
ong",{},...title),el("span",{class:"text"}," ",...text))}function storyText(){if(state.story===null)return"";let{kind,title,
text}=storyWords(DATA.stories[state.story]),plain=nodes=>el("span",{},...nodes).textContent;return[kind,title,text].map(
plain).filter(Boolean).join(" · ")}function showIntro(){let sources=SOURCES.iri.map((_,index)=>index).filter(index=>isHeardOn(
[index],state.asOf)).sort((a,b)=>+(SOURCES.date[a]<SOURCES.date[b])-+(SOURCES.date[a]>SOURCES.date[b])),howToRead=details(
translate("howToRead"),...readingGuide());howToRead.open=!DATA.stories.length;let counts=countAll(),told=storiesOn(state.
asOf),{voiced,engagements}=DATA.headline,note=text=>el("p",{class:"soft"},text),title=counts.all?headlineTitle(counts):translate(
"nothingYet");return["",...state.path?[capitalise(translate("shortestPath")),pathResult(),el("h3",{},title)]:[title],counts.
all?headlineList(counts):"",counts.all&&state.asOf===null&&voiced?note(translate("voicedStatuses",formatNumber(voiced),pluralise(
engagements,"engagement"))):"",counts.all?note(translate("storiesAsOf",formatDay(state.asOf??DATA.as_of??DATA.today))):"",
watchSection(),told.length?el("ul",{class:"stories","aria-label":translate("stories")},...told.map(index=>el("li",{},storyCard(
DATA.stories[index],index)))):"",questionList(),howToRead,DATA.unknowns.length&&state.asOf===null?section(translate("mis\
sing"),longList(DATA.unknowns,dataText,{limit:5,class:"unknown"})):"",DATA.methods.length?details(translate("methods"),bulletList(
DATA.methods.map(dataText),{class:"methods"})):"",sources.length?details(pluralise(sources.length,"source"),longList(sources,
source=>sourceDetails(source),{limit:40,class:"cards"})):""]}var KEYS2=[["/","keyFind"],["Esc","keyClose"],["Tab","keyNe\
xt"],["← ↑ ↓ →","keyNextMark"],["Shift ← ↑ ↓ →","keyMove"],["+ −","keyZoom"]];function readingGuide(){
let sets=TERMS.set.map(({id})=>localName(id)),last3=ENGAGEMENTS.status.map(intervals=>intervals[intervals.length-3]),used=new Set(
last3.filter(status=>status>=0).map(status=>TERMS.status[status].set)),sides=[0,1].filter(index=>index<DATA.sides).map(index=>termLabel(
"country",index)),shapes=[...new Map(TERMS.kind.map((_,index)=>[kindShape(index),index])).values()],unnamed=TERMS.kind.findIndex(
({id})=>localName(id)==="UnnamedParty");return[el("p",{},translate("introEngagements")),el("ul",{class:"key"},el("li",{},
el("span",{class:"stack"},...["realised","entered","announced","prospective"].map(id=>sets.indexOf(id)).filter(set=>used.
has(set)).map(set=>lineSwatch({set}))),el("span",{},translate("readLine"))),el("li",{},el("span",{class:"stack"},lineSwatch(
{width:1.5}),lineSwatch({width:5})),el("span",{},translate("readWidth"))),el("li",{},el("span",{class:"stack","aria-hidd\
en":"true"},"┅ ✓"),el("span",{},translate("readRim"))),sides.length?el("li",{},el("span",{class:"stack side"},...[...sides,
""].map((_,index)=>nodeSwatch({country:index}))),el("span",{},translate(sides.length>1?"readSide":"readOneSide",...sides))):
"",el("li",{},el("span",{class:"stack side"},...shapes.slice(0,3).map(kind=>nodeSwatch({kind}))),el("span",{},translate(
"readShape"))),state.measure?el("li",{},el("span",{class:"dots","aria-hidden":"true"}),el("span",{},translate("readSize",
measureName(state.measure)))):"",state.unnamed?el("li",{},el("span",{class:"stack side"},nodeSwatch({kind:unnamed})),el(
"span",{},translate("readUnnamed"))):""),el("h3",{},translate("keys")),el("dl",{class:"keys"},...KEYS2.flatMap(([keys,meaning])=>[
el("dt",{},...keys.split(" ").map(key=>el("kbd",{dir:"ltr"},key))),el("dd",{},translate(meaning))]))]}var announceTimer=0;function announce(text){byId("message").textContent=text,byId("message").classList.add("visible"),clearTimeout(
announceTimer),announceTimer=setTimeout(()=>byId("message").classList.remove("visible"),4e3)}function translatePage(){document.
documentElement.lang=interfaceLanguage(),document.documentElement.dir=RIGHT_TO_LEFT.has(interfaceLanguage())?"rtl":"ltr";
for(let element of document.querySelectorAll("[data-text]"))element.textContent=translate(element.dataset.text);for(let element of document.
querySelectorAll("[data-label]"))element.setAttribute("aria-label",translate(element.dataset.label));for(let element of document.
querySelectorAll("[data-placeholder]"))element.placeholder=translate(element.dataset.placeholder);for(let id of["in","ou\
t","fit","lasso","release"])byId(id).title=translate(byId(id).dataset.label);byId("language").value=language()}function showCounts(){
let{counts,matching:matching2}=shown,drawn2=state.view==="map"?counts.engagements:matching2.engagements,text=pluralise(state.
view==="map"?counts.nodes:matching2.nodes,"organisation")+translate("comma")+(drawn2===known?pluralise(drawn2,"engagemen\
t"):translate("of",formatNumber(drawn2),pluralise(known,"engagement"))),day=state.asOf??DATA.as_of;byId("counts").textContent=
day===null?text:`${text} · ${translate("asOfDay",formatDay(day))}`}function showEmpty(){let isEmpty=shown.matching.engagements===
0;byId("empty").hidden=!isEmpty,isEmpty&&byId("empty").replaceChildren(el("p",{},translate(SIZE.engagements?"nothingLeft":
"nothingYet")),...whatHides().map(([name2,without,left])=>button({class:"link"},()=>change(without,{refit:!0}),translate(
"dropFilter",conditionName(name2),pluralise(left,"engagement")))))}var filterWords=()=>describeChoices().filter(([name2])=>withoutCondition(
name2)),before=[];function announceAddition(isOther){let words=filterWords().map(([,text])=>text);!isOther&&before.length&&
words.length>before.length&&before.every(each=>words.includes(each))&&announce(translate("filterAdds",words.join(translate(
"semicolon")))),before=words}function describeColumns(){let columns=new Set(scene.items.flatMap(({arc})=>arc===void 0?[]:
[arc]));return!scene.sides||!scene.arcs?scene.arcs&&columns.size>1?translate("columnsFree"):"":[translate("columns",...[
0,1].map(side=>columns.has(side)?sideName(side):"–")),...[2,3,OTHER].filter(arc=>columns.has(arc)).map(arc=>translate(
arc===3?"columnsAbove":"columnsBelow",sideName(arc)))].join(" ")}function showBanner(){let notices=[],addNotice=(text,...actions)=>notices.
push(el("span",{},text,...actions.flatMap(([key,patch,label2])=>[" ",button({class:"link","aria-label":label2,title:label2},
()=>{change(patch,{refit:!0}),document.activeElement===document.body&&byId("map").focus()},translate(key))])));for(let[name2,
words]of filterWords())addNotice(words,["×",withoutCondition(name2),translate("removeFilter",words)]);if(state.path){let names=shown.
path&&shown.path.nodes.map(node=>nodeName(node).text).join(" – ");addNotice(shown.path?translate("pathShown",pluralise(
shown.path.nodes.length-1,"step"),names):translate("pathNone"),["pathClear",{path:null}])}if(state.view==="map"&&shown.isReduced)
addNotice([translate("keyBanner",formatNumber(shown.counts.nodes),pluralise(shown.matching.nodes,"organisation"),formatNumber(
shown.counts.engagements),pluralise(shown.matching.engagements,"engagement")),describeColumns()].join(" "),state.level===
"key"?["showAll",{level:"all"}]:["showLargest",{level:"key"}]);else if(state.view==="map"&&shown.groups.length){addNotice(
[translate("groupBanner",pluralise(shown.counts.nodes,"organisation")),describeColumns()].join(" "),...state.level==="al\
l"?[["showLargest",{level:"key"}]]:[]);for(let key of state.open)addNotice(translate("labelled",translate("groupOpen"),keyName(
key)),["×",{open:new Set([...state.open].filter(other=>other!==key))},translate("groupClose",keyName(key))])}else state.
view==="map"&&state.level==="all"&&addNotice("",["showLargest",{level:"key"}]);let missing=state.view==="map"?notDrawn():
"";missing&&addNotice(missing,...shown.leftOut&&!shown.isReduced?[["showAll",{level:"all"}]]:[],...shown.nameless&&!state.
unnamed&&!shown.isReduced?[["showUnnamed",{unnamed:!0}]]:[]);let story=storyNotice(leaveStory);byId("banner").replaceChildren(
story,...notices),byId("banner").hidden=!notices.length&&!story,byId("release").hidden=!state.pins.size}for(let view2 of VIEWS)
byId(`view-${view2}`).addEventListener("click",()=>change({view:view2}));byId("language").append(...DATA.languages.map(code2=>el(
"option",{value:code2,lang:code2},languageName(code2))));byId("language").parentElement.hidden=DATA.languages.length<2;byId(
"language").addEventListener("change",()=>change({language:byId("language").value}));byId("copy-link").addEventListener(
"click",async()=>{try{if(self!==top)throw new Error("a frame has no address worth sending");await navigator.clipboard.writeText(
location.href),announce(translate("linkCopied"))}catch{announce(translate("linkByHand"))}});byId("in").addEventListener(
"click",()=>zoomBy(1.35));byId("out").addEventListener("click",()=>zoomBy(1/1.35));byId("fit").addEventListener("click",
()=>fit());byId("release").addEventListener("click",()=>{change({pins:new Map}),byId("map").focus()});var isPanelWanted=!0;
function updatePanel(){let closed=!isPanelWanted&&!isPanelOpen();byId("layout").classList.toggle("closed",closed),byId("\
show-panel").setAttribute("aria-expanded",String(!closed&&!state.selection))}function showStories(){isPanelWanted=!0,state.
selection&&select(null),updatePanel(),byId("panel").scrollIntoView({block:"nearest"})}byId("show-panel").addEventListener(
"click",()=>{if(!(!byId("layout").classList.contains("closed")&&!state.selection&&state.answer===null&&!state.by&&byId("\
panel").getBoundingClientRect().top<innerHeight-100))return showStories();isPanelWanted=!1,updatePanel()});function leaveStory(fromKeyboard){
change({...defaultState(),language:state.language},{refit:!0}),showStories(),fromKeyboard&&byId("panel-title").focus({preventScroll:!0})}
onChange(changed=>{if(changed.has("language")&&translatePage(),changed.has("view"))for(let view2 of VIEWS)byId(`view-${view2}`).
setAttribute("aria-pressed",String(view2===state.view)),byId(`stage-${view2}`).hidden=view2!==state.view;["shown","langu\
age","measure","view","pins","story"].some(name2=>changed.has(name2))&&(byId("headline").textContent=headline(),byId("tr\
ust").replaceChildren(...trustLine()),showCounts(),showBanner(),showEmpty()),changed.has("shown")&&announceAddition(changed.
has("language")),["selection","answer","cell"].some(name2=>changed.has(name2))&&updatePanel()});var tooltip=byId("tooltip"),lasso=byId("lasso"),lassoPath=bySelector("#lasso-line path"),narrowScreen=matchMedia("(max-w\
idth: 900px)");function hitTest(x,y,tolerance){let best=null,least=1/0;for(let item of scene.items){let distance2=Math.hypot(
item.px-x,item.py-y)-item.r;distance2<tolerance&&distance2<least&&([best,least]=[item,distance2])}if(best)return best;least=
tolerance+1;for(let{curve,to}of scene.lines){if(!curve)continue;let[x1,y1,cx,cy,x2,y2]=curve;if(!(x<Math.min(x1,cx,x2)-tolerance||
x>Math.max(x1,cx,x2)+tolerance||y<Math.min(y1,cy,y2)-tolerance||y>Math.max(y1,cy,y2)+tolerance))for(let step=0;step<=24;step+=
1){let[px,py]=pointOnCurve(curve,step/24),distance2=Math.hypot(px-x,py-y);distance2<least+4&&([best,least]=[to,distance2])}}
return best}function positionOf(item){return projectItems(readCamera()),[item.px,item.py]}function describe(item){let softLine=(...parts)=>el(
"span",{class:"soft"},parts.filter(Boolean).join(" · "));if(item.kind==="node")return[el("strong",{},nameElement(item.index)),
softLine(termLabel("kind",NODES.kind[item.index]),termLabel("country",NODES.country[item.index]),pluralise(engagementsOf(
item.index).length,"engagement"))];if(item.kind==="group"){let{members,isRemainder}=shown.groups[item.index];return[el("\
strong",{},groupName(item.index)),softLine(pluralise(members.length,"organisation"),termLabel("country",item.country),translate(
isRemainder?"groupCloses":"groupOpens"))]}let[first]=item.engagements;if(item.engagements.length===1){let{text,lang}=engagementTitle(
first);return[el("strong",{},bdi(text,lang)),softLine(capitalise(termLabel("type",ENGAGEMENTS.type[first])),termLabel("s\
tatus",statusOn(first,state.asOf)))]}let parties=linesOf(item).flatMap(({node},place2)=>[place2?" – ":"",unitElement(node)]);
return[el("strong",{},...parties),softLine(pluralise(item.engagements.length,"engagement"),...item.sets.map(([set,count])=>`${count}\
 ${termLabel("set",set)}`))]}function showTooltip(x,y,item){tooltip.replaceChildren(...describe(item)),tooltip.hidden=!1;
let left=Math.min(x+14,mapElement.clientWidth-tooltip.offsetWidth-8),top2=y+18+tooltip.offsetHeight>mapElement.clientHeight?
y-tooltip.offsetHeight-12:y+18;tooltip.style.transform=`translate(${Math.max(left,8)}px, ${Math.max(top2,8)}px)`}function hideTooltip(){
tooltip.hidden=!0,mapElement.classList.remove("pointing")}function choose(item,options){item.kind==="group"?change({open:toggleGroup(
shown.groups[item.index])},{refit:!0}):item.kind==="stack"&&item.engagements.length===1?select("engagement",item.engagements[0],
options):select(item.kind,item.index,options)}var inFrame=event=>{let frame=mapElement.getBoundingClientRect();return[event.
clientX-frame.left,event.clientY-frame.top]};mapElement.addEventListener("pointermove",event=>{if(event.pointerType==="t\
ouch"||event.buttons)return;let[x,y]=inFrame(event),item=hitTest(x,y,4);if(setHovered(item?item.kind:"",item?item.index:
-1),!item)return hideTooltip();mapElement.classList.add("pointing"),showTooltip(x,y,item)});mapElement.addEventListener(
"pointerleave",()=>{hideTooltip(),setHovered("",-1)});network.on("click",({pointer,event})=>{hideTooltip();let item=hitTest(
pointer.DOM.x,pointer.DOM.y,event&&event.pointerType==="touch"?14:5);item?choose(item,{move:narrowScreen.matches}):state.
selection&&select(null)});network.on("dragStart",hideTooltip);mapElement.addEventListener("touchend",event=>{event.cancelable&&
event.target.matches("canvas")&&event.preventDefault()});function follow2(event,move,done){event.stopPropagation(),mapElement.
setPointerCapture(event.pointerId);let[startX,startY]=inFrame(event),moved=!1,onMove=next=>{let[x,y]=inFrame(next);moved||=
Math.hypot(x-startX,y-startY)>4,moved&&move(x,y)},stop=next=>{mapElement.removeEventListener("pointermove",onMove);for(let name2 of[
"pointerup","pointercancel"])mapElement.removeEventListener(name2,stop,!0);next.stopPropagation(),done(moved&&next.type===
"pointerup")};mapElement.addEventListener("pointermove",onMove);for(let name2 of["pointerup","pointercancel"])mapElement.
addEventListener(name2,stop,!0)}function startDrag(event,item){hideTooltip(),follow2(event,(x,y)=>{item.x=(x-camera.width/
2)/camera.scale+camera.x,item.y=(y-camera.height/2)/camera.scale+camera.y,keepMoving(),setHovered(item.kind,item.index,!0)||
network.redraw()},moved=>{if(!moved)return choose(item);let[x,y]=[Math.round(item.x/scene.stretch[0]),Math.round(item.y/
scene.stretch[1])];change({pins:new Map(state.pins).set(item.key,[x,y])})})}function startLasso(event){let polygon=[inFrame(
event)];follow2(event,(x,y)=>{polygon.push([x,y]),lassoPath.setAttribute("d",`M${polygon.map(point=>point.join(",")).join(
"L")}Z`)},moved=>{lassoPath.setAttribute("d",""),lasso.setAttribute("aria-pressed","false");let caught=scene.items.filter(
({kind,px,py})=>kind==="node"&&isInside([px,py],polygon));!moved||!caught.length||change({only:new Set(caught.map(({index})=>index)),
selection:null},{refit:!0})})}mapElement.addEventListener("pointerdown",event=>{if(event.button||!event.target.matches("\
canvas"))return;if(event.shiftKey||lasso.getAttribute("aria-pressed")==="true")return startLasso(event);if(event.pointerType===
"touch")return;let[x,y]=inFrame(event),item=hitTest(x,y,4);item&&item.kind!=="group"&&Math.hypot(item.px-x,item.py-y)<item.
r+4&&startDrag(event,item)},!0);lasso.addEventListener("click",()=>lasso.setAttribute("aria-pressed",String(lasso.getAttribute(
"aria-pressed")!=="true")));var DIRECTIONS={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},cursor=()=>hovered&&findItem(hovered.kind,
hovered.index);function nextItem(from,[dx,dy]){if(!from)return scene.items.reduce((best2,item)=>item.weight>best2.weight?
item:best2,scene.items[0]);let best=null,least=1/0;for(let item of scene.items){let[x,y]=[item.px-from.px,item.py-from.py],
along=x*dx+y*dy,across=Math.abs(x*dy-y*dx);if(item===from||along<=.5)continue;let cost=along+2.2*across;cost<least&&([best,
least]=[item,cost])}return best}mapElement.addEventListener("keydown",event=>{if(event.ctrlKey||event.metaKey||event.altKey)
return;let direction=DIRECTIONS[event.key],item=cursor();if(direction&&event.shiftKey)panBy(direction[0]*.15,direction[1]*
.15);else if(direction){item&&positionOf(item);let next=nextItem(item,direction);next&&(panTo(next),setHovered(next.kind,
next.index),showTooltip(...positionOf(next),next),byId("message").textContent=describe(next).map(({textContent})=>textContent).
join(", "))}else if(event.key==="Enter"&&item)hideTooltip(),choose(item,{focus:!0});else if(event.key==="+"||event.key===
"=")zoomBy(1.35);else if(event.key==="-")zoomBy(1/1.35);else if(event.key==="f")fit();else return;event.preventDefault()});
mapElement.addEventListener("blur",()=>{hideTooltip(),setHovered("",-1)});var PREFIXES={...DATA.prefixes,rdfs:"http://www.w3.org/2000/01/rdf-schema#"};function turtleLiteral(text,lang=""){return`\
"${text.replace(/[\\"]/g,"\\$&").replace(/[\u0000-\u001f\u007f]/g,character=>`\\u${character.charCodeAt(0).toString(16).
padStart(4,"0")}`)}"${lang?`@${lang}`:""}`}var iriReference=iri=>`<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g,encodeURIComponent)}\
>`;function rdfTerm(curie){let[,prefix,name2]=/^([a-z]*):(.*)$/s.exec(curie)||[];return prefix!==void 0&&Object.hasOwn(PREFIXES,
prefix)&&/^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name2)?curie:iriReference(expandCurie(curie))}function prefixDeclarations(text,form){
let bare=text.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>|#.*/g,""),used=new Set([...bare.matchAll(/(?<![\w?])([a-z]+):(?=[A-Za-z0-9_])/g)].
map(([,prefix])=>prefix));return Object.keys(PREFIXES).filter(prefix=>used.has(prefix)).sort().map(prefix=>form==="turtl\
e"?`@prefix ${prefix}: <${PREFIXES[prefix]}> .`:`PREFIX ${prefix}: <${PREFIXES[prefix]}>`).join(`
`)}var labelProperties=(table,row)=>[[LABEL_LANGUAGE,table.label[row]],...Object.entries(table.labels[row]||{}).filter(([
lang])=>lang!==LABEL_LANGUAGE)].map(([lang,text])=>["rdfs:label",turtleLiteral(text,lang)]);function turtleBlock(subject,properties){
let byProperty=new Map;for(let[property,value]of properties)byProperty.set(property,new Set([...byProperty.get(property)||
[],value]));return`${subject} ${[...byProperty].map(([property,values])=>`${property==="rdf:type"?"a":property} ${[...values].
join(" , ")}`).join(` ;
    `)} .`}var passageIri=([source,fragment])=>iriReference(`${expandCurie(SOURCES.iri[source])}#${fragment}`);function engagementTurtle(engagement){
if(!isKnownOn(engagement,null)){let day=formatDay(ENGAGEMENTS.status[engagement].at(-1));return`# ${translate("noLonger",
day)}: ${expandCurie(ENGAGEMENTS.iri[engagement])}`}let subject=rdfTerm(ENGAGEMENTS.iri[engagement]),stepName=name2=>rdfTerm(
`${ENGAGEMENTS.iri[engagement].slice(0,ENGAGEMENTS.iri[engagement].indexOf(":"))}:${name2}`),passagesFor=name2=>ENGAGEMENTS.
passages[engagement].filter(([,,,proves])=>proves===name2).map(passage=>["pcg:statedIn",passageIri(passage)]),currentStatus=statusOn(
engagement,null),steps=ENGAGEMENTS.steps[engagement],engagementBlock=turtleBlock(subject,[["rdf:type",rdfTerm(TERMS.type[ENGAGEMENTS.
type[engagement]].id)],...labelProperties(ENGAGEMENTS,engagement),...ENGAGEMENTS.form[engagement]>=0?[["pcg:kind",rdfTerm(
TERMS.form[ENGAGEMENTS.form[engagement]].id)]]:[],...ENGAGEMENTS.parties[engagement].filter(([,node])=>node>=0).map(([role,
node])=>[rdfTerm(TERMS.role[role].id),rdfTerm(NODES.iri[node])]),...ENGAGEMENTS.sectors[engagement].map(sector=>["pcg:se\
ctor",rdfTerm(TERMS.sector[sector].id)]),...["starts","ends","expected"].filter(name2=>ENGAGEMENTS[name2][engagement]).map(
name2=>[`pcg:${name2}`,turtleLiteral(ENGAGEMENTS[name2][engagement])]),...steps.map(([,,,,,,name2])=>["pcg:step",stepName(
name2)]),...currentStatus>=0?[["pcg:currentStatus",rdfTerm(TERMS.status[currentStatus].id)]]:[],...passagesFor(localName(
ENGAGEMENTS.iri[engagement]))]),stepBlocks=steps.map(([status,edtf,,,,,name2])=>turtleBlock(stepName(name2),[["rdf:type",
"pcg:Step"],["pcg:status",rdfTerm(TERMS.status[status].id)],...edtf?[["pcg:date",turtleLiteral(edtf)]]:[],...passagesFor(
name2)]));return[engagementBlock,...stepBlocks].join(`
`)}var tieTriple=tie=>{let[subject,object]=[NODES.iri[TIES.from[tie]],NODES.iri[TIES.to[tie]]];return`${rdfTerm(subject)}\
 ${rdfTerm(TERMS.relation[TIES.relation[tie]].id)} ${rdfTerm(object)} .`},believedTies=node=>[...tiesOf(node)].filter(tie=>isBelievedOn(
TIES.known[tie],null));function turtle({kind,index}){let body;return kind==="node"?body=[turtleBlock(rdfTerm(NODES.iri[index]),
[...NODES.kind[index]>=0?[["rdf:type",rdfTerm(TERMS.kind[NODES.kind[index]].id)]]:[],...NODES.iri[index]&&localName(TERMS.
kind[NODES.kind[index]]?.id||"")==="UnnamedParty"?[]:labelProperties(NODES,index),...NODES.country[index]>=0?[["pcg:coun\
try",rdfTerm(TERMS.country[NODES.country[index]].id)]]:[]]),...new Set(believedTies(index).map(tieTriple))].join(`
`):body=engagementTurtle(index),`${prefixDeclarations(body,"turtle")}

${body}
`}function sparql({kind,index}){let body;return kind==="node"?body=`# ${stripControls(NODES.label[index])}: its believed\
 ties and its roles in engagements
SELECT ?relation ?other ?label
WHERE {
    {
        ${rdfTerm(NODES.iri[index])} ?relation ?other .
    } UNION {
        ?other ?relation ${rdfTerm(NODES.iri[index])} .
        ?relation rdfs:subPropertyOf* pcg:participant .
    }
    ?other rdfs:label ?label FILTER(lang(?label) = "${LABEL_LANGUAGE}")
}
ORDER BY ?relation ?other`:body=`# ${stripControls(ENGAGEMENTS.label[index])}: every source that reports it, with the pa\
ssage
SELECT ?source ?published ?step ?passage
WHERE {
    {
        BIND (${rdfTerm(ENGAGEMENTS.iri[index])} AS ?said)
    } UNION {
        # A source may use its own IRI for it.
        ?said <http://www.w3.org/2002/07/owl#sameAs> ${rdfTerm(ENGAGEMENTS.iri[index])} .
    }
    GRAPH ?source {
        ?source a pcg:Source .
        {
            ?said pcg:statedIn ?passage .
        } UNION {
            ?said pcg:step ?step .
            ?step pcg:statedIn ?passage .
        }
        OPTIONAL { ?source pcg:date ?published }
    }
}
ORDER BY ?source ?step ?passage`,`${prefixDeclarations(body,"sparql")}
${body}
`}function factInWords(engagement,name2){let step=knownSteps(engagement).find(each=>each[6]===name2);return step?[termLabel(
"status",step[0]),step[1]&&formatDate(step[1]),step[4]?translate("inferred"):""].filter(Boolean).join(translate("comma")):
translate("provesItself")}function citableFacts(engagement){let status=statusOn(engagement,state.asOf),steps=knownSteps(
engagement).toReversed();return[...steps.filter(([each])=>each===status),...steps.filter(([each])=>each!==status)].map(step=>step[6]).
concat(localName(ENGAGEMENTS.iri[engagement]))}function citation({kind,index},fact=citableFacts(index)[0]){let isNode2=kind===
"node",step=isNode2?void 0:knownSteps(index).find(each=>each[6]===fact),passages=isNode2?[]:ENGAGEMENTS.passages[index].
filter(([,,,proves])=>proves===fact),told=isNode2?[...sourcesOf(index)]:[...step?.[5]||[],...passages.map(([source])=>source)],
sources=[...new Set(told.length||isNode2?told:ENGAGEMENTS.sources[index])].filter(source=>isAnySourceKnown([source])).sort(
(a,b)=>+(SOURCES.date[a]>SOURCES.date[b])-+(SOURCES.date[a]<SOURCES.date[b])),passageText=([,fragment,location2,,checked])=>`${placesInWords(
[location2||fragment])[0]} (${translate(`passageShort_${checked}`)})`,sourceLine2=source=>[SOURCES.publisher[source],SOURCES.
title[source]&&`“${SOURCES.title[source]}”`,SOURCES.date[source]&&formatDate(SOURCES.date[source]),SOURCES.address[source],
...passages.filter(([each])=>each===source).map(passageText)].filter(Boolean).join(", "),sentence=isNode2?nodeName(index).
text:translate("labelled",engagementTitle(index).text,factInWords(index,fact))+translate("fullStop"),asOf=state.asOf??DATA.
as_of??DATA.today;return[sentence,...sources.map(sourceLine2),translate("labelled",[DATA.title,translate("citeAsOf",formatDay(
asOf))].join(translate("comma")),expandCurie((isNode2?NODES:ENGAGEMENTS).iri[index]))].join(`
`)}async function copyText(text,area){area.value=text,area.rows=Math.min(14,text.split(`
`).length+1),area.hidden=!1;try{return await navigator.clipboard.writeText(text),!0}catch{return area.focus(),area.select(),
!1}}function copySection(selection){let textArea=el("textarea",{readonly:!0,hidden:!0,dir:"ltr",spellcheck:"false","aria\
-label":translate("copiedText")}),message2=el("p",{class:"message",role:"status"}),copyButton=(key,createText)=>button({
class:"wide","data-key":key},async()=>{let done=await copyText(createText(selection),textArea);message2.textContent=done?
translate("copied"):translate("copyByHand")},translate(key)),facts=selection.kind==="engagement"?citableFacts(selection.
index):[],choice=el("select",{"data-key":"fact"},...facts.map(fact=>el("option",{value:fact},factInWords(selection.index,
fact)))),name2=(selection.kind==="node"?NODES:ENGAGEMENTS).iri[selection.index];return el("section",{class:"copy"},el("h\
3",{},translate("takeAway")),el("div",{class:"buttons"},copyButton("copyTurtle",turtle),copyButton("copySparql",sparql),
copyButton("copyLink",()=>location.href),copyButton("copyCitation",what=>citation(what,choice.value||void 0)),facts.length?
el("label",{class:"option"},el("span",{},translate("citedFact")),choice):""),message2,textArea,el("p",{class:"soft iri",
dir:"ltr"},expandCurie(name2)))}var ORDER=["realised","entered","announced","prospective","silent","ended","none"];function groupByProgress(engagements){
let groups=Object.fromEntries(ORDER.map(name2=>[name2,[]]));for(let engagement of engagements){let set=TERMS.set[statusSetOn(
engagement,state.asOf)]?.id??"none";groups[isSilent(engagement,state.asOf)?"silent":Object.hasOwn(groups,set)?set:"none"].
push(engagement)}return Object.entries(groups).filter(([,group])=>group.length)}function countText(name2,engagements){let count=formatNumber(
engagements.length);if(name2!=="silent")return translate(`count_${name2}`,count);let years=engagements.map(engagement=>yearOf(
conclusionOn(engagement,state.asOf).silent)),latest=Math.max(...years);return translate(years.every(year=>year===latest)?
"count_silent":"count_silentOrEarlier",count,latest)}function progressSummary(engagements){let groups=groupByProgress(engagements),
bar=groups.map(([name2,group])=>{let part=el("span",{class:`progress-${name2}`});return part.style.flexGrow=group.length,
part}),counts=groups.flatMap(([name2,group],position)=>[position?translate("comma"):"",el("span",{class:"count"},el("i",
{class:`progress-${name2}`,"aria-hidden":"true"}),countText(name2,group))]),total=el("strong",{},pluralise(engagements.length,
"engagement"));return groups.length?el("div",{class:"progress"},engagements.length>1?el("div",{class:"progress-bar","ari\
a-hidden":"true"},...bar):"",el("p",{},total,translate("colon"),...counts,translate("fullStop"))):el("p",{class:"soft"},
translate("noEngagement"))}var DATE_PROPERTIES=new Set(["date","starts","ends","expected"]);function disputeName(engagement,{what,step}){let found=step&&
ENGAGEMENTS.steps[engagement].find(each=>each[6]===step);return el("strong",{},propertyName(what),found?` (${termLabel("\
status",found[0])})`:"")}function disputedValue({what,believed},[value,sources]){let isAccepted=value===believed;return el(
"li",{class:isAccepted?"holds":null},el("span",{},DATE_PROPERTIES.has(what)?el("span",{},formatDate(value)):dataText(value),
" ",el("span",{class:"chip"},translate(isAccepted?"believed":"notBelieved"))),longList(sources,source=>soft(sourceLine(source)),
{limit:4,class:"sayers"}))}function disputeSection(engagement){let disputes=ENGAGEMENTS.disputes[engagement];return disputes.
length?el("section",{class:"disputed"},el("h3",{},translate("disputed")),...disputes.map(dispute=>el("div",{class:"dispu\
te"},el("p",{},disputeName(engagement,dispute)),el("ul",{},...dispute.values.map(value=>disputedValue(dispute,value))),el(
"p",{class:"soft"},...dispute.verdict?[`${translate("verdictReason")} `,dataText(dispute.verdict)]:[translate("verdictOp\
en")])))):""}function showEngagement(engagement){let status=statusOn(engagement,state.asOf),kicker=el("span",{},typeSwatch(ENGAGEMENTS.
type[engagement]),el("span",{},...joinWithDots([capitalise(termLabel("type",ENGAGEMENTS.type[engagement])),termLabel("st\
atus",status)]))),{text,lang}=engagementTitle(engagement),statuses=ENGAGEMENTS.status[engagement],days=ENGAGEMENTS.sources[engagement].
map(source=>SOURCES.known[source]),first=days.includes(null)?null:Math.min(...days),intervals=statuses.length?[statuses[1]]:
[first];return statuses.length&&statuses[statuses.length-1]!==null&&intervals.push(statuses[statuses.length-1]),[kicker,
bdi(text,lang),beliefHistory(intervals),withdrawnNote(engagement),watchButton("engagement",engagement),...engagementDetails(
engagement),copySection({kind:"engagement",index:engagement})]}function beliefHistory(intervals){let dayLabel=value=>value===
null||!Number.isFinite(value)?translate("dayAlways"):formatDay(value),last3=intervals.length-1,notes3=[];intervals.length%
2?notes3.push(intervals[last3]===null||!Number.isFinite(intervals[last3])?translate("knownAlways"):translate("knownSince",
formatDay(intervals[last3]))):intervals.length&&notes3.push(translate("noLonger",formatDay(intervals[last3])));for(let index=intervals.
length-intervals.length%2-2;index>=0;index-=2)notes3.push(translate("wasBelieved",dayLabel(intervals[index]),dayLabel(intervals[index+
1])));let isPast=intervals.length%2===0&&intervals.length>0,{asOf}=state,isNotBelieved=asOf!==null&&!isBelievedOn(intervals,
asOf);return el("p",{class:isPast||isNotBelieved?"belief-history past":"belief-history soft"},notes3.join(" · "),isNotBelieved?
` · ${translate(intervals[0]!==null&&intervals[0]>asOf?"notYet":"notThen")}`:"")}function withdrawnNote(engagement){let why=DATA.
withdrawn[ENGAGEMENTS.iri[engagement]];return why?el("p",{class:"reading"},dataText(why)):""}function engagementDetails(engagement){
let claimed=ENGAGEMENTS.claimed[engagement],unknown=[...claimed?[el("span",{},translate("claimed",formatNumber(claimed[0]),
formatNumber(claimed[1])))]:[],...ENGAGEMENTS.unknown[engagement].map(dataText)],isOther=([name2,other])=>!(other>=0&&(LINKS_UP.
includes(name2)||LINKS_DOWN.has(name2)));return[ENGAGEMENTS.summary[engagement]?el("p",{},dataText(ENGAGEMENTS.summary[engagement])):
"",factList(engagement),section(translate("howFar"),conclusionList(engagement),stepList(engagement)),section(translate("\
whoTakesPart"),partyList(engagement)),paperSection(engagement),outcomeSection(engagement),disputeSection(engagement),passageSection(
engagement),ENGAGEMENTS.inferred[engagement].length?section(translate("readInto"),el("p",{class:"reading"},dataText(translate(
"readIntoText",ENGAGEMENTS.inferred[engagement].join(translate("comma")))))):"",unknown.length?section(translate("notKno\
wn"),bulletList(unknown,{class:"unknown"})):"",linkSection(ENGAGEMENTS.links[engagement].filter(isOther)),relationSection(
engagement)]}function factList(engagement){let aims=ENGAGEMENTS.aims[engagement],labels=(group,indices2)=>el("span",{},indices2.
map(index=>termLabel(group,index)).join(translate("comma"))),date=edtf=>edtf&&el("span",{},formatDate(edtf)),form=ENGAGEMENTS.
form[engagement];return definitionList([[translate("form"),form>=0?labels("form",[form]):labels("type",[ENGAGEMENTS.type[engagement]])],
[translate("sector"),ENGAGEMENTS.sectors[engagement].length?labels("sector",ENGAGEMENTS.sectors[engagement]):""],[translate(
"place"),ENGAGEMENTS.places[engagement].length?labels("place",ENGAGEMENTS.places[engagement]):""],[translate("number"),ENGAGEMENTS.
quantity[engagement]],...sumsOf(engagement).map(sum3=>[translate("amount"),sumElement(engagement,sum3,!0)]),...otherSums(
engagement).map(sum3=>[translate("alsoGiven"),sum3]),[translate("starts"),date(ENGAGEMENTS.starts[engagement])],[translate(
"ends"),date(ENGAGEMENTS.ends[engagement])],[translate("expected"),date(ENGAGEMENTS.expected[engagement])],[translate(aims.
length>1?"aims":"aim"),aims.length>1?bulletList(aims.map(dataText),{class:"plain"}):aims[0]]])}function conclusionList(engagement){
let{by,reported,next,outcome,shownBy,how,wentOnAs,silent,promise,state:promiseState}=conclusionOn(engagement,state.asOf),
links=list4=>el("span",{},...list4.flatMap((each,at2)=>[at2?translate("comma"):"",engagementLink(each)])),step=knownSteps(
engagement).find(each=>next&&each[6]===next),planned=step&&[termLabel("status",step[0]),step[1]&&formatDate(step[1])].filter(
Boolean).join(translate("comma")),became=outcome>=0&&el("span",{},termLabel("status",outcome),shownBy<0?"":statusMark(shownBy),
translate("comma"),translate(`how_${how}`),translate("colon"),shownBy<0?"":engagementLink(shownBy)),searched=ENGAGEMENTS.
searched[engagement],isSearched=searched!==null&&(state.asOf===null||searched<=state.asOf),silence=silent!==null&&[reportDate(
engagement,silent),isSearched&&translate("searched",formatDay(searched)),ENGAGEMENTS.opening[engagement]&&translate("ope\
ningOnly")].filter(Boolean).join(translate("semicolon")),isStopped=statusOn(engagement,state.asOf)>=0&&["ended","none"].
includes(TERMS.set[statusSetOn(engagement,state.asOf)]?.id),own=promiseState&&translate(`promise_${promiseState}`),inWords=text=>text&&
el("span",{},text);return definitionList([[translate("sinceWhen"),inWords(sinceDate(engagement,formatDate))],[translate(
"column_reached"),inWords(by===null?"":translate("by",formatDay(by)))],[translate("column_lastReported"),inWords(reported===
null?"":reportDate(engagement,reported))],[translate("nextStep"),inWords(planned||"")],[translate("outcome"),became||""],
[translate(isStopped?"wentOnAs":"stoppedResults"),wentOnAs.length?links(wentOnAs):""],[translate("silentLabel"),inWords(
silence||"")],[translate("promiseLabel"),promise<0||promise===engagement?inWords(own):el("span",{},own,translate("comma"),
translate("togetherWith")," ",engagementLink(promise))]])}function paperSection(engagement){let lines2=papersOf(engagement).
map(([name2,other])=>el("li",{},soft(linkLabel(name2)," "),engagementLine(other)));return lines2.length?section(translate(
"belongsTo"),el("ul",{class:"deal-lines"},...lines2)):""}function outcomeSection(engagement){let outcomes2=[...outcomesOf(
engagement)].filter(other=>other!==engagement&&isTrusted(other));if(!outcomes2.length)return"";let isOnly=state.event===
engagement,draw3=({engagement:each,children})=>el("div",{},engagementLine(each),children.length?longList(children,draw3,
{class:"deal-lines inner"}):"");return section(translate("cameOfIt"),outcomes2.length>1?progressSummary(outcomes2):"",el(
"p",{class:"screen-only"},button({class:"wide","aria-pressed":String(isOnly),"data-key":"outcomes"},()=>change({event:isOnly?
null:engagement,neighbourhood:null,path:null},{refit:!0}),translate("showOutcomes"))),longList(groupByPaper2(outcomes2,engagement),
draw3,{class:"deal-lines"}))}function linkSection(links){let groups=new Map;for(let entry of links)groups.set(entry[0],[
...groups.get(entry[0])||[],entry]);return groups.size?section(translate("linked"),el("dl",{class:"parties"},...[...groups].
flatMap(([name2,entries])=>[el("dt",{},linkLabel(name2)),el("dd",{},longList(entries,([,other,label2])=>other<0?dataText(
label2):engagementLink(other)))]))):""}function relationSection(engagement){let ties=[...tiesOfEngagement(engagement)].filter(
tie=>isBelievedOn(TIES.known[tie],state.asOf));return ties.length?details(pluralise(ties.length,"tieFrom"),longList(ties,
tie=>{let{symmetric}=TERMS.relation[TIES.relation[tie]],arrow=symmetric?" – ":RIGHT_TO_LEFT.has(interfaceLanguage())?"\
 ← ":" → ";return el("span",{},soft(termLabel("relation",TIES.relation[tie]),translate("colon")),nodeLink(TIES.from[tie]),
soft(arrow),nodeLink(TIES.to[tie])," ",soft(pluralise(TIES.voices[tie],"voice")))},{class:"relations"})):""}function stepList(engagement){
let steps=knownSteps(engagement),currentStatus=statusOn(engagement,state.asOf),highest=Math.max(-1,...steps.map(([status])=>TERMS.
status[status]?TERMS.status[status].rank:-1),currentStatus<0?-1:TERMS.status[currentStatus].rank),isFinal=status=>["ende\
d","none"].includes(localName(TERMS.set[TERMS.status[status].set].id)),openStatuses=TERMS.status.map((_,status)=>status).
filter(status=>TERMS.status[status].rank>highest&&!isFinal(status)),ended=currentStatus>=0&&isFinal(currentStatus),items=steps.
map(([status,edtf,earliest,latest,inferred2,sources,name2,count])=>{let bound=latest===null?translate("dateNotStated"):translate(
"latestBound",formatDay(latest)),date=edtf?formatDate(edtf):bound,voices=countVoices((sources||[]).filter(source=>isAnySourceKnown(
[source]))),bounds=edtf&&earliest!==null&&latest!==null&&earliest!==latest?translate("dateBounds",formatDay(earliest),formatDay(
latest)):"";return el("li",{class:status===currentStatus?"now":null},el("strong",{},termLabel("status",status)),el("span",
{class:"soft"},date),...sumsOf(engagement,name2).map(sum3=>sumElement(engagement,sum3)),count?dataText(count):"",markChip(
inferred2),bounds&&!/[[/]/.test(edtf)?el("span",{class:"soft bounds"},bounds):"",voices>1?soft(pluralise(voices,"voice")):
"")});return!steps.length&&currentStatus>=0&&items.push(el("li",{class:"now"},el("strong",{},termLabel("status",currentStatus)),
soft(translate("dateNotStated")))),items.length?el("ol",{class:"steps"},...items,...openStatuses.length&&!ended?[el("li",
{class:"ahead"},soft(translate("openStatuses",openStatuses.map(status=>termLabel("status",status)).join(translate("comma")))))]:
[]):el("p",{class:"soft"},translate("noStep"))}function partyList(engagement){let known2=ENGAGEMENTS.parties[engagement].
filter(([,,,sources])=>isAnySourceKnown(sources));if(!known2.length)return el("p",{class:"soft"},translate("noParty"));let roles=new Map;
for(let party of known2)roles.set(party[0],[...roles.get(party[0])||[],party]);return el("dl",{class:"parties"},...[...roles].
flatMap(([role,entries])=>[el("dt",{},termLabel("role",role)),el("dd",{},longList(entries,([,node,inferred2])=>{let kind=node<
0?"":localName(TERMS.kind[NODES.kind[node]]?.id||"");return el("span",{},node<0||kind==="UnnamedParty"?el("span",{class:"\
line"},svg("svg",{class:"swatch",width:14,height:14,viewBox:"-1.4 -1.4 2.8 2.8","aria-hidden":"true"},svg("path",{d:SHAPES.
blank,class:"side-3 ring","stroke-width":.3,"stroke-dasharray":"0.5,0.4"})),node<0?translate("unnamedParty"):nodeLink(node)):
nodeLink(node),node<0||kind==="UnnamedParty"?chip("unnamed"):"",markChip(inferred2))}))]))}function isShown({kind,index}){return kind!=="node"?!!(state.view==="map"?shown.engagements:shown.listed)[index]:state.view===
"map"?!!shown.nodes[index]:[...engagementsOf(index)].some(engagement=>shown.listed[engagement])}function reasonsFor(engagement){
let reasons=failedConditions(engagement);if(isKnownOn(engagement,null))return reasons;let end=ENGAGEMENTS.status[engagement].
at(-1),others=reasons.filter(([name2])=>name2!=="asOf");return isKnownOn(engagement,state.asOf)||!end?others:[["past",{asOf:end-
1}],...others]}function reasonsToHide({kind,index}){let isFolded=kind==="node"&&(isPerson[index]&&!state.people&&["peopl\
e",{people:!0}]||isUnnamed[index]&&!state.unnamed&&["unnamed",{unnamed:!0}]),candidates=(kind==="node"?[...engagementsOf(
index)]:[index]).map(reasonsFor),fewest=candidates.reduce((best,reasons)=>reasons.length<best.length?reasons:best,candidates[0]||
[]),hasNoMark=kind!=="node"&&state.view==="map"&&!shownParties(index).length&&!state.unnamed;return[...isFolded?[isFolded]:
[],...hasNoMark?[["unnamed",{unnamed:!0}]]:[],...fewest]}function mergeChanges(reasons){let chosen={...state.chosen};for(let[
name2]of reasons)GROUPS.includes(name2)&&(chosen[name2]=new Set);return{...Object.assign({},...reasons.map(([,patch])=>patch)),
chosen}}function neighbourhoodOf({kind,index}){let nodes=kind==="node"?[index]:[...shownParties(index)];return!nodes.length||
kind==="node"&&!engagementsOf(index).length?null:{neighbourhood:{node:nodes.reduce((best,other)=>engagementsOf(other).length<
engagementsOf(best).length?other:best),hops:1},path:null}}function reveal(selection){change(mergeChanges(reasonsToHide(selection)),
{refit:!0});let neighbourhood=isShown(selection)||state.view!=="map"?null:neighbourhoodOf(selection);neighbourhood&&change(
neighbourhood,{refit:!0,replace:!0}),byId("panel-title").focus({preventScroll:!0})}var reasonName=name2=>name2==="people"||
name2==="unnamed"?translate(`switch_${name2}`):name2==="past"?translate("hiddenPast"):conditionName(name2);function showHiddenNote(){
let{selection}=state,note=document.getElementById("hidden-note");if(!note)return;let isHidden=selection&&!isShown(selection),
reasons=isHidden?reasonsToHide(selection):[];if(!(reasons.length>0||isHidden&&state.view==="map"&&neighbourhoodOf(selection)))
return note.replaceChildren();let isOneSided=selection&&selection.kind!=="node"&&!joinsSides[selection.index],text=reasons.
length?"hiddenBy":isOneSided?"hiddenOneSided":"hiddenSmall",names=reasons.map(([name2])=>`“${reasonName(name2)}”`).join(
translate("comma")),showAll=()=>change({level:"all"},{refit:!0});note.replaceChildren(el("p",{},translate(text,names)),el(
"p",{},button({class:"wide","data-key":"reveal"},()=>reveal(selection),translate("showIt")),!reasons.length&&state.level===
"key"?button({class:"link"},showAll,translate("showAll")):""))}function narrowTo(by,value){let{term}=COUNTED[by],beside2=state.neighbourhood?.node;return by==="party"&&beside2!==void 0?
{neighbourhood:null,only:new Set([beside2,value])}:by==="near"||by==="party"?{neighbourhood:{node:value,hops:1},only:null}:
term?{chosen:{...state.chosen,[term]:new Set([value])}}:{period:daysOfYear(value)}}var rolesIn=node=>el("p",{},soft(rolesOf(
node).map(role=>termLabel("role",role)).join(translate("comma")))),SOME=3,suchAs=engagements=>engagements.slice(0,SOME).
map((each,i)=>el("div",{class:"soft"},engagementLink(each),i===SOME-1&&engagements.length>SOME?" …":""));function statusesOf(engagements){
let numbers2=new Map;for(let each of engagements){let status=statusOn(each,state.asOf);status>=0&&numbers2.set(status,(numbers2.
get(status)??0)+1)}return soft([...numbers2].sort(([a,n],[b,m])=>m-n||a-b).map(([status,number])=>`${termLabel("status",
status)} ${formatNumber(number)}`).join(translate("comma")))}function showNumbers(by){let{term}=COUNTED[by],{rows:rows2,
total,counted}=countBy(by),partners=by==="near"&&total===known&&state.asOf===null?NODES.measure.degree:void 0,isParty=by===
"near"||by==="party",name2=value=>isParty?nameElement(value):bdi(term?capitalise(termLabel(term,value)):String(value)),link2=value=>by===
"source"?sourceDetails(value):button({class:"link"},event=>change({by:"",...narrowTo(by,value)},{refit:!0,focus:isFromKeyboard(
event)}),name2(value)),heading=text=>el("th",{scope:"col",class:"number wraps"},text);return[translate("numbers"),translate(
`by_${by}`),el("p",{},soft(translate("numbersOf",pluralise(total,"engagement"),formatNumber(counted))," ",translate("num\
bersSeveral"))),rows2.length?el("div",{class:"answer",tabindex:"0",role:"region","aria-labelledby":"panel-title"},el("ta\
ble",{},el("thead",{},el("tr",{},el("th",{}),heading(translate("column_engagements")),partners?heading(capitalise(measureName(
"degree"))):"")),el("tbody",{},...rows2.map(({value,engagements})=>el("tr",{},el("td",{},link2(value),by==="party"?rolesIn(
value):by==="near"?statusesOf(engagements):"",...by==="source"?[]:suchAs(engagements)),el("td",{class:"number"},formatNumber(
engagements.length)),partners?el("td",{class:"number"},formatNumber(partners[value]??0)):""))))):el("p",{class:"soft"},translate(
"answerEmpty"))]}var dayOf=({earliest,latest})=>latest??earliest,firstOf=({rows:rows2})=>Math.min(...rows2.map(({earliest,latest})=>earliest??
latest));function firstReport(engagement,now,day){if(!ENGAGEMENTS.occasion[engagement])return null;let days=ENGAGEMENTS.
steps[engagement].filter(([status,date])=>status===now&&!date).flatMap(step=>step[5]).filter(source=>isHeardOn([source],
day)).flatMap(source=>SOURCES.reported[source]??[]);return days.length?Math.min(...days):null}function lifeOf(engagement,day){
let now=statusOn(engagement,day),{by,reported,silent,shownBy}=conclusionOn(engagement,day),rows2=ENGAGEMENTS.steps[engagement].
filter(([,date,earliest,latest,,sources])=>date&&(latest??earliest)!==null&&isHeardOn(sources,day)).map(([status,date,earliest,
latest,mark])=>({status,date,earliest,latest,mark})),reached=rows2.filter(({status})=>status===now).map(dayOf),end=reached.
length?Math.max(...reached):by??firstReport(engagement,now,day);!reached.length&&end!==null&&rows2.push({status:now,date:"",
earliest:null,latest:end,mark:0});let rank=({status})=>TERMS.status[status]?.rank??0;return{engagement,now,silent,told:silent??
reported,next:shownBy===engagement?-1:shownBy,rows:rows2.filter(row=>end===null||dayOf(row)<=end).sort((a,b)=>dayOf(a)-dayOf(
b)||rank(a)-rank(b))}}var startOfYear2=year=>Date.UTC(year,0,1)/864e5;function axisOfLives(lives,day){let starts=lives.map(
firstOf).sort((a,b)=>a-b),present2=presentDay(day),last3=Math.max(present2,...lives.flatMap(({rows:rows2})=>rows2.map(dayOf))),
first=starts[starts.length<20?0:Math.ceil(starts.length/100)];return{from:startOfYear2(yearOf(first)),to:startOfYear2(yearOf(
last3)+1),present:present2}}var shareOf=({from,to},when)=>Math.min(100,Math.max(0,100*(when-from)/(to-from)));function yearsOf2(axis){
let[from,to]=[yearOf(axis.from),yearOf(axis.to)],step=[1,2,5,10,20,50,100].find(size=>(to-from)/size<=6)??200,years=[];for(let year=Math.
ceil(from/step)*step;year<to;year+=step)years.push([year,shareOf(axis,startOfYear2(year))]);return years}var LEAST2=.8;function barOf({
engagement,now,rows:rows2,told,silent,next},axis){let setOf3=status=>TERMS.set[TERMS.status[status]?.set]?.id,parts=[],isOver2=ENGAGEMENTS.
occasion[engagement]||setOf3(now)==="ended"||TERMS.status[now]?.id==="v:completed",changes=rows2.filter((row,at2)=>row.status!==
rows2[at2-1]?.status),ending=dayOf(rows2[rows2.length-1]);changes.forEach((row,at2)=>{let look=ENGAGEMENTS.occasion[engagement]?
"occasion":`set-${setOf3(row.status)}`,after=changes[at2+1],sure=dayOf(row),until=after?after.earliest??dayOf(after):Math.
max(ending,isOver2?ending:told??ending),start=Math.min(shareOf(axis,sure),100-LEAST2);row.earliest===null?parts.push([`b\
y ${look}`,start,start]):row.earliest<sure&&parts.push([`vague ${look}`,shareOf(axis,row.earliest),start]),(until>sure||
!after)&&parts.push([look,start,Math.max(start+LEAST2,shareOf(axis,until))])});let[,,end]=parts[parts.length-1],present2=shareOf(
axis,axis.present);return next>=0?parts.push(["went",end,end]):isOver2||(present2>end&&parts.push(["after",end,present2]),
silent!==null&&parts.push(["silent",Math.max(end,present2),Math.max(end,present2)])),parts}var KEYS3={partner(engagement,node){
let others=[...organisationNodes(engagement)].filter(other=>other!==node&&!isUnnamed[other]&&!isPerson[other]),abroad=others.
filter(other=>NODES.country[other]!==NODES.country[node]);return abroad.length?abroad:others},sector:engagement=>ENGAGEMENTS.
sectors[engagement]},ID_OF={partner:node=>NODES.iri[node],sector:sector=>TERMS.sector[sector].id},OTHERS=-2;function groupLives(lives,by,node){
let keys=new Map(lives.map(({engagement})=>[engagement,KEYS3[by](engagement,node)])),counts=new Map,groups=new Map,compare2=(a,b)=>ID_OF[by](
a)<ID_OF[by](b)?-1:1;for(let key of[...keys.values()].flat())counts.set(key,(counts.get(key)??0)+1);for(let life of lives){
let[key=-1]=[...keys.get(life.engagement)].sort((a,b)=>counts.get(b)-counts.get(a)||compare2(a,b));groups.set(key,[...groups.
get(key)??[],life])}let alone=[...groups].filter(([key,list4])=>key>=0&&list4.length<2);if(alone.length>1)for(let[key,list4]of alone)
groups.delete(key),groups.set(OTHERS,[...groups.get(OTHERS)??[],...list4]);for(let list4 of groups.values())list4.sort((a,b)=>firstOf(
a)-firstOf(b)||(ENGAGEMENTS.iri[a.engagement]<ENGAGEMENTS.iri[b.engagement]?-1:1));return[...groups].sort(([a,x],[b,y])=>+(a<
0)-+(b<0)||(a<0?a-b:y.length-x.length||compare2(a,b)))}var MIDDLE=7,percent=place2=>`${place2.toFixed(2)}%`,MARKS2=["","inferred","alleged"],POINTERS={by:"M1,-4L-5,0L1,4Z",went:"\
M1,-5L9,0L1,5Z"};function drawPart([name2,from,to]){let[kind]=name2.split(" ");return kind==="silent"?svg("circle",{class:name2,
cx:percent(from),cy:MIDDLE,r:3.5}):kind in POINTERS?svg("svg",{class:name2,x:percent(from),y:MIDDLE,overflow:"visible"},
svg("path",{d:POINTERS[kind]})):svg("line",{class:name2,x1:percent(from),x2:percent(to),y1:MIDDLE,y2:MIDDLE})}var picture=(years,parts)=>svg(
"svg",{class:"life",width:"100%",height:2*MIDDLE,"aria-hidden":"true"},...years.map(([,place2])=>svg("line",{class:"year",
x1:percent(place2),x2:percent(place2),y1:0,y2:"100%"})),...parts.map(drawPart));function describeLife({rows:rows2,told,silent,
next}){let dateOf=({date,latest})=>date?formatShortDate(date):translate("by",formatDay(latest)),report=silent!==null?translate(
"silentSince",yearOf(silent)):told!==null&&translate("lastReported",formatDay(told));return[...rows2.map(row=>[termLabel(
"status",row.status),dateOf(row),MARKS2[row.mark]&&translate(MARKS2[row.mark])].filter(Boolean).join(" ")),report,next>=
0&&translate("labelled",translate("wentOnAs"),engagementTitle(next).text)].filter(Boolean).join(translate("semicolon"))}
function keyOf2(bars){let found=new Set(bars.flat().map(([name2])=>name2.split(" ")[0])),sample=(parts,text)=>el("li",{},
picture([],parts),text),bar=name2=>[name2,0,100];return el("ul",{class:"life-key"},...TERMS.set.map(({id},set)=>found.has(
`set-${id}`)&&sample([bar(`set-${id}`)],termLabel("set",set))),found.has("occasion")&&sample([bar("occasion")],capitalise(
translate("occasion").split("|").at(-1))),found.has("vague")&&sample([bar("vague set-realised")],translate("life_vague")),
found.has("by")&&sample([["by set-realised",40,40],["set-realised",40,100]],translate("life_by")),found.has("after")&&sample(
[bar("after")],translate("life_after")),found.has("silent")&&sample([["after",0,80],["silent",80,80]],translate("life_si\
lent")),found.has("went")&&sample([["set-entered",0,50],["went",50,50]],translate("life_went")))}function timelineSection(node,engagements){
let own=engagements.filter(engagement=>partyNodes(engagement).includes(node)).map(each=>lifeOf(each,state.asOf)),lives=own.
filter(({rows:rows3})=>rows3.length);if(!lives.length)return"";let axis=axisOfLives(lives,state.asOf),years=yearsOf2(axis),
by=state.timeline,bars=new Map(lives.map(life=>[life,barOf(life,axis)])),nameOf4=key=>key===OTHERS?translate(`others_${by}`):
key<0?translate(`no_${by}`):by==="partner"?nameElement(key):termLabel("sector",key),rows2=groupLives(lives,by,node).flatMap(
([key,list4])=>list4.map((life,at2)=>({life,group:at2?null:key}))),draw3=({life,group})=>el("div",{title:describeLife(life)},
group===null?"":el("strong",{class:"group"},nameOf4(group)),engagementLink(life.engagement,{class:"life-title"}),picture(
years,bars.get(life)),el("span",{class:"visually-hidden"},describeLife(life))),choose3=value=>button({"aria-pressed":String(
by===value),"data-key":`timeline-${value}`},()=>change({timeline:value}),translate(`timeline_${value}`)),scale=svg("svg",
{class:"life",width:"100%",height:2*MIDDLE,"aria-hidden":"true"},...years.map(([year,place2])=>svg("text",{x:percent(place2),
y:11},String(year)))),undated=own.length-lives.length,whole=section(el("span",{},translate("timeline")," ",soft(pluralise(
lives.length,"engagement"))),el("div",{class:"choice",role:"group","aria-label":translate("timelineBy")},soft(translate(
"timelineBy")),choose3("partner"),choose3("sector")),details(translate("lifeKey"),keyOf2([...bars.values()])),el("div",{
class:"life-box"},el("div",{class:"life-axis"},scale),longList(rows2,draw3,{class:"lives"})),undated?el("p",{class:"soft"},
translate("lifeUndated",formatNumber(undated))):"");return whole.className="timeline",whole}function otherNames(node){let heading=nodeName(node).text,names=[[interfaceLanguage()==="en"?"":"en",NODES.label[node]],
...Object.entries(NODES.labels[node]||{})],seen=new Set([heading]);return names.filter(([,text])=>text&&!seen.has(text)&&
seen.add(text))}function showOrganisation(node){let engagements=[...engagementsOf(node)].filter(isTrusted),names=otherNames(
node);return[el("span",{},nodeSwatch({kind:NODES.kind[node],country:NODES.country[node]}),el("span",{},...joinWithDots([
capitalise(termLabel("kind",NODES.kind[node])),termLabel("country",NODES.country[node])]))),nameElement(node),names.length?
el("p",{class:"names"},...names.map(([lang,text])=>bdi(text,lang))):"",NODES.summary[node]?el("p",{},dataText(NODES.summary[node])):
"",briefingLink(node),watchButton("node",node),progressSummary(engagements),...dealList(engagements,{node}),timelineSection(
node,engagements),partnerSection(node,engagements),factSection(node),section(translate("neighbours"),neighbourhoodButtons(
node),pathPicker(node)),measureSection(node),sourceSection(node),NODES.aliases[node]&&NODES.aliases[node].length?section(
translate("alsoWritten"),el("p",{class:"soft names"},...NODES.aliases[node].map(text=>bdi(text)))):"",copySection({kind:"\
node",index:node})]}function briefingLink(node){let list4=document.querySelector(".tools a[href$='id/index.html']"),name2=localName(
NODES.iri[node]);return list4&&NODES.kind[node]>=0&&!name2.includes(".")?el("p",{},el("a",{href:(list4.getAttribute("hre\
f")||"").replace("index.html",`${encodeURIComponent(name2)}.html`)},translate("briefing"))):""}function showStack(index){
let stack=shown.stacks.find(({engagements:engagements2})=>engagements2.includes(index)),engagements=stack?stack.engagements:
[index],parties=stack?stack.parties:[...shownParties(index)];return[pluralise(engagements.length,"engagement"),parties.length?
el("span",{class:"ends"},...parties.map(unit=>unit<0?unitElement(unit):nodeLink(unit))):translate("noParty"),progressSummary(
engagements),...dealList(engagements)]}function partnerSection(node,engagements){let counts=new Map;for(let engagement of engagements)
for(let other of shownParties(engagement))other!==node&&counts.set(other,(counts.get(other)||0)+1);let partners=[...counts].
sort((a,b)=>b[1]-a[1]||a[0]-b[0]);return partners.length?section(el("span",{},translate("withWhom")," ",soft(pluralise(partners.
length,"organisation"))),longList(partners,([other,count])=>el("span",{class:"partner"},nodeLink(other),soft(formatNumber(
count))),{class:"partners"})):""}function factSection(node){let facts=definitionList((NODES.facts[node]||[]).map(([name2,
value,background2,inferred2])=>[propertyName(name2),/^https?:/i.test(value)?link(value,value.replace(/^https?:\/\/(www\.)?/i,
"")):value,background2?chip("background"):"",markChip(inferred2,"")]));return facts?section(translate("facts"),facts):""}
function neighbourhoodButtons(node){let currentHops=state.neighbourhood&&state.neighbourhood.node===node?state.neighbourhood.
hops:0,choose3=hops=>change({neighbourhood:currentHops===hops?null:{node,hops},path:null},{refit:!0});return el("div",{class:"\
choice",role:"group","aria-label":translate("steps")},soft(translate("steps")),...[1,2,3].map(hops=>button({"aria-presse\
d":String(currentHops===hops),"data-key":`near-${hops}`},()=>choose3(hops),pluralise(hops,"step"))),state.neighbourhood?
button({class:"link","data-key":"near-0"},()=>change({neighbourhood:null},{refit:!0}),translate("wholeMap")):"")}function measureSection(node){
let valueOf=(name2,each)=>(NODES.measure[name2]||[])[each]??null,available=DATA.measures.filter(({name:name2})=>valueOf(
name2,node)!==null);return available.length?section(translate("placeInNetwork"),el("ul",{class:"measures"},...available.
map(({name:name2,meaning,sure,top:top2})=>{let values=NODES.measure[name2],own=values[node],[rank,total]=[1,0];for(let value of values)
value!==null&&(total+=1,value>own&&(rank+=1));let[low=0,high=1/0,percent3]=sure&&sure[node]||[],outside=rank<low?"sureFa\
lls":rank>high?"sureRises":"",interval=percent3===void 0?"":` · ${translate("sure",...[low,high,top2,percent3].map(formatNumber))}${outside&&
translate("semicolon")+translate(outside)}`;return el("li",{},el("span",{class:"figure"},formatNumber(own)),el("span",{},
capitalise(measureName(name2))," ",soft(translate("rank",formatNumber(rank),formatNumber(total)))),soft(dataText(meaning),
interval))}))):""}function rowName({kind,index}){return kind==="none"?{text:translate(state.boardRows==="paper"?"noPaper":"noPartyNamed"),
lang:""}:kind==="node"?nodeName(index):engagementTitle(index)}function countText2({promises,states,occasions,others}){let say=(key,count)=>translate(
key,formatNumber(count)),progress=[say("promisedDone",states.kept+states.begun),states.silent&&say("story_promise_silent",
states.silent)];return[promises&&pluralise(promises,"promise")+translate("colon")+progress.filter(Boolean).join(translate(
"comma")),occasions&&pluralise(occasions,"occasion"),others&&pluralise(others,"otherEngagement")].filter(Boolean).join("\
 · ")}function datesText(engagement){let span=spanOf(engagement,state.asOf);if(!span)return translate("dateNotStated");
let[first,last3]=[span.first,span.last].map(([,edtf])=>formatShortDate(edtf));return first===last3?first:`${first} – ${last3}`}
function describeBar(engagement){let{text,lang}=engagementTitle(engagement),facts=[capitalise(termLabel("type",ENGAGEMENTS.
type[engagement])),termLabel("status",statusOn(engagement,state.asOf)),datesText(engagement)],{silent,reported}=conclusionOn(
engagement,state.asOf),report=silent!==null?translate("silentSince",reportDate(engagement,silent,formatShortDate)):reported!==
null?translate("lastReported",reportDate(engagement,reported,formatShortDate)):"";return[el("strong",{},bdi(text,lang)),
...[facts.filter(Boolean).join(" · "),capitalise(report)].filter(Boolean).map(line=>el("span",{class:"soft"},line))]}var percent2=share=>`${(100*
share).toFixed(3)}%`;function barPart(name2,from,to){let element=el("span",{class:name2});return Object.assign(element.style,
{left:percent2(from),width:percent2(to-from)}),element}function createBar(engagement,...classes){let set=statusSetOn(engagement,
state.asOf),progress=ENGAGEMENTS.occasion[engagement]?"occasion":`set-${TERMS.set[set].id}`,bar=button({class:["bar",progress,
...classes].filter(Boolean).join(" "),tabindex:"-1","data-bar":engagement,"aria-label":describeBar(engagement).map(({textContent})=>textContent).
join(", ")},event=>select("engagement",engagement,{focus:isFromKeyboard(event),move:!1}));return bar.style.setProperty("\
--strength",setStrength(set)),bar}function createDatedBar({engagement,start,solid,end,isSilent:silent,isEarlier,isLater},top2,height){
let bar=createBar(engagement,isEarlier&&"earlier",isLater&&"later"),share=place2=>(place2-start)/(end-start);return Object.
assign(bar.style,{left:percent2(start),width:percent2(end-start),top:`${top2}px`,height:`${height}px`}),bar.append(barPart(
"solid",0,share(solid))),silent&&solid<end&&bar.append(barPart("hollow",share(solid),1)),el("li",{},bar)}function createMark(engagement){
let mark=createBar(engagement,isSilent(engagement,state.asOf)&&"silent");return mark.append(barPart("solid",0,1)),el("li",
{},mark)}var BAR_OF_STATE={kept:"realised",begun:"realised",signed:"entered",open:"announced",stopped:"ended"};function barSwatch(name2){
let set=BAR_OF_STATE[name2],swatch=el("span",{class:`bar sample ${set?`set-${set}`:name2}`,"aria-hidden":"true"},barPart(
name2==="silent"?"hollow":"solid",0,1));return swatch.style.setProperty("--strength",setStrength(TERMS.set.findIndex(({id})=>id===
(set||"entered")))),swatch}var barHeights=lanes=>lanes<=8?[11,2,11,2]:lanes<=24?[8,2,6,2]:[6,2,5,1];function createBars(plan,label2){
let[height,gap,silentHeight,silentGap]=barHeights(plan.lanes),topOf=lane=>Math.min(lane,plan.heardLanes)*height+Math.max(
0,lane-plan.heardLanes)*silentHeight,list4=el("ul",{class:"bars-of","aria-label":label2},...plan.bars.map(bar=>createDatedBar(
bar,topOf(bar.lane),bar.isSilent?silentHeight-silentGap:height-gap)));return list4.style.height=`${topOf(plan.lanes)}px`,
list4}function createRow(row,place2,mostLanes=MAX_LANES){let plan=layOut(row.engagements,state.asOf,place2.axis,{least:7/
place2.width,gap:2/place2.width,mostLanes}),{text,lang}=rowName(row),label2=[el("span",{class:"name"},bdi(text,lang)),el(
"span",{class:"soft"},countText2(row.counts))],name2=row.kind==="none"?el("div",{class:"row-name",tabindex:"-1"},...label2):
button({class:"row-name",tabindex:"-1"},event=>select(row.kind,row.index,{focus:isFromKeyboard(event),move:!1}),...label2),
more=plan.left?button({class:"link",tabindex:"-1"},()=>{let opened=createRow(row,place2,mostLanes+MAX_LANES);element.replaceWith(
opened),opened.querySelector(".row-name").focus()},translate("moreBars",formatNumber(plan.left))):"",element=el("li",{class:"\
board-row","data-row":`${row.kind} ${row.index}`},name2,el("div",{class:"track-of"},el("ul",{class:"undated","aria-label":translate(
"undated")},...plan.undated.map(createMark)),el("div",{},createBars(plan,text),more)));return element}var CURRENCIES=(()=>{let counts=new Map;for(let[,,currency]of DATA.sums)currency&&counts.set(currency,(counts.get(currency)??
0)+1);return[...counts.keys()].sort((a,b)=>counts.get(b)-counts.get(a)||+(a>b)-+(a<b))})(),sizeOf2=([,,,,,,amount,least,
most])=>amount??most??least;function moneyOf(engagements,currency,day){let isListed=new Uint8Array(SIZE.engagements),funders=new Map,
left=[];for(let engagement of engagements)isListed[engagement]=1;for(let sum3 of DATA.sums){let[engagement,nodes,unit,prices,
year,total,amount,,,reason2,sources]=sum3;if(!isListed[engagement]||unit!==currency||!isHeardOn(sources,day))continue;let size=sizeOf2(
sum3)??0;if(reason2!==null&&size>0&&left.push({engagement,size,reason:reason2}),reason2!==null||amount===null||total===null)
continue;let key=[...nodes,...prices?[prices]:[]].join("+");funders.has(key)||funders.set(key,{key,nodes,prices,committed:0,
paid:0,cells:new Map});let funder=funders.get(key);funder.cells.has(year)||funder.cells.set(year,{year,committed:0,paid:0,
engagements:[]});let cell=funder.cells.get(year);funder[total]+=amount,cell[total]+=amount,cell.engagements.push(engagement)}
let inOrder=({year})=>year??0;return{funders:[...funders.values()].map(funder=>({...funder,cells:[...funder.cells.values()].
sort((a,b)=>inOrder(a)-inOrder(b))})).sort((a,b)=>b.committed-a.committed||b.paid-a.paid||+(a.key>b.key)-+(a.key<b.key)),
left}}var PIECES=/[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]*\s+|[^\s\u3000-\u9fff\uff00-\uffef]+/gu;function breakLines(text,width,size,weight=400){
let fits=line=>textWidth(line.trimEnd(),weight,size)<=width,lines2=[""];for(let piece of stripControls(text).match(PIECES)||
[])if(fits(lines2.at(-1)+piece))lines2[lines2.length-1]+=piece;else if(fits(piece))lines2.push(piece);else for(let sign of piece)
fits(lines2.at(-1)+sign)?lines2[lines2.length-1]+=sign:lines2.push(sign);return lines2.map(line=>line.trim()).filter(Boolean)}function choose2(name2,value){let charts={...state.charts,[name2]:value};value||delete charts[name2],change({charts})}var labelOf=name2=>value=>translate(
`chart_${name2}_${value||"none"}`),choiceOf=(name2,values,title,initial="",label2=labelOf(name2))=>el("div",{role:"group",
"aria-label":translate(title)},el("span",{class:"soft"},translate(title)),...values.map(value=>button({"data-choice":`${name2}\
 ${value}`,"aria-pressed":String((state.charts[name2]??initial)===value)},()=>choose2(name2,value===initial?"":value),label2(
value))));function select2(name2,title,options,chosen,onChoose){let list4=el("select",{id:`choose-${name2}`},...options.
map(([value,text])=>el("option",{value},text)));return list4.value=chosen,list4.addEventListener("change",()=>onChoose(list4.
value)),el("label",{},el("span",{class:"soft"},translate(title)),list4)}function pick(name2,[one,other=-1],nodes){let options=[
...new Set([...nodes,one,other])].filter(node=>node>=0).map(node=>[NODES.iri[node],nodeName(node).text]).sort((a,b)=>a[1].
localeCompare(b[1])),[first,second]=[one,other].map(node=>node<0?"":NODES.iri[node]),set=(...nodesNow)=>choose2(name2,nodesNow.
filter(Boolean).join(" "));return el("div",{},select2(`${name2}-0`,"chartPair",[["",translate("chartAll")],...options],first,
value=>value?set(value,second):set()),one<0?"":select2(`${name2}-1`,"chartAgainst",[["",translate("chartNothingBeside")],
...options.filter(([iri])=>iri!==first)],second,value=>set(first,value)))}function fitText(text,width,size=12,weight=400){if(textWidth(text,weight,size)<=width)return text;let signs=[...text];for(;signs.
length>1&&textWidth(`${signs.join("")}…`,weight,size)>width;)signs.pop();return`${signs.join("").trimEnd()}…`}var CIRCLE="\
M1,0A1,1 0 1 1 -1,0A1,1 0 1 1 1,0Z",yearText=year=>year===null?translate("noYear"):String(year),LOOKS={kept:{fill:"tone-\
3"},begun:{fill:"tone-3",alpha:.5},signed:{fill:"ink",alpha:.82},open:{fill:"ink",alpha:.4}};function drawState(pen,name2,x,y,width,height){
if(LOOKS[name2])pen.rect(x,y,width,height,0,LOOKS[name2]);else if(name2==="silent")pen.rect(x+.5,y+.5,width-1,height-1,0,
{fill:"paper",colour:"ink",width:1});else for(let top2=y;top2<y+height-.5;top2+=5)pen.rect(x,top2,width,Math.min(3,y+height-
top2),0,{fill:"ink"})}function columnWidths([first,last3]=[0,0],hasUndated,from,to){let before2=hasUndated?54:0,unit=(to-
from-before2)/(last3-first+1);return{first,last:last3,unit,from,to,hasUndated,of:year=>[from+(year===null?0:before2+(year-
first)*unit),year===null?Math.max(unit,22):unit]}}var ticksTo=most=>{let step=[1,2,5,10,20,50,100,200,500,1e3,2e3,5e3].find(
each=>most/each<=4)??most;return Array.from({length:Math.floor(most/step)},(_,at2)=>(at2+1)*step)},soft2={size:11.5,colour:"\
soft"};function drawYears(pen,{columns,top:top2,bottom,most}){for(let tick of ticksTo(most)){let y=bottom-tick/most*(bottom-
top2);pen.rect(columns.from,y,columns.to-columns.from,1,0,{fill:"hair"}),pen.text(tick,columns.to,y-8,{...soft2,anchor:"\
end"})}pen.rect(columns.from,bottom,columns.to-columns.from,1,0,{fill:"soft"}),nameYears(pen,columns,bottom+13)}function nameYears(pen,columns,y){
let every=[1,2,5,10,20,50].find(years=>years*columns.unit>=38)??100;for(let year=Math.ceil(columns.first/every)*every;year<=
columns.last;year+=every){let[x,wide]=columns.of(year);pen.text(year,Math.min(x+wide/2,columns.to-14),y,soft2)}columns.hasUndated&&
pen.text(translate("noYear"),columns.from,y,{...soft2,anchor:"start"})}var TOP=28,ROW2=52,LARGEST=21,LABEL=200,NARROW=560,REASON=44;CHART_CHOICES.currency=value=>CURRENCIES.includes(value);var currencyNow=()=>state.
charts.currency??CURRENCIES[0]??"";function amountText(amount,currency=currencyNow()){let[unit,name2]=[[1e12,"tn"],[1e9,
"bn"],[1e6,"m"]].find(([least])=>amount>=Number(least))??[1,""];return[currency,formatNumber(amount/Number(unit)),name2].
filter(Boolean).join(" ")}var funderName=({nodes,prices})=>[nodes.length?nodes.map(node=>nodeName(node).text).join(" + "):
translate("noPartyNamed"),prices].filter(Boolean).join(translate("comma")),sumsText=({committed,paid})=>[committed&&translate(
"chart_money_committed",amountText(committed)),paid&&translate("chart_money_paid",amountText(paid))].filter(Boolean).join(
translate("comma")),money={id:"money",numbers(engagements){let{funders,left}=moneyOf(engagements,currencyNow(),state.asOf),
reasons=new Map,cells=funders.flatMap((funder,row)=>funder.cells.map(cell=>({...cell,row,isLeft:!1,key:`${funder.key} ${cell.
year??"undated"}`})));for(let sum3 of left)reasons.has(sum3.reason)||reasons.set(sum3.reason,[]),reasons.get(sum3.reason).
push(sum3);let leftRows=[...reasons].sort((a,b)=>b[1].length-a[1].length||+(a[0]>b[0])-+(a[0]<b[0])),leftCells=leftRows.
flatMap(([reason2,sums],row)=>[...sums].sort((a,b)=>a.size-b.size).map((sum3,at2)=>({...sum3,row,isLeft:!0,key:`left ${row}\
 ${at2}`,reason:reason2,engagements:[sum3.engagement]})));return{cells:[...cells,...leftCells],funders,left,leftRows,years:yearsOn(
state.asOf)}},headline({funders:[first],left,cells}){if(!cells.length)return translate("chart_money_none");let most=left.
reduce((best,sum3)=>best&&best.size>=sum3.size?best:sum3,null),counted=first?translate("labelled",funderName(first),sumsText(
first)):translate("chart_money_uncounted",currencyNow()),rest=most&&translate("chart_money_left",pluralise(left.length,"\
sum"),amountText(most.size));return[counted,rest].filter(Boolean).join(translate("semicolon"))},describe(cell,{funders}){
if(!cell.isLeft)return translate("labelled",[funderName(funders[cell.row]),yearText(cell.year)].join(translate("comma")),
sumsText(cell));let sum3=[amountText(cell.size),engagementTitle(cell.engagement).text].join(translate("comma"));return translate(
"labelled",sum3,cell.reason)},columns:()=>["funder","year","currency","committed","paid","left_out","engagement","reason"],
rows:({cells,funders})=>cells.map(cell=>cell.isLeft?["","",currencyNow(),"","",cell.size,engagementTitle(cell.engagement).
text,cell.reason]:[funderName(funders[cell.row]),cell.year??"",currencyNow(),cell.committed,cell.paid,"","",""]),controls:()=>CURRENCIES.
length<2?[]:[choiceOf("currency",CURRENCIES,"chartCurrency",CURRENCIES[0],code2=>code2)],layout({cells,funders,left,leftRows,
years},width){let isNarrow=width<NARROW,from=isNarrow?0:LABEL,columns=columnWidths(years,!0,from,width-LARGEST),most=Math.
max(1,...cells.map(({committed=0,paid=0})=>Math.max(committed,paid))),radius=amount=>Math.max(2.5,LARGEST*Math.sqrt(amount/
most)),tall=isNarrow?ROW2+18:ROW2,middle2=row=>TOP+(row+.5)*tall+(isNarrow?9:0),below=TOP+funders.length*tall+18,sizes=left.
map(({size})=>Math.log10(size)),low=Math.floor(Math.min(...sizes)),high=Math.ceil(Math.max(...sizes)),xOf=size=>10+(Math.
log10(size)-low)/(high-low||1)*(width-60),draw3=pen=>{funders.length&&nameYears(pen,columns,10),funders.forEach((funder,row)=>{
let y=middle2(row),lines2=breakLines(funderName(funder),isNarrow?width:LABEL-12,13,600).slice(0,isNarrow?1:2);pen.rect(0,
TOP+(row+1)*tall,width,1,0,{fill:"hair"}),lines2.forEach((line,at2)=>pen.text(line,0,isNarrow?TOP+row*tall+12:y+16*(at2-
(lines2.length-1)/2),{size:13,weight:600,anchor:"start"}))});for(let cell of cells.filter(({isLeft})=>!isLeft)){let[start,
wide]=columns.of(cell.year),x=start+wide/2,y=middle2(cell.row),r=Math.max(radius(cell.committed),radius(cell.paid));pen.
mark(cell,[x-r-3,y-r-3,2*r+6,2*r+6],inner=>{cell.committed&&inner.shape(CIRCLE,x,y,radius(cell.committed),{fill:"paper",
colour:"ink",width:1.6}),cell.paid&&inner.shape(CIRCLE,x,y,radius(cell.paid),{fill:"tone-3"})});let words=[cell.committed&&
cell.committed!==cell.paid?amountText(cell.committed):"",cell.paid?translate("chart_money_paid",amountText(cell.paid)):""].
filter(Boolean),isRight=x<from+(width-from)*.62;words.forEach((text,at2)=>pen.text(text,x+(isRight?r+5:-r-5),y+14*(at2-(words.
length-1)/2),{size:11.5,halo:"paper",anchor:isRight?"start":"end"}))}if(!left.length)return;pen.text(translate("chart_mo\
ney_axis"),0,below,{size:13,weight:600,anchor:"start"});let bottom=below+44+leftRows.length*REASON;for(let power=low;power<=
high;power+=width<500&&high-low>3?2:1)pen.rect(xOf(10**power),below+32,1,bottom-below-40,0,{fill:"hair"}),pen.text(amountText(
10**power),xOf(10**power),below+22,{size:11.5,colour:"soft",anchor:power===low?"start":power===high?"end":"middle"});leftRows.
forEach(([reason2,sums],row)=>pen.text(fitText(`${formatNumber(sums.length)} · ${reason2}`,width,12.5),0,below+44+row*REASON,
{size:12.5,halo:"paper",anchor:"start"}));let placed=new Map;for(let cell of cells.filter(({isLeft})=>isLeft)){let x=xOf(
cell.size),before2=placed.get(cell.row)??[],level=before2.filter(other=>Math.abs(other-x)<6).length,y=below+62+cell.row*
REASON+Math.min(level,3)*3;placed.set(cell.row,[...before2,x]),pen.mark(cell,[x-8,y-8,16,16],inner=>inner.shape(CIRCLE,x,
y,4.5,{fill:"paper",colour:"soft",width:1.6}))}};return{height:left.length?below+50+leftRows.length*REASON:Math.max(TOP,
below-10),draw:draw3}}};var TOP2=24,FOOT=24,LABELS=150,NARROW2=520,KEY_ROW=22,stateText=(name2,count)=>translate(`story_promise_${name2}`,formatNumber(
count)),outcomes={id:"outcomes",numbers(engagements){let counts=promisesByYear(engagements,state.asOf),cells=counts.cells.
map(cell=>({...cell,only:cell.year&&{period:daysOfYear(cell.year)}}));return{...counts,cells,years:yearsOn(state.asOf)}},
headline:({promises,states})=>promises?translate("chart_outcomes_head",pluralise(promises,"promise"),formatNumber(states.
kept),formatNumber(states.begun),formatNumber(states.silent)):translate("chart_outcomes_none"),describe:({year,state:name2,
promises})=>translate("labelled",yearText(year),stateText(name2,promises)),columns:()=>["announced","outcome","promises"],
rows:({cells})=>cells.map(({year,state:name2,promises})=>[year??"",name2,promises]),layout({cells,states,years},width){let isNarrow=width<
NARROW2,shownStates=PROMISE_STATES.filter(name2=>states[name2]),right=isNarrow?0:LABELS,plot=isNarrow?220:320,bottom=TOP2+
plot,height=bottom+FOOT+(isNarrow?Math.ceil(shownStates.length/2)*KEY_ROW+6:0),totals2=new Map;for(let{year,promises}of cells)
totals2.set(year,(totals2.get(year)??0)+promises);let most=Math.max(4,...totals2.values()),columns=columnWidths(years,totals2.
has(null),8,width-right);return{height,draw:pen=>{drawYears(pen,{columns,top:TOP2,bottom,most});let base=new Map;for(let cell of cells){
let[x,wide]=columns.of(cell.year),before2=base.get(cell.year)??0,after=before2+cell.promises,[top2,foot]=[bottom-after/most*
plot,bottom-before2/most*plot];base.set(cell.year,after),pen.mark(cell,[x,top2,wide,foot-top2],inner=>drawState(inner,cell.
state,x+1,top2+.5,wide-2,foot-top2-1))}[...shownStates].reverse().forEach((name2,at2)=>{let[x,y]=isNarrow?[8+at2%2*(width/
2),bottom+FOOT+12+Math.floor(at2/2)*KEY_ROW]:[width-LABELS+16,bottom-plot+14+at2*30];drawState(pen,name2,x,y-6.5,13,13),
pen.text(stateText(name2,states[name2]),x+21,y,{size:13,anchor:"start"})})}}}};function rankRows(rows2){return rows2.sort((a,b)=>b.value-a.value||+(NODES.iri[a.node]>NODES.iri[b.node])-.5),rows2.forEach(
(row,at2)=>{row.rank=at2&&rows2[at2-1].value===row.value?rows2[at2-1].rank:at2+1}),rows2}function rankByPartners(engagements,relation,day){
let wanted=TERMS.relation.findIndex(({id})=>id===relation),rows2=new Map,isListed=new Uint8Array(SIZE.engagements);for(let engagement of engagements)
isListed[engagement]=1;for(let tie=0;tie<SIZE.ties;tie+=1){let[from,to,engagement]=[TIES.from[tie],TIES.to[tie],TIES.engagement[tie]];
if(!(from===to||isUnnamed[from]||isUnnamed[to]||relation&&TIES.relation[tie]!==wanted)&&!(!(engagement<0?!isRestricted():
isListed[engagement])||!isBelievedOn(TIES.known[tie],day)))for(let[node,other]of[[from,to],[to,from]]){rows2.has(node)||
rows2.set(node,{node,partners:new Set,engagements:[],ties:0,alone:0});let row=rows2.get(node);row.partners.add(other),row.
ties+=1,TIES.voices[tie]<2&&(row.alone+=1),engagement>=0&&row.engagements.push(engagement)}}return rankRows([...rows2.values()].
map(row=>({...row,value:row.partners.size})))}var rankByMeasure=measure=>rankRows((NODES.measure[measure]??[]).flatMap((value,node)=>value===
null?[]:[{node,value,engagements:[...engagementsOf(node)],ties:0,alone:0}]));function intervalsOf(measure){let sure=DATA.
measures.find(({name:name2})=>name2===measure)?.sure;return sure?node=>sure[node]?sure[node].slice(0,2):null:null}var SHOWN=12,ROW3=40,TOP3=46,NARROW3=640,GAP=110,RELATIONS=TERMS.relation.map((_,index)=>index).filter(index=>TIES.relation.
includes(index)),isRelation=id=>RELATIONS.some(index=>TERMS.relation[index].id===id),isYear=text=>/^\d{4}$/.test(text);CHART_CHOICES.
rank=value=>MEASURES.includes(value);CHART_CHOICES.network=isRelation;CHART_CHOICES.beside=value=>isRelation(value)||isYear(
value)||value==="all";var relationName=id=>id&&id!=="all"?termLabel("relation",TERMS.relation.findIndex(term=>term.id===
id)):translate("chartAllTies"),measureNow=()=>state.charts.rank??"degree";function sidesOf(engagements){let{network:network2="",
beside:beside2=""}=state.charts,measure=measureNow(),isWhole=!isRestricted()&&state.asOf===null;if(measure!=="degree")return[
isWhole?{name:relationName(""),rows:rankByMeasure(measure),intervals:intervalsOf(measure)}:{name:relationName(""),rows:[],
intervals:null}];let side=(relation,day,name2)=>({name:name2,rows:rankByPartners(engagements,relation==="all"?"":relation,
day),intervals:isWhole&&day===null&&(!relation||relation==="all")?intervalsOf("degree"):null}),first=side(network2,state.
asOf,relationName(network2));return beside2?[first,isYear(beside2)?side(network2,daysOfYear(Number(beside2))[1],translate(
"chartEndOf",beside2)):side(beside2,state.asOf,relationName(beside2))]:[first]}var valueText=value=>measureNow()==="degr\
ee"?pluralise(value,"partner"):formatNumber(value),restsText=({ties,alone})=>ties?translate("chart_ranking_rests",formatNumber(
alone),pluralise(ties,"tie")):"",ranking={id:"ranking",numbers(engagements){let sides=sidesOf(engagements);return{cells:sides.
flatMap(({rows:rows2,intervals},side)=>rows2.slice(0,SHOWN).map((row,at2)=>{let[low,high]=intervals?.(row.node)??[null,null];
return{...row,key:`${NODES.iri[row.node]} ${side}`,side,at:at2,low,high}})),sides,restricted:isRestricted()||state.asOf!==
null}},headline({cells,sides,restricted}){let isUncomputed=measureNow()!=="degree"&&restricted,name2=cell=>nodeName(cell.
node).text;if(!cells.length)return translate(isUncomputed?"chart_ranking_whole":"chart_ranking_none");let lists=sides.map(
(_,side)=>cells.filter(cell=>cell.side===side));if(sides.length>1&&lists.every(({length})=>length)){let both=lists[0].filter(
({node})=>lists[1].some(other=>other.node===node)).length,firsts=lists.flatMap((list4,side)=>[name2(list4[0]),sides[side].
name]);return translate("chart_ranking_two",...firsts,formatNumber(both),formatNumber(lists[0].length))}let[first]=cells,
others=cells.slice(1).filter(({low})=>low===1).length;if(first.high===null)return translate("chart_ranking_first",name2(
first),valueText(first.value));let isSure=first.high===1&&!others;return translate(isSure?"chart_ranking_sure":"chart_ra\
nking_unsure",name2(first),formatNumber(others))},describe(cell,{sides}){let parts=[translate("chart_ranking_rank",formatNumber(
cell.rank)),cell.high===null?"":translate("chart_ranking_interval",formatNumber(cell.low),formatNumber(cell.high)),valueText(
cell.value),restsText(cell)],names=[nodeName(cell.node).text,sides.length>1?sides[cell.side].name:""].filter(Boolean);return translate(
"labelled",names.join(translate("comma")),parts.filter(Boolean).join(translate("comma")))},columns:()=>["network","measu\
re","rank","low","high","organisation","value","ties","ties_on_one_voice"],rows:({cells,sides})=>cells.map(({side,rank,low,
high,node,value,ties,alone})=>[sides[side].name,measureNow(),rank,low??"",high??"",nodeName(node).text,value,ties,alone]),
controls(){let measures=MEASURES.map(name2=>[name2,measureName(name2)]),relations=RELATIONS.map(index=>[TERMS.relation[index].
id,termLabel("relation",index)]),[first,last3]=yearsOn(null)??[0,-1],now=yearOf(DATA.today),years=Array.from({length:last3-
first+1},(_,at2)=>String(last3-at2)).filter(year=>Number(year)<now),list4=measures.length?[select2("rank","chartMeasure",
measures,measureNow(),value=>choose2("rank",value==="degree"?"":value))]:[];if(measureNow()!=="degree")return list4;let all=translate(
"chartAllTies"),choiceIn=(name2,title,options)=>select2(name2,title,options,state.charts[name2]??"",value=>choose2(name2,
value));return[...list4,choiceIn("network","chartNetwork",[["",all],...relations]),choiceIn("beside","chartBeside",[["",
translate("chartNothingBeside")],["all",all],...relations,...years.map(year=>[year,translate("chartEndOf",year)])])]},layout({
cells,sides,restricted},width){let isTwo=sides.length>1,isStacked=isTwo&&width<NARROW3,side=isTwo&&!isStacked?(width-GAP)/
2:width,lists=sides.map((_,at2)=>cells.filter(cell=>cell.side===at2)),heights=lists.map(({length})=>TOP3+Math.max(1,length)*
ROW3),startOf=at2=>isStacked?[0,at2*(heights[0]+16)]:[at2*(side+GAP),0],axis=isTwo?0:Math.round(side*(width<NARROW3?.42:
.6)),labels=side-axis-(axis?14:0),last3=Math.max(10,...cells.map(({rank,high})=>high??rank)),xOf=rank=>width-12-axis+24+
Math.log(rank)/Math.log(last3)*(axis-36),note=sides.some(({intervals})=>intervals)||isTwo?"":translate(restricted||state.
charts.network?"chart_ranking_filtered":"chart_ranking_without"),foot=isStacked?heights[0]+16+heights[1]:Math.max(...heights),
draw3=pen=>{sides.forEach(({name:name2},at2)=>pen.text(capitalise(fitText(name2,labels,13,600)),startOf(at2)[0],startOf(
at2)[1]+12,{size:13,weight:600,anchor:"start"}));let isClear=(tick,at2,all)=>xOf(tick)-xOf(all[at2-1]??.01)>24;for(let tick of axis?
[1,2,5,10,20,50,100,200].filter(each=>each<=last3).filter(isClear):[]){pen.rect(xOf(tick),TOP3-14,1,foot-TOP3+8,0,{fill:"\
hair"});let text=tick===1&&width>=NARROW3?translate("chart_ranking_rank",1):tick;pen.text(text,xOf(tick),TOP3-24,{size:11.5,
colour:"soft"})}if(isTwo&&!isStacked)for(let cell of lists[0]){let other=lists[1].find(({node})=>node===cell.node);if(!other)
continue;let[y,to]=[cell,other].map(({at:at2})=>TOP3+(at2+.5)*ROW3);pen.curve([side+6,y,side+GAP/2,(y+to)/2,side+GAP-6,to],
{colour:"soft",width:1.4})}for(let cell of cells){let[left,top2]=startOf(cell.side),y=top2+TOP3+(cell.at+.5)*ROW3;pen.mark(
cell,[left,y-ROW3/2+1,side,ROW3-2],inner=>{axis&&cell.high!==null&&inner.rect(xOf(cell.low)-4,y-4,xOf(cell.high)-xOf(cell.
low)+8,8,4,{fill:"soft",alpha:.45}),axis&&inner.shape(CIRCLE,xOf(cell.rank),y,4.5,{fill:"ink"})}),pen.text(cell.rank,left+
18,y-7,{size:13,weight:600,anchor:"end"}),pen.text(fitText(nodeName(cell.node).text,labels-28,13,600),left+26,y-7,{size:13,
weight:600,anchor:"start"});let under=[valueText(cell.value),restsText(cell)].filter(Boolean).join(translate("comma"));pen.
text(fitText(under,labels-28,11.5),left+26,y+9,{size:11.5,colour:"soft",anchor:"start"})}note&&pen.text(fitText(note,width,
12),0,foot+8,{size:12,colour:"soft",anchor:"start"})};return{height:foot+(note?18:0),draw:draw3}}};var ROWS=6,TOP4=26,GAP2=30,LABEL2=142,NO_YEAR=30,NARROW4=520,isNode=id=>findNode(id)>=0,isTop=sector=>!(TERMS.sector[sector].
broader>=0),GROUPINGS={type:{of:engagement=>[ENGAGEMENTS.type[engagement]],name:index=>capitalise(termLabel("type",index)),
id:index=>TERMS.type[index].id},sector:{of:engagement=>[...sectorsOf(engagement)].filter(isTop),name:index=>capitalise(termLabel(
"sector",index)),id:index=>TERMS.sector[index].id},organisation:{of:engagement=>[...shownParties(engagement)].filter(node=>!isPerson[node]&&
!isUnnamed[node]),name:index=>nodeName(index).text,id:index=>NODES.iri[index]},outcome:{of:engagement=>{let{promise,state:found}=conclusionOn(
engagement,state.asOf);return promise<0?[]:[PROMISE_STATES.indexOf(found)]},name:index=>capitalise(termLabel("promise",index)),
id:index=>PROMISE_STATES[index]}};CHART_CHOICES.by=value=>value in GROUPINGS;CHART_CHOICES.what=value=>value in KINDS2;CHART_CHOICES.
pair=value=>{let nodes=value.split(" ");return nodes.length<=2&&nodes.every(isNode)};function rowsOf(all,sides){let engagements=all.
filter(engagement=>sides.some(({has})=>has(engagement))),{by,what="signed"}=state.charts;if(!by)return Object.keys(KINDS2).
map(kind=>({id:kind,name:translate(`kind_${kind}`),kind,engagements}));let counted=new Set([...engagementsByYear(engagements,
what,state.asOf).values()].flat()),groups=new Map;for(let engagement of counted)for(let group of GROUPINGS[by].of(engagement))
groups.has(group)||groups.set(group,[]),groups.get(group).push(engagement);return[...groups].sort((a,b)=>b[1].length-a[1].
length||a[0]-b[0]).slice(0,ROWS).map(([group,members])=>({id:GROUPINGS[by].id(group),name:GROUPINGS[by].name(group),kind:what,
engagements:members}))}function sidesOf2(){return state.charts.pair?state.charts.pair.split(" ").map(findNode).map(node=>{
let all=new Set(engagementsOf(node));return{node,has:engagement=>all.has(engagement)}}):[{node:-1,has:()=>!0}]}var sum2=cells=>cells.
reduce((total,{engagements})=>total+engagements.length,0),TONES2=["tone-1","tone-2"],ORGANISATIONS=[...Array(SIZE.nodes).
keys()].filter(node=>!isPerson[node]&&!isUnnamed[node]&&engagementsOf(node).length>3),time={id:"time",numbers(engagements){
let sides=sidesOf2(),rows2=rowsOf(engagements,sides),cells=[];for(let[at2,row]of rows2.entries())for(let[side,{has}]of sides.
entries()){let years=engagementsByYear(row.engagements.filter(has),row.kind,state.asOf);for(let[year,members]of[...years].
sort((a,b)=>(a[0]??0)-(b[0]??0)))cells.push({key:`${row.id} ${year??"undated"} ${side}`,row:at2,side,year,engagements:members,
only:year&&{period:daysOfYear(year)}})}return{cells,rows:rows2,sides,years:yearsOn(state.asOf)}},headline({cells,rows:rows2,
sides}){if(!cells.length)return translate("chart_time_none");let say=some=>rows2.map(({name:name2},at2)=>[sum2(some.filter(
({row})=>row===at2)),name2]).filter(([count])=>count).slice(0,3).map(([count,name2])=>translate("chart_time_part",formatNumber(
count),name2)).join(translate("comma"))||formatNumber(0);if(sides[0].node>=0)return sides.map(({node},at2)=>translate("l\
abelled",nodeName(node).text,say(cells.filter(({side})=>side===at2)))).join(translate("semicolon"));let dated=cells.filter(
({year})=>year!==null),most=dated.reduce((best,cell)=>cell.engagements.length>best.engagements.length?cell:best,dated[0]??
cells[0]),peak=translate("chart_time_most",rows2[most.row].name,yearText(most.year),formatNumber(most.engagements.length));
return`${capitalise(say(cells))}${translate("semicolon")}${peak}`},describe({row,side,year,engagements},{rows:rows2,sides}){
let who=sides[side].node>=0?[nodeName(sides[side].node).text]:[],kind=translate(`kind_${rows2[row].kind}`);return translate(
"labelled",[...who,rows2[row].name,yearText(year)].join(translate("comma")),rows2[row].name===kind?formatNumber(engagements.
length):translate("chart_time_part",formatNumber(engagements.length),kind))},columns:()=>["kind","group","organisation",
"year","engagements"],rows:({cells,rows:rows2,sides})=>cells.map(({row,side,year,engagements})=>[rows2[row].kind,state.charts.
by?rows2[row].name:"",sides[side].node<0?"":nodeName(sides[side].node).text,year??"",engagements.length]),controls:({sides})=>[
choiceOf("by",["",...Object.keys(GROUPINGS)],"chartBy"),state.charts.by?choiceOf("what",Object.keys(KINDS2),"chartWhat",
"signed"):"",pick("pair",sides.map(({node})=>node),ORGANISATIONS)],layout({cells,rows:rows2,sides,years},width){let isNarrow=width<
NARROW4,left=isNarrow?0:LABEL2,columns=columnWidths(years,!0,left,width),highest=rows2.map((_,row)=>sides.map((__,side)=>Math.
max(1,...cells.filter(cell=>cell.row===row&&cell.side===side&&cell.year!==null).map(({engagements})=>engagements.length)))),
total=highest.flat().reduce((a,b)=>a+b,0),unit=Math.min(16,(isNarrow?260:340)/total),isNamed=sides[0].node>=0,y=TOP4,middles=highest.
map(([up,down=0])=>{let middle2=y+up*unit+14+(isNarrow?18:0);return y=middle2+down*unit+(down?GAP2:14),middle2}),isOut=year=>state.
period&&year!==null&&(daysOfYear(year)[1]<state.period[0]||daysOfYear(year)[0]>state.period[1]),draw3=pen=>{nameYears(pen,
columns,10),rows2.forEach(({name:name2},row)=>{pen.rect(left,middles[row],width-left,1,0,{fill:"soft"});let lines2=breakLines(
name2,isNarrow?width:LABEL2-10,13,600).slice(0,isNarrow?1:2);lines2.forEach((line,at2)=>pen.text(line,0,(isNarrow?middles[row]-
highest[row][0]*unit-18:middles[row]-7)-16*(lines2.length-1-at2),{size:13,weight:600,anchor:"start"}))});for(let cell of cells){
let[x,wide]=columns.of(cell.year),down=cell.side===1,count=cell.engagements.length,tall=cell.year===null?15:count*unit,top2=middles[cell.
row]+(down?1:-tall),style={fill:TONES2[cell.side],alpha:isOut(cell.year)?.3:1},hit=cell.year===null?[x,top2,NO_YEAR,tall]:
[x,down?top2:top2-12,wide,tall+12];pen.mark(cell,hit,inner=>cell.year===null?inner.rect(x+.5,top2,NO_YEAR-1,tall,2,{fill:"\
paper",colour:TONES2[cell.side],width:1}):inner.rect(x+1,top2,wide-2,tall,0,style)),cell.year===null?pen.text(count,x+NO_YEAR/
2,top2+tall/2,{size:11.5}):count===highest[cell.row][cell.side]&&pen.text(count,x+wide/2,down?top2+tall+7:top2-7,{size:11.5})}
isNamed&&sides.forEach(({node},side)=>pen.text(fitText(nodeName(node).text,width/2-30,12.5,600),26+side*(width/2),y+4,{size:12.5,
weight:600,colour:TONES2[side],anchor:"start"})),isNamed&&sides.forEach((_,side)=>pen.rect(8+side*(width/2),y-2,12,12,0,
{fill:TONES2[side]}))};return{height:y+(isNamed?18:0),draw:draw3}}};var world_default={land:[[164,-286,"IVLWHpPc5}OWQ`RSVfTVVURUPYHdTSPSJ_KYXRJOMRNXG[C_SPKQJ[SMRPLSLWROTSQWTMRRKQNSSPPTNQTX\
PTQXMWQQPRMNLROUNQONPSMQPMKOIRQNMOOSQMMQKNJUOUQRMPSQLPIWGQRRFNENLOMMJP9FESOPQPQPNSOMHRDOROHO@J@W8cFUPTLQLUTRMPPRQQNQOTMQ\
PTISNVLQOROOMTTRLQTSHNPQLRQQKROQTQMPOUPRQRSNZRFNNSNSRQNPLVMRTQVYUfN[MTRQOPRWIYOMPVQUUWV]NOQQZYUaXTW]^T_[UWPSNSQWUWQUWWaW\
ZcVQPMWL]PTRRMVPUQ^WTOSTZSjTZPUM]UTNSQPQWNWP[TQNTQRKWTPNJIQMTMQLEESLTPPNSQRLSPXMZPdKUFfK^JVRTUNXRT`W`MRLaNSMeMdJeXXORNNR\
ONSNQRTNaRSSV`Y`NZQSOTTTNRJMIRFJGN@XJQNJIOKQNTAPWSGPRRLUQSGSQSSMTRMRRRMTRSHOQUUThPNQRQXQIRPSgOZV[SaQSLXPSLTQaKZRYO]USUMW\
AWCY;YSQNQRPSOTQSVVQIUWQOQYSMRHN8KIKQSMNQKUL[QNMGPLMCLLRRUES]UOREPIRRQLRXORQJPNVQKMQHNJIJNQLOKJPQRNOMDOMLPNILNUKRLYLONAP\
CGQRUSHQGSCMQMTMJRRMKSRLIUPRMOPKWHOOPRMPRMKOWNWJPLKSKOUKMOKRUEKTMMMUNMMTQSJUWT[MSRHRGONRONLVSQLPIWOSJTRPNSS[MQHUAVWOOPIU\
GQHWSQKSOULRNPLKMWQQORLPGLONSNMMRK]JTGUKWMZPMLfHUKNLLUFRLHVMQLJNOLLKKQVYK[HROUKORQKQMTIQBZKQQQIUMYBUHKKOOOCJFSDRHIQKPKNO\
9FROMOGEQLTMIKMKQNGNKJ9OHMLLLRLTRSNOKUKOLNDPRTOZRPKPOSUTMLLQXeNZQQORRSORNPQRMRPR`VVN^P^NlPSRT[OPQXVKMULRRPOVIRMSQRNRUPHQ\
QRLQARLRTRMQTPKQPQ`SUM^RKZVPRMYOVQMQQR_VQVXRXSYPIQXPLSVUSV^U[OORRRWPQNRQRNQUVPVMHSOTMPTRMTOUKRQZUORRSPQSHMNRSRXQVTVQMEVN\
ONLQNLMOQPLMQNNMRNSOON[OOLUO]V[MRMTNSOPRLQMPORTOeSTS]RZOLPTMXQTTUQTSRSOMLMSOSPPTNXQWVXYQZIXSOVRUIPMSRQMQQSeTjOQSROXS[P@T\
OSINCOQRHM4KRRMRLNQTDRPTRVMTPSNSVTNRXQOQSR[TZXWQQQOUJRORLO>QOMGMRNKMTMIJ:IMNROJPQMJORMNMQNMPOOQGXOZHFLVPMMCLHOWONOQNNLOI\
JGDOKMQMOOCPQSKVSPOQRRKSF_NQOVSPJRNVLHJQQOAG@PQRJQJSQSUOSQKQUUCLRTYRKQTSTRPNUSHNEIQUUPLQNRUSKOOTcQROPQVQMQQQONIQNNEPMRPQ\
SQLRPRcPBPNSXRWPKPSR[OVRBPYTZMLTTQNRRQUPQOUQSNXQOQWRNQSQMPMOQOOPHMKSZVYSNQRRWRSOTRKOMRVUSQNQ]RGOQTXRMQVS[PFQVSVMQRKQQRKO\
RSVOMRWQSMQRNR_QFQPQ`VRSVNMRVRUQOLTTSQPMNMVRNRQRXQVNJT^RWLPRZUOQTR[OJLNL`XRPOKTQUSMQTRXOKMTPOKVWfKPOJNAPXORM[QVOUQPRYNPN\
HPYNUPLMVRgOkIjHQLSONLEKBN&UCRMSFQcHMO^MQNLLVFiJWSORHQJTOQTSnJVRJUPSiYZOUONNVOTWORJTTZGTkNXIDPJLZKVO]RRVYQPRqVTOSQLQ`TWP\
IORONNQNJOaOUTbPeTSMMMVPRQPRVPTSIVWRrM|DVWJPKULQKQNOPTSQQVJQQSNPbV[^fO^NNIIKXKPKNNQCZKKMPLCHLPQMHNMQSQ?QRNXNfOSS_TSTWTOS\
MSRTUQ_QWKPIVN[PCRQTSQMV?SDOFQQRMTWXDXVT^SQSMTVPRNQMLMRMNMTOrLKQMS>SLSYQWNVQNRJQ[RYPhI_PQPNNINOIPNTUTPPMMLTOPRVRKVSVBVCR\
ORQRLSRTqRpQEKYMHTbS@U]QBRTRXPURKRuTtSDPTRhPUPLNXPgS[NMNTQORGTlOIRRQNQQRoWfM=MqNFL^PURnPXORONOWPRMOPVRSLSPMMER]MHK1IPO@K\
GO:H_S^QoUEPVS]PMPRNWOYRTMNOSNPMMNUNKRWULRVQ}PTOLPOM^NmOSPMQWPTRMRQR[R[LWQSNTRWP_LKNWNGNYOQOON@S]JSQSNIPZJZORMZURTUSZKZP\
_RcKOQUQLQSRcOMRPRMQXRFPOQeSLRQQmNlMAPKNjQILQRLQPMIPOOROYQ]UgOUMFNaNKM`QUMMPWNsSmN]LOI[NQKSNLLWTOUbSvNZRTLZNSMYPUSLULPSS\
PRmMkQnK[L#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P$P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P\
#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P[NXKSPKRoHQMNPVOONQMONTOQNSRPMSRLRRROQLRXPUPOMQRWPKQ]N^JOOYOINMMIRRM@R\
VNONLOUNGNWLKQMNNQQQLOGSHQKRNUFQCOKURPRTLNNRNNLPOMTLJL~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P}P~P~P~P~P~P~P~P~P~P~P~P~P\
~P~P~P~P~P~P~P~O~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P}P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~PCL@UJOWPROOOFR@MaRRNNO^RPL\
SOSORRUJPONOXLPNSNKK;URN,GKMNQPNKN>INLDVIPCNGKNQSUCLOMJSGNNJDGOMTLSRUOLJPLUOPKKONQTSMPJLLJTIKMHPIMMLRILQGMNQQOOKLJBHE{Ta\
XURROS_RwjaTOQTSNRTX]RFREOMISNNOIQ@GJNRTJPUYINLR;N4=NMYPRMDOJQJMKQFONR[RGSHOGSKNQOLPOOSPMO:RKMLR?P@NAGLK?HFG7CWNYPPHTPOT\
VQLNUNKLWQUTNKRPRTPTZPbFNMLQUMNLTNJJLHQIK?ACGC>BHG=HGRPTLNPRIIKQQNONKOLKOH;ENJZJZAPFRNLIIOONIQPMMQOMOPPSIKNTSQNPOTUWMXMQ\
SRTNQQLYKOMSLMLRRRKPTUUQLQRWJSNNNT@L@GORVRQSKPPQZZKUJOIIELLJEPMMRJ[MRMOLSNUQUUUQXM[OLJLRELQNNPOMLQQNGINK[KVCPMTMVJNODTKN\
WQZIRLEKJNSQQNWRXLJLTQQOOLNRMNSONLQMKPLMOJKIKQSKLNLPRNSQPJLQQMMPMJGOSMIJKPLIFNMQMNNROMMPPNLQQQKVNNSMOLLOPQOMLONROMLQMNJO\
LMNQNLSLLNNQNURVLRPNLOPRJSPMKOJNNLKQQMMLKLLGYEPNOQ_ARPXGV8PLORONPGNLFJIMMSOMMQRNMPSNNNKSTLPNITTJIMLKMPPZSTITKSMOQSNRMNMX\
MUHTGQQWHQNMPFH=QFUPRISMRENUOORLVMUPVIZHSKP<TMUEOONRPOKN:aPTJWJiLUOUNPIYLOOVU_NOPVTZMPP`LWONOZNRN[QVMONVLSPILNNSQLKNLKOT\
OMMPPTNMPVKKTaJbOLLUSNRRLTQQKRONPUMNOTPMLUNTN[LVJMMUPUPNMQSNNKRLLJOQQSMOQTLIOUOJMTPLNPNOOUPLKOQUMSSMMMFJQKNLJLFOPNRPCC?D\
OKFMMKLQMNNJR@OROORNJ;QPPFKPLIQMTOFOMIJMGXMZJ`H]KdEeLfQTNQPRRPNQOTRYMXUSJORSNPQRRPJQQNMMSMMMFKKQA`QQROYSSUHMKPJTNTTSJMPS\
JPLYKQPSLTNOTO>NJRJN=PNOGSOOBQ?TM[JS@IERDYGSMRLZH[KNJSRRNPOLLOKPQLLNTPSGTH_FNPRLOMWDPVUXRMQHMKQOONSPUMUR`PedSROJQIWFbKVH\
TNPMC>MPPRMLNKQIFNLHGNLHFPFLHMOJJL:IIKIODKENIKFNKQMVQTL]NSQQP[KZKUJXL[EVLVMYQWJ[FVMUPU<lJQT^PROOI?FXJ_NLUFVIUC];VJMORG]G\
TGOFSC[HW;UHQTSKZLUJULRLWKSJGKWO]EUPYTXOXU`Q]RWUUNMBTPKOOGGBG>F?EDGH9@?=KIJMMKLNOJGBLBWGNKQKOLSHQHXKQNNJRCNLRPPARQPMNHHH\
POIJ@JJLKHKNFHMQQHVDPIRSPNOAQPPMKJ:GNLRMRROHJ?FHC=;>CJHPNMJPLN<RHLCOKMDTPSLNPVKYTSOX>p"],[525,418,"QZCTPSKWKSQQ[OKTTUcOL\
SSVPWJQLNGS=JONKNPNEMOQPNLILNVKRKQSOG[DYFYKHONGKKPLRIZMZI[OaSROOUPaNSKQPSTOOTKQPNMVRVZLUQOQTQPRJTMVHOOHLV"],[538,126,"WP\
HMLRRRSO"],[-572,55,"RU[MQSZPWNOLTTYLVKPOROQMRRQKRRSNU<RMUOQKGFKMICINXPZWRGSN[SMFTXUTROQQOTTTWOPRdHRMRRTNRLMNQOSRPNMHUWP\
MXTdK`P`H^DcLV?PFKDJKKHKMLJOQJCLLMTNNNHR9MCPKLJNCD@PHIMMJFONSPMBOPNGKKPGLEHNLNQOONPSNMNPKQGNBGHD=EHOSXSW[PQLOMTQLOLIJNKQ\
MJGIJHFINHQKOFTJPJVPWSSOTPKNOOJQKOORL[INKSLTOPJHEIM3JDRPLRNMHRKNNDMCUNNQDVMVSRJLNKTKNWMFJPHMMPMJPIMIHQMWJYNQLLNTO?ELFLOL\
SPOMOVNKNKJRPQKLOUOVIHR@JNFMOGSNRURQMQSTRQREMNLJSTT]RDQLJKSUSGOMUUOZSRMONRQPVIRVMGNISSQPSGRMTTPQSXKQTMMNRRQJSSRSPMRPRUPM\
RRTMKNQQXSQKPOU]OMTKMKSVQLRSROTIQPRKNQNMQXVNSYQRTRPNILOTPSTOHRWOTXPKSPQWUPRJRSVOSSSPSRRNRTOOTMQUTNNKRNMKQQQMROTXcMWN]QQT\
PVaTURYSUPVRTNdT[NXSUVfRlNSSUR^MqGVOSEW6^D^QWF^PTLTDlDcEWRULYPTZYSRSVOUOLOQMMJTQTOXTURPNRUVOV]TPSOQRRRPPVXSW]NPPRONOSRUN\
XSSMTQTKVKYSSSMMTMPPOORJTLPNLHLUILNLOMWNMLUKRJPONLVNPRMMQOWGTLUMRTKNNJTOSQTNRRR<cTQNTMPONJP@UCSHU:cTMGTOORO?KCSFU<WEXASK\
UFUH[TRNRSSPTLUNVE^GVSOPQKQMUSPHTNPQRLOOTSSNRKROTJRPVJQJUF`LXQTJQNSMOHTS?b>RJTMTHROOSRNSGVGPJSNQRYHOMKMLW?]PXMVJTNSLNBZW\
RRNNRSUGZHTLZFbLXJTMPOS;VPUC]QVJSOSQSSMNUXQGPOMKRQRHWOYKUR]L^TYQjXPGQRTNRSQMPJ_dMQNLKVUNMQMNPNNSPSSPTRRMRQQMRRRMSLQSSLOQ\
TMMKRPQRORQMPQTKMKRMTRUNLLPPQOOKPMQUQJPQQOSJNJSSTWQJPMNNRPUTRWMKTSSGKMKMTUSLORUMOOSITSRPOZMHSOQSRKOJKITSTTQKPMRX[NQNKPXN\
GLNNPNTSQLWQQHNOMNPORTTRPJRJWIQOTUPLRSQKOMSQTMMJSJYONTFHROTRQLQPNHROOZLKM=ZCSSRPSRLQRRPLRFMFRPRMO8PHSRTKMIQRRGPRQNQPRSP@\
NOQRRHLSOMNVPLKFQNMOQDIHPNQPQYTKNLRUUPTZS^OFSWSAMHMIJJPSMKNQOJOKLXNPNGKQOHNBJNL>JNOSONOOQEJORBLMPSQMQJKMPNQONLQNMPSaXUQS\
POOROUPNRRS_VROPRTSXRNRQTTQMRUSRTMNEMMSTQIPPJNPIUNOKSFLIOTRQSLPRUJWTTILROONEN?WVTUOONZRKQSPOQBORRLRMNMRQRLPTRMQUQORUTTPP\
QRQNOPSTQOQQQ[NZU]QSRNUKQVRPRNQIOFLLSQMJRCOEQHVWQ=TbTXPNR^SYPMPQONMSOlQOQHQJTQQXLZOTQIRIOMQRS>QJU5XTPRUfQYTRT[UQPMO[QYSQ\
POMRPQRTPIQTRcQ_UYMKNQO[SROOOVOdPNOWOOOkPiNhM_QgLcNdKeMJRSQMQXTVPQRUNMNtXZQROOO1IILRNOQWPOSYSWQQMYU]SMNSP]UKQRRXMYHXOSPN\
RVTNPTRRLSOLMRPXPUTYPjLiKgPZKEMMNSOlOhSUMVPQMSRVMPNKP]ILVUOHYRR_RWT=MOOFQTSfSUOSLYMZP]LsPUQMRQQ[KSQPRFPLU]QTNVPMMWRLISNT\
POOSPQNFPVLNSVPQTLTRSXQ^UNPMTNNKPUSNRWQONSROQHP?SJTSSTPPRJQQTSRUORRKQZT]MXLOK_JIPNOUOGMZNWQNOZPHNWLOLTNYZ^KRKKPPLYIXSVVS\
VXQNPRSKQOVpNLO`LINVPQNCMTMRQOMXLNL<ICVMOTPUNSKIPFTEOPOWMCIIO>V@Q`NYKeOFFINCQQOMPRNNOJO3UQN_NMOWQ[LOM@NUNIONNSOIRSNIMSOJ\
MJGMOPDNNWLPLRTYPXBLLgScL^HcLUMNNSR]P`NRMNJSLNHWJNN[LSLKMXRXKLSPRTSTLRSMSVUI_QSIWdVZWSTOXMV@YWWQSTONQRSMQQPNSRQMQRRJPWXK\
ROUWSaMQPOOUQWNYTZLOMVPRONOVPMNUN[OSNUQQNLMQLFOZOQNOLTPNLMQLN`QSNRNNMJMVRTTQNNNSSQLQR]VTLPTVSMQSQORUOLQPSTPNQTTSPQOLNUQQ\
LQQSMOOUNJOXPONTNJLYRIKXRUMPMKOVOONWNOMEQXMNOUPMNSPQNNP]NQMLLXRTOLLUTULXQVMDJ>MSNNNaWXQLPQQXPSLLNROXSWJPJKOVPMOSMCJAN@F@\
NFR+OKNKIGOBFCS[MOKCGGNHLKKHNSNIM[TTV[VaTb_gW[R]LQOMPSOOMFLJRHNXOSNVQSOJJUPONTIVPNNTOYMXSVMQNNPUO6JPNLQMOPNDHJSOSSUNObXS\
MPRWRAPVTMQNMELNQQQLMIQQLNOGMMQONMPPSMJDMKGRNLMSOSLTPOSRLHNPRKNQRMQOLBOEKPTQMLLSOOJPRIFNOQRJTQSSRKLVDGDRXNPPTLPPRSPMQQRO\
PRROQSSINRGMQTLGSRUMMPNZKNNJUXHNOMRULOONRIQVORMUPUELYQJMRKMORPNVPPMRSQNLLHQUNMMMRQNUPQNGNOQPNKJOSPMHNLKPROMJLINQOOONQQNI\
HOJRFXCPJOVONOUQLW@OFLJJOPRRPKUMRMURRNOPTMOLVSTMQPMOQQ[FZJRONGNLTQRNOIRTPNQGNRSMMIORQNTOMHPINKRNOONROURONRORQPNMNWLLNORI\
SQNONNRLNKRQPPSIRLNGRJOPSOMGMSQMPQSMOQMLLGKRQJQRNHLQOMNQOOLLRSMQISKJ@O=PLUKOMPSLTVCWHRJUKOPWOWKfUTPQNTPRQOSWUSadV]NORSPS\
NPNG@SPMNROMGOOORPSMMRMN@JISOPRTMURXOUPTRZPWNULMPSNSPORTLNNRKLFQGOSNNQKOOQMNMSLSJWITLPNTPOQUM^TUT`LWKVHOWYXTPQXNOYZUONOQ\
OSUXPa[TORMNOIMTGKGUHTRQULXPU_USPPRLOOSSSTIXOTNSIdQSMXN_TJQiQFNRNPNRQRLRRTLQSXKLHLPSNURXO`ENFSUTOXJPI"],[1667,-148,"QLSS\
PIMPNROVQRQN"],[1674,-161,"TMMNNTOQQRQN"],[-661,184,"UPLLDPPU[O"],[-1715,636,"[QXMYOFMETHPNQQRRO"],[-1661,604,"TOQLKOCT^\
R"],[-1529,578,"UPOOSOIORNFNQOLNRRLQONLTVTTLOVSNSSSN"],[-1635,550,"TMFOKNMQTTZQ"],[-1310,555,"NMNRLNPRRTSRSK"],[-1334,570,
"TOPNMQRMLPKUVP"],[-1329,549,"SPNNJVSORM"],[-1464,605,"SOKOOQSQ"],[-1477,598,"UVROIK"],[1795,514,"GRYN"],[-1350,574,"TJO\
JMSQRLQQRMRMNPSTRTO"],[-1347,582,"UOTKKTTJKMNPQTLXRO"],[-1357,582,"QNSQSOPNMPSOQNIROMNPIVSRROTQ"],[-1336,563,"TPZHLPVMPK\
EVQQPRIRUQKQQS"],[-1340,568,"SNNKMPQTMSTP"],[-1524,584,"TOOONQJMKQVRPQTP"],[-1680,533,"EKXWUPNN"],[-1666,539,"TPMNQPBLZS\
MRQQTP"],[-1747,520,"JPZROQRQROONJO"],[1728,530,"VOKOLQSQ"],[-1556,190,"MQOVRVVMTKHK"],[-1565,209,"UOLNMSRP"],[-725,410,
"VQCLHOTS^SNN"],[-972,262,"NZRF"],[-371,-541,"XNUKMOHVESYO"],[-589,-513,"UPONROPRTPQMGNPNKQQNLPOSURRT"],[-603,-515,"ZQDH\
KQXSLQTQLRSO"],[-27,516,"GNHSKOLS]TQROTJOTS]RPQTOLRRWMOLUVT>NOONRTVNRQRRPNSLMRSLNNJNPSTPUSUKMLRTRNPSSNRRQORQRTPNRTRPSdPO\
MHMQNNNXQ_OQOIGHNVOIMLQbNTMUG[JOOSLHQZLQOLM[QVMOJHLQOKOZOLKHO@QJMFQLOMLKRGLKQ_[[PTT"],[-13,605,"RONKPSLQSPNRSP"],[-62,584,
"LMROINRQNQQRSPOQVRPO"],[-61,575,"PNTPNMGTTSSN"],[-72,551,"]PSMNNTONPQNJNONSFKJROIPELMQPNGNKPSRJOUSIOTSKQVQOQSQXREOZVDRP\
QTQNQSQMQPRNRaOOQUSIQUTVRPMTTSNNO"],[-610,101,"GPTRPSNQVQRPOI"],[1244,-92,"USUSaSSO:EIJINOPQVSTTQ"],[395,-62,"PMMSQURK"],
[1210,226,"MJJ[PVY^VSSMK>LJ"],[191,578,"MOQMHKRRNUTRVP"],[165,563,"OSWWJF"],[800,98,"SPTLWFUEMGGLJRNVN_QOS`SOLS"],[31,398,
"TOLLISUSSQON"],[-163,284,"LLNSXSNN"],[-142,282,"MOVVPLMO"],[1263,332,"OQQRVOJN"],[1578,-82,"PLNSLPSSSN"],[1597,-93,"WOT\
KGQMSQR"],[1599,-85,"FULUYKUK"],[1575,-73,"LPJWZI"],[1608,-83,"VCJVNVRQ"],[1617,-104,"TOSMGRNTTN"],[1203,731,"IPWP"],[768,
734,"IQWO"],[867,750,"TOIPSQ"],[593,813,"IPWP"],[474,809,"ZOSNFR@LDRjS"],[503,809,"_N3MOOSOCORQCQjRQS[Q"],[678,762,"0L0K\
EMROHMKQNNKPQMHNPNKPROGL9QKTXRWTXQKQYTKPNQQQWORSXOUTmTSRrQqV]MEK"],[553,733,"[OMLIMQMNM]H[LKOIQRONP5RMQRRVPHRPR@PLSRSZRS\
TMQXQNSfQ"],[965,811,"_MHNSMNO-N:T^RURIPXRcS^N"],[977,802,"SNMNYS`MLKIPYMKN$SHSEQdVlQ"],[1029,793,"KK_S^MRM6N6MHPWSTUVPO\
QRRURWPOQRPVOOP"],[1401,758,"WNRTUQxJBKDSOQRSJPNPQMYLJNKR?NJRJMFQETPRSOPTTQNQQQ]R^L"],[1468,754,"aPRNgPNMHOAP:TSTTN"],[1428,
544,"UBOEV@Y?JVFPKAVGSPQLNLOVIQKHMVT`MWRYQaKUPVQZWQRULTUQ"],[-1800,715,"aPYNMN@N~P~P~P~P~P}P~P~P~P~P~P~P~P~P~P~P~P}P~P~P\
~P~P~P~P~P~P~P~P}P~P~P~P~P~P~P~P~P~P~P~Q}P~P~P~P~P~P~P~P~P~P~P}P~P~P~P~P~P~P~P~P~P~P}P~P~P~P~P~P~P~P~P~P~P~P}P~P~P~P~P~P\
ENOS]T#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P$P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P\
#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P"],[529,714,"SNNNHSWQ"],[1615,689,"LRPSTRQONOQK"],[1492,767,"HOXQ"],[1380,
715,"GPYP"],[1077,781,"CP^P"],[1125,766,"RONPKQUP"],[965,763,"NNFQ]Q"],[963,770,"FP]RNN"],[747,729,"JQYQMN"],[835,741,"I\
PWP"],[700,665,"KRVPON"],[501,801,"KQWPNO"],[514,799,"CQXQUN"],[544,805,"JPQQUO"],[597,800,"HPVQTONP"],[586,810,"SNMPBR_\
P"],[503,692,"BKKQORQSVR^M"],[634,807,"GQaRRRYORN<N"],[580,801,"IQNSgNCN"],[622,808,"ONFN>RTRjP"],[611,810,"FP_QLO"],[535,
802,"CQZQWOLO"],[571,804,"OMCPSR[Q"],[578,815,"XOIPQOKN<RhR"],[547,811,"oMBN@QIRWR"],[637,816,"@QaO"],[583,817,"LPRQ^PEO"],
[927,797,"@SlOEN"],[916,811,"?QbO"],[1410,740,"JOMSXQROON"],[1422,739,"[MRL*RWQWT[P"],[1359,754,"LPRTUNMN"],[1362,739,"H\
TXL"],[1379,551,"SOKMNRMOTTSO"],[1692,696,"BRVRZONM"],[1636,586,"NPTTXRPMFM"],[1667,548,"OOHVUPTK"],[1559,503,"KMNSUQTTN\
K"],[1497,456,"MPSRYTGJ"],[1486,453,"GMHJZZTOURPONO"],[1462,445,"SOJMMLNPXX"],[1134,744,"JMCSVQ^O"],[763,797,"^NCR"],[800,
808,"FPXRVOLO"],[707,731,"HPQSTQVPVMGO"],[776,723,"IPXSWOHN"],[795,727,"GRVRSNPN"],[822,754,"NNKRWP"],[605,699,"ONHPJRKT\
UR`J"],[1211,186,"WMUROHSJLGKMNJTETMPRTRSORKRTUMMNSKSOPLNQPRJQOTJUOPQIHWKMKSNOPTSTMSPLNPMTM_VNP`RYUQ"],[1173,84,"PSdcTXQ\
HGJLJEG"],[1225,116,"TNSQONMKHLQ]NSVM"],[1231,91,"IWUSQXSQSNLGQJNN"],[1246,113,"SQQNPLSKNOORPLNROWMPOVSN"],[1252,125,"SM\
PJRKKPMTQSIVPRYO"],[1207,135,"UOSMPKMLG]TQ"],[1260,93,"SMNLTLQFLMPJLZOPMJSILLOUMNHUOVRTKTNPOLMSMNNSKGNRSXWSUUUMOLTRRTSPR\
TROQQSPPXUK"],[1234,94,"PVV^PGJF"],[1246,98,"KNMRUTSNPN"],[1237,123,"SKKTMMPWUM"],[1530,-48,"MRPULU@YQQ]IZHQMOL"],[1519,
-43,"UPPKLMQLJOMMILHPBVQR_PSUQKUPVUTQOWSO"],[1410,-26,"tD^FOJdIRJHORJYIUFVQQKWNNOQNZNKORNMNKS<SHWPSLQJYAULNLSRLLOQNEOMQY\
MSKHM@RFYQSIMNRMNRVLSUQJSSPKVPUNPQQNPPRHV;TKTRRGQMSQTLHKNOXHUWPUTUNRU@OMROTGRSU[UaMSINMQJSKQSSITNVTUWWRPSWSeH]M"],[1471,
-20,"SPNNIPRRTP"],[1560,-67,"MNLROTLTOUTNYE"],[234,708,"JMHR_Q"],[256,711,"UOKPMQSP"],[236,706,"MMLQWR"],[139,683,"QOHNQ\
RVQ"],[152,689,"RONNHQXR"],[193,701,"SOHLIPVRTTRO"],[175,696,"UOPMDOWU"],[158,686,"TRSPPNKN?N[TQTUSQOMNQMOO"],[-90,708,"\
WSSPFM"],[325,801,"[QEO"],[216,786,"TPSL]PLNcN;KLPSS>OXTAV_Q"],[209,802,"_NRTUQSONN^RjNSM@K5NNQRQ2QYR7RVQFQ_PRQMQVONS^M"],
[168,799,"ZOROMMWRTNOOdNRPMOYM?OKNNMJONKLPJKOMLO9VLSnT4OLRrTKQSRBNOQQRIOMNROAN?XZPLPPSHNKWoQROOODOWPWMPSVRbHKWTSVO"],[113,
786,"XLFSKTWM"],[290,789,"EP[P"],[1731,-413,"XTOLRSSPMNTQMMPMRPECJMQONOVNPNJRNNMRRNFLOJOPQOLIQNKOJJJPIPNRISIOOQRQLPPRUQN\
QRQMPRRSONSYTPRUTXR[XTQSSPNU[TSTWVSNNSOQK"],[1681,-469,"OPRNINSVSN"],[1733,-349,"QQWKRQSJNPTKOKXLPWSNSG]LWTUONGMOOKLQLON\
LROMKHFILORMPPRMOVWPTBYXUSZMWQORQLRMTROPTKSRKIYRRNNMSQRKUSQSK"],[-1762,-437,"MORNNOORNQVQ"],[-1121,245,"NSQUQH"],[1096,20,
"SN^LNRRXRPQS`U[_YTPOQPURNSURY_PLTSUJNLURQNONTQYKLMJPONSLHOOOOOSLIOZCMM]FKNJSQNKIQFILNRQMKKRONNSNONNOPMOPQNMKCJNXNPPRJMO\
SMPMSNLGMNWHNPRJOMbIUQRMRRTLTR[UU"],[495,-124,"TIU<PKNLMUNPQFLIPEE0E/KL@MEUMWPYLZRZSRV^PUL[PYTWQUbURNQTTSRNSVQQPMSTRONSR\
TOSTPUTQUOSTTSM"],[1438,441,"YNWTMJRLUQGLGOHGCVGMKSNMYKKPMMLPQTMTQSUTPSZPT]OYRQdB"],[1312,336,"UPNMTPQLMLLENPPOLMQWNOPLK\
RRROUTUORMTPMQNNQMNOUSNLS[WUM"],[1344,343,"ROQLKJJSMOKJMQOULOVTSTSNWTUP"],[1412,414,"SPOITLRGKFKMPFLGSKLNOMJNPSSSMQOJLRL\
IOQQSNQKKEPRRLOOTMLTLJOJIJUPSSSIR@KHPNKLSHOQTTP`[hRQNVQRRPSVVQWUQLLSM[T[YTXSWOSMPSTPTSQQTRPQLTQQSLQQRSO"],[1283,267,"JJR\
VTRPN"],[-773,185,"YMRMIQMMJRKUTQVP"],[156,382,"KIRLNLJQ;ZST[NcR"],[96,409,"RLNCKPONLONSQVM[UPUTTL"],[562,269,"NNIOUSTP"],
[975,15,"TKOLIXTQ"],[992,-18,"LRNTQRRPTJON"],[1166,-86,"PMIQRQPSSRSOOM"],[1154,-82,"SNJLPRJTYP"],[1060,-17,"THTOOKISNVIR\
TTROPRRPQN"],[1232,-46,"NKRNJLS[RRQN"],[1226,-53,"MPQUSROI"],[1082,-30,"ONNQMOQVUOPM"],[1354,-7,"UPULKONTMQ"],[1355,-16,
"_NIOIS"],[1308,0,"UNPNJSRMIRVR"],[1282,-17,"HQRSVL"],[1260,-18,"SPMOJQVP"],[1250,-17,"SNGOOQQRVP"],[1313,-80,"NPPSUVQML\
J"],[1268,-77,"MMIPRSXP"],[1246,-81,"UNIOPQRR"],[965,52,"ZPWHQM_GXFTMOSRQUJVMSJUOQMKNXSTNQMLNPLSMWNQISMOKSRTPVINKO:LSNNK\
RPL2lIZJ_JXKTJ`GUOTJXJRF[NTQS]L"],[1228,-86,">MEPORQSWRXLVQSOUSPRRNNM"],[1200,-94,"XILNHUJQPRRQXP"],[1182,-83,"WPRLINPRG\
MIPPUTQXMRQLUSPQN"],[1249,10,"KKJNHR8PLNOGVHUQTUTO]SRNPNKQJIGMYFQMOLUKQMHOOMLPPWIVRWLQLNQHOBQKHPNSR^OUJPOXUXRZRRQNOXV[SO\
UTbKZP]YRNMK"],[1074,-60,"YMTKbOTUTM^NSIRO[QSNPJRLCU>P:VEO?TPSDTROVYWNRRTO"],[1277,8,"RPSVUQPLLLVKGSONQKTIIWOZNSRWTTOLQK\
MMPN"],[1298,-29,"XNSKOMFVMNJSLNLRNMPSSSaP"],[1269,-31,"SLMMLPLTPSXP"],[1347,-57,"PJMPNRQSOQTSQM"],[1345,-64,"NLNPPVTN"],
[1385,-83,"GOUXWRRMKJ"],[1138,-71,"IOLQRR[PQOMO"],[1304,-17,"PMNPKQWR"],[965,24,"HTRQVK"],[1232,-12,"PNRRQNMNPSMMPTSP"],
[1163,-39,"NNOTSTPJ"],[1239,-83,"MMLQRRUP"],[927,115,"NTSSQ]RQL<"],[-155,662,"YRKMTOONTPONYONORLCI*GARMQQQHQAOPSVPVSJOUS\
JOMSAQfQQRIPWR5QVPNSXPKPSQMQTPNQQQ[MPRKQTQJPRQ`LPMMPVLSSSPSUWMQSVQWKNUWNTRWPPRSQWM"],[-718,180,"MRCQKMJTSS_MTRLUQSISPQUQ\
[NRRVPZNSLUPLNYNTMLLJR?OLILT"],[234,390,"WLRLSNCXLPUR"],[264,393,"RMOPLQRQKPVQ"],[239,355,"SQQN_OQNUROMBOMSGQPRSP"],[95,
428,"QJLHLRNXWSQSQN"],[1642,-202,"ZJbCQNKP@ZIXNSRP"],[692,-491,"TQPONOQOXRSONNJPTOONGRMNOYSQOMRO"],[1800,-162,"LLSQPNIPK\
MNRQR_T"],[1783,-174,"SMQLINIRPRRTXQ"],[1800,-165,"#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#\
P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~\
P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~P~\
P~P~P~P~P~P"],[226,586,"WOGMLMRSMQPRWQ"],[229,588,"LOLRURSM"],[-913,0,"UHMNLQTSKVSP"],[-300,836,"{M1O1NtQsQVMmNQNAN.O.Oi\
PiOXMXQTRcQRNOM=HtXfN_TdPmM1KSOMO9NYNJO3PHMQNWOPLTO;KQOIGXR_NRONPDPRNfOQLMO=Q;NWOTMaNOOUNQMOMFQEMJQUOWQRNNNQOUTTPWKPN>NG\
QRSNQQNLOQOOOdMNM?N=UKNHSWLCNDQXNEOtSfKOKNOPN>TKU;MdRQMLMUQkIKMQNQRUQSFGPPTMKJQIQJVCTDP^OQMFN?PTOONFMjQFLROTR`RqL@MROJPP\
NGOQOJMHN&LQNLPCSQLFLBDJNIRSM:KNQWVGQTOMLLQSM<OUMJMHPQOSPULJMHQZNQLKNLLHQVNMMFPWOOLRMKNSOLHMMGQWNQMNNIQSONOKQRTLMHRPRVSJ\
MJRORRTFLCPTRJPPRKQLSQQNRVRHOPRISPRUSJNEXPT]RBPUTUQWMOSLQKTSLKNORJJLZNQ_UAMJQQTMPgY>IJPRTZSCQNQQS^TdMJRRQCPBMUWaOTSFNDQT\
SdPSRLOQTXQHPSUUQNQRQ<Q?SKSbQfLJRPSKQXP<ROQRR[R@OSRJTOQQQNOTLKNPNHOHROQTTUSHNPQSQMQWQRSFQTSHSSRLSFPYT9YSQNR8T8S;M@QSNOPA\
QDS_S@PNQRRGNJSpSbOQSKQ6NERTQDPATSSYQnSnSURUVVQ6PLQRRjV`ONRRQaOSSOSXR[PlK5ViRiRXNQKVRPTfL_PBUYQlMkLRPOSTSOQCR{Q9Q8PLQSQq\
RbNYRgMSRHRZQxQwP"],[-527,699,"WOQN?MJQUQOPERQRUPKRTR[OVM"],[-510,696,"NPOSVOMN"],[-550,728,"JNJQ]Q"],[-717,773,"HQXO"],
[-449,821,"=RKSYQ`NQOOM"],[-254,709,"PNHN>PTTcQTO"],[-187,818,"GSYM"],[-176,798,"EOLR[RUOON"],[-186,760,"KTPSTOQJ"],[-180,
754,"VLAQPRYQ"],[126,558,"LMRNMOPLNPNTLPMUVSRMQSSQTPPM"],[106,556,"RMNNJQORPQWQ"],[114,549,"TNHQQQSP"],[327,352,"RRWPZSI\
LQNFKJQOSPQTQ"],[-818,232,"eMUKVP[JQQTMMPQORQRM]NQOOMXPWKGM6PVUORGRLSNUIPEUKPNRONKQMRTQORGPIKKPOMHOUSOSTSWS`R"],[-826,216,
"LNNRRPPSSPQM"],[172,431,"HQXO"],[1219,315,"ISWM"],[1109,200,"QMLLOJKMKNHSPXVV^QQQRO"],[-687,-549,">QBS[RUNJTPRTSQLNPQO]\
KSRFSNRXUGPOSSRMQUPUSRNVPTLNPONSPYI[KZNMNFO:Q"],[-671,-552,"NOHQNR[PQN"],[-738,-433,"JQT_UOQMOMMOTMLL"],[-745,-491,"OGNP\
OSRSMOPMKPRSNQTQORSTTOPM"],[-755,-488,"ORPURQRJMN"],[-744,-529,"^KCU"],[-746,-486,"MPMVTQRI"],[-729,-535,"WMJMNPRRLOOSKR\
YP"],[-748,-516,"SLNMLUSR"],[-697,-549,"]OONSOSMGQPSMPNORNMQKSQRRP"],[-714,-540,"TOOMHQMSRQVO"],[-737,-444,"MNRIMPKWURQS\
SM"],[-730,-448,"LPQTUONM"],[-746,-513,"IMQSVP"],[-710,-549,"VPQNERTP"],[-1327,541,"UOMMSPQSTQMHIPSPLRMUQRSO"],[-1318,532,
"RMLPUNOOUMOOFVQRLQWQ"],[-1272,506,"bMWHYLVIMOCTNQSTONJOMRRQLPQRIPQRTQFRORIPPSTPPRJONS[N"],[-1098,787,"TNON*PiT[P"],[-1105,
781,"YPCMXOONKO?PHQOSmS"],[-1156,774,"IMUNKPTNENNNHQQTGMROLMJRONROLOKOLTLNDONQPRMOw]hPNRUPYO"],[-1083,761,"VOMNXQSNRS[OQ\
NKJEN?R+IDQJRkSVS6NNRTQKPNNMQPNDO=SSRgR;OgS?QUR_PFQXRXPTM[PaIePRRFRURGS`TSOOOULNO"],[-1145,726,"YQSRUQ`MJMRO`TKSWP]LVGTO\
USLRK[SPOQ`O[LZDOKYKUOQR_JUPRMOODQLNHQTNOMYSTMONFN:QQREQJRIL;M,NKSOT4RJTOSkRoP:T*OISPQoU6OMQURCQQRWSMQQQcVhRRMLL"],[-1197,
741,"UQQNVRZPfI+GLMIOLIEOBMGV>SXVPRTQNRZWGUqRdMOO"],[-695,830,"pO;NtR_OUNOO`PTN9K7N6MxQ8K8KEQTM>O`PHNSOMP2QYOSNNO-P^M[PP\
O'PhOdMKNAP]NHM<OOLLO;OERTOHOSOhPSM]PMM8LMPRRNQARSN?PMROMHOBSNNHRPNGPOTPLEQQS[SaQFSMRSQ_PXMYO[PYUELEPLQNS^SIPQSHLJPSR?OQ\
RWTcQbO`R6PNQRPXP?VEQNSQRmOeK]OTQGP<VpSoS>QcT9MJMDO=OTR6MBQQQpT7O=MARlQaS9O8NMRWQKPfR5OMQXQ=PuUpO@RbRhMSPLQRPpM2UWQLQ^PL\
QRQhODRiP`LTQATlPbMIRVRdNKQSQaO"],[-955,778,"iOLN7PMQQQWQ"],[-935,750,"OMGO;UVS[RZNTL"],[-1e3,739,"XNfQQOJNSOELXPUNPNVQP\
MMORONNRNFNJQORNOSLFPBXEQFTQSTQYL]RLSWP?SUQUNKTZPNQRP"],[-849,653,"TRiGTLNN[QUMIMBRORHRCHHNLVBOSSVROUV]VPQNOOSN"],[-977,
765,"RLONMOUOQMJPRNLPQN9PNRTPJR`S,OWS[OHRRRKQSRdJRQLQVPGQTQHRZQYOOQSQZN"],[-1034,793,"UOSMYRWNOO[OTONNPOXMFNJQKS+ROR^OLQ\
VQHQSQMQINRRGQRReP"],[-919,811,"^K_OPNSOWOLRQQXPQNMOYNMMZPSOTQVM<MJMMQQRNPMMSNIQQNNNDTUL0RXQBQMRTPFRnT*OJQPQ^RAPGTgOSREO\
FRXQJRSQeO@RURbQGRhN"],[-943,769,"[OMLgSXNGPfN;OfLMNWOSRkMPQfSbPjLROGMZOGPRONN@OFQNRLQRONNGO(PNQSRNPENFPLQQQIOLQOSMRSTOQ\
GV:OIRSQDQUQLRZQ`N"],[-962,785,"^OLNTO;MISXQEQMRRQNRYP]M"],[-932,742,"mL?F;PWMKKDPOUMTPXYPKRRQcR"],[-974,696,"[MULUOCM4T\
ORZRPSUOMQQRUPSN"],[-611,459,"RQNMTQRRNPTSTOQNGLHQQUYXRMNLJL"],[-555,515,"KNRMGGOKVUPNWQJLRQNNXOQQNLYTQNXPPNJMUOLM[RONHL\
SPMNRNXUMJTSQMLHKOPUJNSUMUMKPQLOLKKPOQ[WJPNNKPRQPRGNAQFOPSZVGQTQQOSUTOPRNRTQORY^ZVUO"],[-866,710,"ZRXNQVDTVRZNKSRQIPLSTS\
ZNDSfUcQ^GGKVRMMRONNZSNQSQXOPMTOMRRS]NHROR[QfMQNHKXTXOPNGOUPMKUTVRROKMURUMORTR^NTMBLdSOMELVQOLXV_QXM?K^RNNSOVTYK;MXQcMOO\
EPEO]POMBQkLMNROOOWRNKUSPNTQQMPRUQONTPXNMOQNIQbNILaRXLHPUNMOIQROOOUNJPRNMNHSQNMPTOOLNMISPRMMHWZUBMQRLOGUMPQMIRWKNOCSUOPN\
SOPNSPUNNOVKQRTMSRUNQONOTOKOTMUPOOTNNPQLNOKVQJTMKPQMEUNOMSPNDVQMETXJfFOOPNNP9TFUARRQLPISVRGQQRMOFVRRJPNNJTNPRMFPDMESNRQR\
WSQS`MSLQRLSgRHWg[E[KPPSKNJSRQMQSP=MPSYRHSSRGORRIPNTKPHTMNUOQMIO;RWLIRIOHR5PKQNSQQBMFSIViO5UNTSSNRWW`VlQ?FTMQJ]K@L"],[-618,
491,"DQAWaN[LPN"],[-638,465,"cOKNPNKQPRNOLPHTTUOMSM"],[-820,630,"OMGKIPNRUU_Q"],[-795,624,"RNLJJRQTWR"],[-757,683,"VNPJM\
OANLUVVZP"],[-795,737,"hN[J+OLTJQPT^P"],[-807,527,"CSYRTK"],[-789,563,"MLPSMMMOSSKNUVPMRTTM"],[-898,773,"DPNSZPUNOO"],[-1046,
771,"JQGUXOXMON"],[-988,800,"OMDSTQYO"],[-1053,729,"@VSR[QYNPMIL"],[-1022,760,"ROJOIPSQHPNPRQJQbRUM"],[-1040,766,"ZNBONS\
VP"],[-1183,756,"EPcUQPOOIL"],[-1138,778,"HPLRWQWMNP"],[-1298,532,"ISVOQN"],[-1286,529,"QLNNPUNOMSRSTL"],[-619,473,"QPNO\
QRURKM"],[-703,625,"GTXNQN"],[-648,614,"JRVQQOON"],[-791,759,"JPWRRPMN"],[-736,678,"GPNR]PQNNP"],[-779,635,"TMLOJSVQ"],[
-945,757,"LRTQRNNO"],[-983,739,"EPaRKN"],[-740,626,"JQVO"],[-767,634,"IRSQTM"],[-794,698,"NNLPPOHR_Q"],[-780,697,"HNXR"],
[-792,688,"NQWUUOFK"],[-770,691,"MQPRVPMM"],[-869,701,"SPOOJQTP"],[-837,658,"TNHRLSWOQN"],[-1012,766,"YQGO"],[-1017,777,
"IPOR^OROIP"],[-897,765,"GSWPROPN"],[-961,755,"GPVRSN"],[-1136,767,"DQYQSN"],[-1041,750,"HQXSUNKN"],[-955,696,"QOOONOOSN\
NQRTP"],[-496,-2,"]OLELPPNMQMMIPMVRQNRRVTRVO"],[-497,3,"NMLPPRVQ"],[-518,-14,"SWRRPKKL"],[908,221,"MPRRNUTMOL"],[-772,259,
"NQRVMRLQTPTLOJ"],[-730,212,"NNKPRRTQQO"],[-777,247,"PNMNLSRQPUUK"],[-785,267,"VPHNMRROSQ"],[-767,255,"VLOLOQQSJSQQ"],[-748,
229,"LSOUUH"],[1432,-120,"OMSMT?RNUSXIQAUKRIOISMQLZLSL[KQNNOUKUCSNQTTLRRQEZJ_=ODUAJ=OHLFIKKIKBJHM?LM@OFHIPSOOMFVQSKMMRTR\
NRKNSODJFTEPFUJWOXIXSPPRENSVLXLGHOQSTPQWTVPTQQNUJFHLKIQMLQKSSPNVKWLQNUQRBUJPEU:N@JBP?IIGCOHRANLL@IBQAWPXTOSTP`J[N`IZNXH[\
QPQQRKRQLYSNPMRQQMRPPTH`TZOXSWQJVWe[WPbWUP_TX[UTNWRSWWVEPUROQRLTQS]NLQRTOOORPSSRTOMRRRTONTTRPRQNSPQUUNSUVMWIOJUUUOQMQSSN\
PRRQLTTXUSOSTTPRSNTUQNZPSRPUJQMRRQoFYTNLRPRNRPPSRQTMLKPLJOQJKFl>XNRLXLUQSRV^RZO^QYSQNTSSR]TRSESN"],[1531,-258,"OVSUPLNI"],
[1367,-138,"RPNMRNJQQSSRPO"],[1306,-114,"WRRNJKLSOTRN"],[1376,-357,"UNINGRXSSO"],[1450,-408,"^LdSQCORNMPGNPNRRQNQONNROLN\
POLGQPQRQMPLTMWSMPQMRLXOWSO"],[-646,-547,"XPHNNQRQ"],[-457,-605,"UNIQRQ"],[-1800,-844,"xOxNyOxOxNxOFSYQ&R%R^QGQVSBQ9PBT7\
S7SiPsLmP]M^RYNmPeRTQIQgQfTTR?UWR2T[RxQxQ7UTRdQORSP3TET8Q@SLQSPdS-RISSSPSsQkMjL`SJRRRnLORSQKQTQOS@S8P_SnMFSTRvT_NMR`SpPT\
TXQkOkOqRmPlPcPZStOVV[NMMUOJONLiROUVQYNQOMMFMQOiPiOtR_PWMiR=SURORDPLUEQPSfNcRAR7QKUSQWOPN{PcMuQdOUQQR`SVOLMROaNZRXMmLYRQ\
UYNMSRRYNWLdPQONNbR^O[SzS[SYWIVNXIWMV^PTRLSSQSVMRTTHQPTURQLTPPVWQPSVROQXPOSXRMRSSWOPRVQPQYQWUtYSOSMKQFMILROPNIROMLREJJPQ\
NKOSMKMUN]RLNPNLRLMMRJPQKITKPQOLMSNGQOMNOROIOQMNNQOOOXPINUONN[NORSQZQHMTONNYKVJLMYOKNPNWPSMFKXQROPOCNaOPMJOPOXOQMTPOMHPE\
RTLXNMNIOXOHNZQNMDQSLKNHSPNIOWNEOYN3L2KGM-Q-PPN`JmM=K3R3RFP{JKM8O9TDTVLKPQNdKXLXRxORNJM1O`NcQ^HfPhSYL]PoKqO0O`N<OSPONROX\
O}R:MXKWPLMROdOvZkSjR}QSMKM`Q^Qk[hSaNdTyScRoQnQRQGQ4Q3QNQOSMQ,P<SPSf[eRqXhShSoRoRKR_XbP[U@PSQJRQRXS_PRQMS[ObTUUPQERNRTQ[\
MXUMR[MVKYRQSMSQQdQSNKLzOYQVLZT_SnSnSXOVSkJ]VMQUPWNePVRSM_OSRVQRONLTNbQVUWNONWOZTXKbOtWkSTTLUPRYRWPLLXPXJiP[KPRXVRTSRmWs\
UORSQXOMNTOWPRMRRPSVSIRWQ_MOTMRQRaTcQaObKRONOGQTMIMTO_SbK]QgNZQhNhN^QTIKNQKINSMONGQGKdOMJGLJJKGLNXNWRPSTS]QbXUXZTPSUShPU\
SbT]Y|V]U]OhTbPiSeNWRWOmQ[O`RUT^QsKsK[TPRSRgSjFMNCNPNlTeN`RCMROjTiTXO[SXOXJ`P[XrRXNQN[T]MWQlMlLZQRNWPJHeSXLPMSOwPTLSQbOT\
QRTaIeMTQdMTKXMTKXNNVWQVM[QqMVLeLRRUKGNPMSPON>R_MMLKO>QIRSMYN>NROHNNUMPRKNOVJ?PMRHLNLAO^NVMLLSPQMOOQOLMWPWIVNPOLNVOXSSM_\
NPN7Q<MGTNNUMEOLOQNJNSOLNWO<LePONSOKOTOPMNOpH9LsQiLUNZOGOTNnP|L|K#P#P#P#P#P#P#P#P#P$P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#\
P#P$P#P#P#P#P#P#P#P#P#P#P#O#P#P#P#P#P#P#P#P$P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P#P$P#P#P#P#P#P#P#P#P#P#P"],[-1800,-900,
"~P~P}P~P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P~\
P}P~P~P~P~P}P~P~P~P~P~P}P~P~P~P~P~P}P~P~P#P#P$P#P#P#P#P#P$P#P#P#P#P#P$P#P#P#P#P$P#P#P#P#P#P$P#P#P#P#P#P$P#P#P#P#P#P$P#P#\
P#P#P$P#P#P#P#P#P$P#P#P#P#P#P$P#P#P#P#P$P#P#P#P#P#P$P#P#P#P#P#P$P#P#P#P#P#P$P#P#P"],[-452,-788,"bOVINMJORN1M0M9P9PQRYU[P\
eVLRUUNP^XhRgNXMONCM"],[-597,-803,"OLHN;QLRDO7TkPkPTPLQOR[SYNONUOLO"],[-701,-692,"WL[CQGFI,OMRTQcOWRAONR[RASJMGQSNKNBTSR\
WPQRXNORQQ^PHQSQZP^RUNPRCRYSWPIRBQNRRULRRS`QSL"],[-981,-719,"ONVRPNSOTSXPGM_QPMKOPO9Q)TfSTN]RUO"],[-1206,-738,"SNINPOCOJ\
QSSIRSQiO"],[-1263,-733,"ZLKO^QUNNPTNPOCPAUJPNSQQZP"],[-1591,-798,"4Q8URRXSYOlJVL"],[1671,-773,"hN5LKTTQORVO"],[-311,-798,
"SR]MHOBQNRSQVN"],[-339,-793,"5P[RaN"],[-703,-797,"BQORSSyWXP6HLLJO"],[-578,-641,"SQSNNOQOGPRRLQQRUQPM"],[-555,-632,"SPP\
NCPZR"],[-580,-619,"TOBNZS"],[-632,-645,"OOUPGNJQXTSN"],[-623,-644,"KOSUTONM"],[-680,-675,"HMMSWVVSQOMMSOKMRO"],[-737,-706,
"QOOOHN?OMQ`TTNRRWP"],[-750,-697,"UNNNEQXS"],[-744,-731,"MNSNNOATXQLRSQ[OON"],[-912,-732,"MPQSMSYPPLLN"],[1676,-781,"CNM\
RYOVRQO"],[1010,-657,"IQVRTOMN"],[269,-704,"GQVRSM"],[-33,-705,"NPSRUOJO"],[-662,-801,"@VcOULIO"],[-673,-795,"CQYRVONN"],
[-552,-612,"NQWPKO"],[-620,-697,"JUXNNM"],[-606,-626,"XPLOGPOQTQRO"],[-720,-697,"FRUPUN"],[-950,-727,"NQVQROJO"],[-1195,
-741,"LPRQORYOJN"],[-1274,-746,"KQNRYONN"],[-1620,-831,"FPHS_OXOLO"],[-1605,-816,"-R`QeM"],[966,-660,"TNJPRR"],[1034,-654,
"JRSPSN"],[858,-670,"KRUPQOOO"],[162,-700,"JQZRLM"],[30,-706,"LQVQNN"],[-25,-708,"TPILNSJR[O"],[-206,-739,"QJMPLTHPYRTSR\
OON"],[-323,-797,"MPRRUOLO"],[-1167,-742,"IQZRRPKM"],[-1311,-746,"ER]PON"],[-1452,-757,"FQZO"],[-1466,-770,"KQYPLO"],[-1486,
-770,"IQWO"],[-1493,-767,"ZOFQ"],[-1502,-768,"IQWO"],[-1467,-762,"IQWO"],[-1504,-774,"EQ[O"],[-1539,-800,"=RdN"],[-1492,
-771,"@QYQWN"],[-1580,-821,"FSZM"]],borders:[[313,-224,"=R"],[294,-222,"LRPRFRMUPVLPOTFVGb"],[253,-178,"bNY[YTQUVSYQ"],[
304,-156,"PLXPbIQ?MKSEKIOJEE"],[253,-178,"JSCO"],[234,-176,"CZOSPrePPf"],[240,-109,"TNPMYRPLWMXOTTTJXMVGVRRNP]MPPNLQIXRY\
N_UTPScS"],[307,-82,"SLdH"],[329,-94,"XDLMQMOGRNKMPJMLSLRP"],[332,-140,"2FRJ"],[428,164,"TSPWRQUN]QaOTLSRX[XToT"],[520,190,
"[8"],[1044,104,"TQRTXQTNMXUQPR[UQZMWRV"],[1075,147,"RVKURRKUNPNUC^OTDVQTVOSTKTRRKSKNKRNTPTOQOOJW"],[1021,224,"TTULSTVMR\
SVPVUULZONMQK^K"],[-600,85,"RMGISKIMPKMMWI"],[-607,52,"QMLLDLMPNONLLSIPHTVIREVOPNJMNLGLLLNSJNJT"],[-669,12,"M]LTMPVVJ[QX\
SYLQANIY=PKUQWLYJQWaWYWR"],[124,419,""],[709,422,"SPFI]LSTUKYNBJIP"],[710,402,"JRSSMSIMMQNNQLIPTOKJHQMOPMWMPLSMJF"],[678,
372,"CQ"],[665,373,"QWFR>ZCXJ[>SQTMRQRJQHULNSMKRNMKOMNPJFP"],[560,413,"PvkViDZGiQUQYHSQOFUPRH]PRNONTNXXbX"],[707,409,"OQ\
QO"],[712,399,"NPPRROPO"],[718,399,""],[-582,-325,"SdST"],[-576,-302,"TOTRXIPMTRTL_HRMUMLKPKQP"],[-1302,550,"LN"],[-1410,
697,"P1P0P1ZOYQONaGRMXSSTXRUNQM`G]DOOSOOOSMbKQN"],[-747,450,"qPRSTPVVSXXXSMVRUMPBTOPLSP"],[-971,260,"MO?ULWPT=gGRFGEVKZA\
]>PPK4P*]QR8N"],[-1228,490,"xPyPxPyPxPyPxPPTSOSJYNWQ`KVQ_N[StBSLUPQLTPQOONZKU?LFJKQMSOv[QQMVTQePWW_W"],[-62,541,"KPMSLMI\
SYW"],[564,250,"MMOSNOPIROKNMD"],[552,227,"6RF_"],[561,261,"RL"],[563,252,""],[350,457,"HTKQOO"],[297,453,"MQJNJS"],[282,
455,"SPTUQU[OKVOSLRPU@UGN"],[266,483,"@JLRBRMN"],[229,479,"HU"],[221,484,"TW"],[225,491,"TPNU_YPTKV"],[236,515,"XT_P^OVM\
UQUNTRRNYQSNSVZR"],[318,521,"SPSR^PWKMOQL[MSJUPUNXRVKSRcKPMLMSNLNTMNLGPKMNK"],[339,-10,".O"],[305,-11,"JLMQ"],[296,-14,"\
Sg_]OSKRQZ"],[308,35,"TSVPSMYTUOUT"],[340,42,"TKPKUJQHNJMNJHPD"],[665,373,"ISNMHNMHKMGNPLLOLOMRIR"],[613,356,"NZHPFYFRGS\
NR>OIJHN"],[525,418,"VSZRXMUIVP"],[415,415,"ZOSRVK"],[434,411,"SLONQLVOUM"],[448,397,""],[448,397,"NQNLLPSFROMLTNRJ"],[448,
371,"KONSCQLM"],[424,371,"NRANCLDRHMIROJLLMQ"],[260,407,"VWMS"],[263,417,"YTSNUQ"],[115,332,"PHDINNQIIJ"],[95,302,"KdITH\
^PSWVRUNVRVNQTT"],[9,110,"OJULQJRMO;SINO"],[12,61,"IXR`MTQVMQRXKTPT"],[-1,111,"ZO"],[1251,-95,"OSQRNQ"],[1244,-92,"ONMQ"],
[1001,203,"RQRNPJWOQKMARPYWVLWVUOXHQFXHOEMM"],[1052,143,"<PGHV>"],[1021,62,"NLMQKMPVHUNM"],[987,102,"QUX[K]PWG^PRTRPVSTN\
OMWIXOUNRSQQYRRYQRSTQPRVO"],[307,-82,"K]IWOd"],[294,-44,"UQYZPSLQRU"],[306,-24,"RQQROUMU"],[339,-10,"v<PKaD"],[405,-105,
"DJHMJQKLLQIOLRGO"],[350,-116,"LUPYMUMRONFS"],[710,402,"KMKSKONNPL]QSNWRSMTO_R"],[736,394,"RHUQUNQGRNNN"],[749,372,"JRJN\
PRMQ?HMTRXMPPTLRIJPMIPNKLRHLMS"],[707,398,"NQRO"],[424,371,"EIQHLD:F"],[388,334,"<EFT"],[358,327,"QW"],[359,334,"QSTQRTN\
ULO"],[95,475,"PN"],[95,473,"QN"],[96,471,"YN"],[105,469,"OLMQPLHSMIJVJKHP"],[70,459,"NUHNZ^VQ"],[76,476,"XPRRYM"],[114,
590,"RORTOSXUQTMUTQRSISQVNSQTNSRSVT^QPTKQYWPXZRORZVMSWUURVOTVbNRQNPSSNRUP"],[206,690,"hJWLOKROOMTMMKUK"],[319,-260,"RH"],
[321,-268,"OKKPIUPTTVRQUM"],[-542,54,"MJQITINJLK"],[-546,23,"LSINMQONRLJP"],[-565,19,"IZOUMPKWRXVQQU"],[308,35,"E[KNKQKO\
HW"],[274,51,"MVJTOUEXOTMSJRNT"],[241,87,"TRSYTUWQXG]QQMXPRSURQSTRXJTQ]^OVNSVPPRUPOAXKPIRP"],[341,95,"PFHOMKYLXHVD"],[353,
55,"CC"],[241,87,"JQQZI["],[229,109,"PTMSNYJSTUOUTTOTUVPSRRYPPw"],[240,195,"PUZPPe"],[250,220,"pPpPRRPNmPlP"],[386,180,"\
LLIMONLPOHKDQH"],[365,143,"LALNJHNGONNRMNND"],[-18,434,"TNOOYM]OQQWN"],[14,426,"PNSQ"],[17,425,"SO]P"],[-74,372,"PUTUMSS\
VKVUQPTRQOWWUMROR@OOSKN"],[1266,378,"UUYPTS"],[313,-224,"W;OA"],[321,-268,"XO"],[164,-286,"WVSMPLWN[PSSUQPv"],[200,-248,
"TMTHOGZPYWUXaKWQUZYUSV[Y]U"],[287,-301,"TRSVHWGMJISITMSPSUSP"],[415,-17,"KXPvY]"],[419,40,"ZSVU_Qpp"],[480,80,"Y`Pc"],[
480,80,"FP2ZD]OTRT"],[429,110,"SU"],[221,484,"@QJLMQHNONGPIR"],[171,480,"NTQR"],[170,486,"QRWQZV"],[188,495,"TORRTLSPSR]\
PYM"],[165,465,"GMQMLNPNIRNNHP"],[137,456,"RPLTQRNQSR"],[137,465,"XOTR[QQR"],[161,469,"TL"],[-103,85,"MIGG"],[-133,90,"S\
QVX[QVIRJNLTR"],[227,442,"MLVJKLPLNO"],[223,423,"IO"],[216,422,"RULQJUKK"],[203,428,"EW"],[192,435,"SQMTTPKTRUMP"],[190,
449,"QSSPLROU"],[189,459,"WSVO"],[202,461,"VLPNWLOOQOOOWMURQONNRN"],[-123,148,"SJOJSMRQRKPK"],[-114,124,"FOCT"],[-137,127,
"APAM"],[-168,131,"ZQPQVSZLTQNRLPJSKNEP"],[-165,158,"SWbRVJUPRKYH"],[350,294,"[NWWWQUUFZfV"],[391,321,"^NbHk=cO"],[465,291,
"YOSKWP"],[508,248,"RNSP"],[552,227,"TIJ<2F"],[125,439,""],[306,-24,"IQNKJROO"],[290,-27,"OSRRQUTS"],[1307,423,"NR"],[1305,
425,"ORWRRUPWMWYUZMRQQTWWS[VTNSQSLQDMJLAPL]LPIUARLRPTMQPTLTJ^JV;U6NFJWOQKIKGDQOPNBJDS"],[1167,498,"KRHOETAH;L;RJTORIQKSC\
RCMHPFTNX0WGJNLUJOMHKCSAPMVDPIS9HFJGPLM"],[878,492,"KO"],[873,491,"IUQRKMFQNUIQLVKRGMFPOSMPPRLQIK;jBWORSOQSBMFJKQKNOSTTK\
OJQNNNTEOQTKWKODRHNPN5LLMJQ6KIQNLUOMNYMEPNMRLFLaJNLKNHQJMEVJPLNGQHLETPKKUHUIPLRGNKRJL@IRIKPHUJIOMRNMLPLTNRKYPXGLPONWM"],
[486,418,"HJKQGV"],[464,419,"HSQSHSONMQIOPQFUDPFSJO"],[318,521,"NWMRQRWOVSMSJQPRFXRSNRQSIRIOORCR"],[281,561,"PTKSRULR"],
[274,575,"TTMSOVXVNQ"],[278,605,"pcVVAXUTKTQRKSRQNQQTTRF[YXBWOQSSLQVQ"],[290,690,"[TQRWOPS"],[212,553,"_NRNPK"],[228,544,
"0Q"],[209,553,"QP"],[286,437,"AU@K6QQSMQ"],[202,461,"YRY]YT"],[266,483,"TO[DQLOFQO"],[188,495,"NTFRQRHQQNLOLSRROQCSNO"],
[148,509,"RTLURSNTKTSSOU"],[142,539,"PQ"],[228,544,"VNQM"],[235,539,"TEIKUMOK"],[-700,-42,"HPFMEJMFQLILQLMMZBNLXOSKYPWVO\
@ZP"],[-696,-110,"YAMLOHRKKJRLNLRKTNHGQM"],[-695,-175,"LNPKKO"],[-803,-34,"QKMOQNONTQUNSLSOSTT]QOSU]T[[RVROOTMUSP"],[-753,
-1,"UOVHUNXDWPTRTOTQYKJETPSL"],[-582,-202,"THNE[NURVNRLRCXRTNL@"],[-546,-256,"NGGGKQNM:SU[UWPR9]ES@a"],[-626,-222,"SaUZl\
SYKPL"],[1410,-91,"PrPq"],[-774,87,"ONSKMLMQOK"],[-829,81,"ORSVNRPSSR"],[768,357,"RJ"],[770,351,"LLGNBSMONMQMTNMNRNNMTLS\
PPMVMILPHIJOMLNKHJMLHEMLSGGPLVNPJUNTCDNFQOMKO"],[616,252,"RZVTXQQUKQPYGSE_"],[608,299,"bKaPfTQZUUWORQORVSWNTSOUSVXTLV]PO\
UVWLY[VbQUR"],[745,370,"^MRMOLYM"],[290,690,"NRUSNRBT@LLIHLGR@OHVFM"],[1244,400,"UU[TWX_MRRMTYPTTTPRVVK"],[136,137,"UJ"],
[141,131,"QITNPIILLKI>JKLFQNIIJWHMHGLE"],[27,64,"QkRQX`MXQS"],[36,117,"PXTTQVVRXRXNVIYSYLYOYUYQ[MTSWS"],[36,117,"HWLNPM"],
[24,119,"MTQRORKOJTPTRPHVNUPT"],[2,149,"WQTSgQSST^Pf"],[42,191,"aTb_~k"],[120,235,"`MWJXT"],[150,230,"RAXDMLN2EDFCRI"],[
-836,109,"MNISMOISOO"],[-873,130,"SPSSOTUQSSSNWYUN^T"],[60,508,"LPRTHSHO"],[72,533,"NJMOSNMMQOGNSMOLNOQN"],[42,514,"MNJR"],
[881,279,"OHRLNM:RNRLPEWHOJQ6^SYVU"],[810,302,"RNRSVPaEUPQMVMTPOMVPSLQRSNRRUMZQ"],[253,-178,"GNHKLU:MP+FPP4"],[117,-173,
"XQVRYL}PVLbNlT"],[332,-140,"TJWRRNPIMJYGPMRPOURTTQQ]IZJUN]RVTP"],[346,-120,""],[347,-121,""],[-22,351,"TMQASKSMOL?POMHO\
QICKLKENONJPAGPF"],[-87,277,"OPPJJPLMFRJOQMLKLOMDILNLJMMBJH:O"],[-87,277,"PL"],[-87,273,"PC/PP7JNJKRA(PPK"],[203,428,"NP\
PM"],[201,425,"MPOQLLPM"],[185,424,"OR"],[184,426,"QTTSQPPRRP"],[1167,498,"GDPLMOQNSNYRVNTSWP]HRKEQBNONIOLJKNEOFI?TKIUIG\
LJKEL7O>IKQPRHOATIS7Q6QE^PSJQDU6SNSSUPVI[HSKPFVQQLRQS"],[74,437,""],[-883,185,"GI"],[-892,178,">PPKLPZGPMCPKHQNOJ"],[-87,
273,"x9"],[-48,250,">PU&U&RMOH+PNRPNCONNJTLILO"],[-48,250,"o=n<QMVK^LRKNNRNYQ"],[2,149,"FQDKOMKPLJNQOLGPONQMMOQLGKNB"],[
-55,104,"INOUOOMQPLNPONKSKN"],[-80,102,"MSPULPSTLSNWLQPNLMKRLMNSLNNRQR"],[1176,42,"KQCPNLOGLOQLLNPMMKJOMNITLPIJCOHWOT"],
[1141,46,"VJQTOSSR"],[1150,49,"RJOV"],[1179,42,"MP"],[223,423,"WJOL"],[229,413,"CLJP"],[210,409,"KTQV"],[206,419,"ZS"],[
61,501,"TMNM"],[63,495,"KP"],[58,495,"OTTR"],[210,561,"[SeOWQcI"],[266,557,"OLSPFKMKRONQDLHP"],[95,473,"QN"],[252,317,"M\
LQKMJSFP,P,"],[240,195,"(e(dFL"],[120,235,"KXDSMWJXQRTSNWRUO_KYRQ"],[-103,85,"UPSNPGTNRQRTRO"],[-85,76,"RJMKWMQNSNPB"],[
359,334,"KMMP"],[243,579,"ZQ]KYP"],[281,561,"KMFO"],[1075,147,"JLLSMONNQLHROR"],[1001,203,"QTTRQTTS"],[1011,216,"QLVPM[R\
RTO"],[709,422,"TUUQbLQVVR]LaRfN[J"],[802,422,"PN>JMMDOJJJONSIOPNHMOLMN"],[465,291,"VYYP"],[206,419,"OSLS"],[353,55,"TNQ\
KRMYO]H_OSTZTSMXP"],[873,491,"KONKHOMKRJNNIM>TI@SNOMHR>LVNOJTGLNQOMNPK"],[388,334,"RESONO"],[350,296,"Ud"],[355,315,"QY"],
[356,324,"PRRQ"],[105,469,"UORRZQRL^N"],[75,438,"QTIQQULSUSMSRR"],[356,324,"LQNMPLRPMLVQ"],[349,295,"Ib"],[342,312,"ST"],
[342,312,"PQ"],[448,371,"VEYNMNQKJKOJVJQL^JTJOHSPPKUK"],[613,356,"NILLRNLNPKTOMLRGPIYOQKFF"],[448,397,"WIVO"],[461,389,"\
TP"],[465,389,"`XSMNNRNMOVKSP"],[770,351,"XT"],[778,355,"RPSGWMMMQKSMQIMONRMOSKPITQTLVNQNXL"],[881,279,"URROQI"],[889,273,
"NORNWMWRbPQTKSPR"],[916,278,"YQXWUQXVXMVTTNMMSRRMMLZN"],[973,282,"PMLMRKLRKPEIPJKIQMJEHRQJMHQKNNMQOO"],[926,220,"LbMPMI\
NROOOVRTUQSWSPLS9QOYMNLTNOLSMIYJKOKJWMOJQLRORE"],[189,459,"EOCW"],[161,469,"TQOTSQMRWPPS"],[-878,134,"PUIPGU"],[-894,144,
"RRPTZW"],[-718,197,"RKOKMORMPM"],[-565,19,"HQIKMQKLLRKUMXQYTSNULQQVOQJP"],[-137,127,"PLNORKFNMJ"],[-80,102,"NNQKROQMNMS\
LKQONSNNKMP"],[-892,178,"P=SP"],[-894,144,"NPKI"],[200,397,"RPQSTQSUPS"],[229,413,"aSXLVQSQOSRP"],[-31,51,""],[-30,51,"R\
QPRNSN[T[SSN^"],[-27,95,"O`gOSSRO"],[76,476,"PVUXBRLS"],[61,501,"RTMS"],[87,549,"ZO"],[148,509,"KQQO;INQTLONSM[J"],[138,
488,"OMNQONJMRJHRDMJRNMNRKP"],[464,419,"NNULNNDSMO"],[450,413,"@N"],[133,22,"OGZQRKKKPJVLOCLJMTNMKQLUNOPLHPOKTKPLLRLL"],
[96,10,"bPP]"],[113,22,"SQbO"],[17,425,"MQ"],[25,511,"SMSPVKUOONWRQLYM"],[-517,41,"D=GRMMKR"],[-630,181,"OP"],[365,143,"\
XRSLSXUKVRROYPWLa@"],[424,125,"JHPI[P"],[431,127,"LMMQ"],[98,23,"RO^P"],[-789,15,"]ISLYNRRZK"],[170,486,"=TLLGR"],[340,351,
"CQ"],[190,449,"MR>RJMKROLVIZISK"],[177,429,"WM"],[-55,104,"YI_RUL"],[240,-109,"NO@OQXKXPgDPPTIOLONG?OJXM[MS/P"],[122,-58,
"SQPVVU"],[131,-46,"SNSQPRWRPKSO^[RXPXWZYWSjU`"],[186,35,"PXYXWMTMcLUVUPYSXPTSdN"],[290,-27,"RLRC"],[133,22,"^P[MTNQV"],
[162,23,"T]YR[N"],[131,-46,"MRHJ"],[-669,12,"NPPTMUKLMSPM@POJVPQKGPPIULRIJ2"],[1011,216,"PRKMKPNUIQSYJRNWQRDNQSOVRUYVPYO\
XMONWKSMM"],[916,278,"PQMRGPOQMQKNJH"],[778,355,"FR"],[745,370,"ORUP"],[1143,225,"MP"],[1135,222,""],[-695,-175,"TJQGULN\
MQMNOPMVGSAWP"],[-672,-228,"RNLFGLMMRLNMRHNMSKKNLIKKMGRGLNOJNOOKSLOOTHOMSOOGNOKGRGILOMPFTIJLOINPPINKQDMMPMPKSOOORJOKVNON\
HPWLMLQLMNRKNOPLLMNLRMMMPMLNOMLPOMTEYPOHTKePaL"],[-686,-527,"O:"],[229,109,"LQILNLCECNQNKIFPHLMSKLKP"],[155,75,"QSKXE[RS\
`PJVP]MWMULQ"],[162,23,"OVFYPULSO^NQ[`"],[923,208,"OUQQSOPW"],[24,119,"LKJPKL"],[-576,-302,"bcRPPRYWZTQXNVIQ"],[-582,-202,
"SRNSV`MWJSQY=PPXLTSPN^JSIPMSIRMSCSJTLXP`DN<DFQ"],[-626,-222,"NREPLHMVDQLSFF"],[448,397,"ZNSJ"],[465,389,"PWGTSPQRKSORRQ\
KSQPNR"],[456,406,""],[450,410,""]]};function decode([x,y,steps]){let step=at2=>{let code2=steps.charCodeAt(at2);return code2-(code2>92?81:80)},points=[project(
[y/10,x/10])];for(let at2=0;at2<steps.length;at2+=2)x+=step(at2),y+=step(at2+1),points.push(project([y/10,x/10]));return points}
var outlines=null;function outlinesIn(frame,place2){let{land,borders}=outlines??={land:world_default.land.map(decode),borders:world_default.
borders.map(decode)},path=points=>`M${points.map(point=>place2(point).map(value=>value.toFixed(1)).join(",")).join("L")}`,
[left,top2,right,bottom]=frame,isIn=([x,y])=>x>=left&&x<=right&&y>=top2&&y<=bottom,parts=borders.flatMap(points=>points.
slice(1).map((point,at2)=>[points[at2],point]));return{land:land.map(ring=>clip(ring,frame)).filter(ring=>ring.length>2).
map(ring=>`${path(ring)}Z`).join(""),borders:parts.filter(part=>part.every(isIn)).map(path).join("")}}var WIDE=700,GAP3=12,HIGH=430,ROW4=21,CREDIT=15,LARGEST2=30,SMALLEST=4,LARGE=18,REACHED=9,MARK="tone-1",placeOf=({place:place2})=>TERMS.
place[place2],nameOf=place2=>termLabel("place",place2),precisionOf=place2=>translate(`precision_${TERMS.place[place2].precision||
"none"}`),isCountry2=({place:place2})=>TERMS.place[place2].precision==="country",only=place2=>["country","province"].includes(
TERMS.place[place2].precision)?null:{chosen:{...state.chosen,place:new Set([place2])}},KINDS5=["meetings","papers","work"],
happens=cell=>KINDS5.filter(what=>cell[what]).map(what=>translate(`happens_${what}`,formatNumber(cell[what]))).join(translate(
"comma"));function fitFrame([left,top2,right,bottom],width,height){let scale=Math.min(width/(right-left),height/(bottom-
top2)),[x,y]=[(left+right)/2-width/2/scale,(top2+bottom)/2-height/2/scale];return{frame:[x,y,x+width/scale,y+height/scale],
place:([a,b])=>[(a-x)*scale,(b-y)*scale]}}function drawPlace(pen,cell,[x,y],r){let{precision}=placeOf(cell),shape=precision===
"site"?SHAPES.diamond:SHAPES.circle;precision==="province"?pen.shape(shape,x,y,r,{colour:MARK,width:1.6,dashes:[4,3]}):pen.
shape(shape,x,y,r,{fill:MARK,alpha:.35}),cell.work&&precision!=="province"&&pen.shape(shape,x,y,r*Math.sqrt(cell.work/cell.
engagements.length),{fill:MARK,alpha:.85})}function drawMap2(pen,{frame,cells,lines:lines2},most,[left,top2,width,height]){
let{frame:shown2,place:place2}=fitFrame(frame,width,height),{land,borders}=outlinesIn(shown2,place2);pen.rect(left,top2,
width,height,0,{fill:"well"}),land&&pen.shape(land,left,top2,1,{fill:"card"}),borders&&pen.shape(borders,left,top2,1,{colour:"\
soft",width:.6,alpha:.6}),pen.rect(left+.5,top2+.5,width-1,height-1,0,{colour:"hair",width:1});let radius=cell=>Math.max(
SMALLEST,Math.min(LARGEST2,width/14)*Math.sqrt(cell.engagements.length/most)),real=cells.map(cell=>place2(project(placeOf(
cell).at))),middles=spread(cells.map((cell,index)=>[...real[index],radius(cell)]),[width,height]).map(([x,y])=>[left+x,top2+
y]),at2=new Map(cells.map((cell,index)=>[cell.place,middles[index]]));for(let line of lines2){let[[x1,y1],[x2,y2]]=line.
ends.map(end=>at2.get(end)),[x,y]=[(x1+x2)/2,(y1+y2)/2],[cx,cy]=[x+(y2-y1)*.12,y-(x2-x1)*.12],[hitX,hitY]=[(x+cx)/2,(y+cy)/
2];pen.mark(line,[hitX-7,hitY-7,14,14],inner=>{inner.curve([x1,y1,cx,cy,x2,y2],{colour:"ink",width:Math.min(4,line.engagements.
length),alpha:.45}),inner.rect(hitX-2.5,hitY-2.5,5,5,0,{fill:"ink"})})}let taken=[];cells.forEach((cell,index)=>{let[x,y]=middles[index],
[realX,realY]=[left+real[index][0],top2+real[index][1]],r=radius(cell);Math.hypot(x-realX,y-realY)>2&&placeOf(cell).precision!==
"province"&&(pen.curve([realX,realY,(x+realX)/2,(y+realY)/2,x,y],{colour:"soft",width:1}),pen.shape(SHAPES.circle,realX,
realY,1.8,{fill:"ink"}));let reach=Math.max(r,REACHED);pen.mark(cell,[x-reach,y-reach,2*reach,2*reach],inner=>drawPlace(
inner,cell,[x,y],r)),taken.push([x-r,y-r,x+r,y+r])}),cells.forEach((cell,index)=>{let[x,y]=middles[index],r=radius(cell)+
4,text=fitText(`${nameOf(cell.place)} ${cell.engagements.length}`,150),wide=textWidth(text,400,12),spot=[["start",x+r,y],
["end",x-r,y],["middle",x,y+r+6],["middle",x,y-r-6]].find(([anchor,a,b])=>{let from=anchor==="start"?a:anchor==="end"?a-
wide:a-wide/2,[high,low]=[b-7,b+7];return from<left||from+wide>left+width||high<top2||low>top2+height?!1:taken.every(([c,
d,e,f])=>from+wide<c||from>e||low<d||high>f)&&taken.push([from,high,from+wide,low])})??(r>LARGE?["middle",x,y]:null);spot&&
pen.text(text,spot[1],spot[2],{anchor:spot[0],halo:"card"})})}var listsOf=({countries,beyond,unlocated,none})=>[["whereC\
ountries",countries],["whereBeyond",beyond],["whereNone",[...unlocated,...none]]].filter(([,cells])=>cells.length),where={
id:"where",numbers(engagements){let counts=countPlaces(engagements),marked=counts.filter(({city})=>city<0),maps=arrangeMaps(),
withKey=cell=>({...cell,key:placeOf(cell).id,only:only(cell.place)}),cells=marked.map(withKey),on=maps.map(({frame,places})=>({
frame,cells:cells.filter(({place:place2})=>places.has(place2))})),drawn2=new Set(on.flatMap(map=>map.cells.map(({place:place2})=>place2))),
joined=countLines(engagements,marked).map(line=>({...line,key:line.ends.map(end=>TERMS.place[end].id).join(" ")})),isPoint=(map,end)=>TERMS.
place[end].precision!=="province"&&map.cells.some(({place:place2})=>place2===end),parts=on.map(map=>({...map,lines:joined.
filter(({ends})=>ends.every(end=>isPoint(map,end)))})),rest=cells.filter(({place:place2})=>!drawn2.has(place2)),countries=rest.
filter(isCountry2),unplaced=engagements.filter(engagement=>!ENGAGEMENTS.places[engagement].length),none=unplaced.length?
[{key:"none",place:-1,engagements:unplaced}]:[],nearer=new Set(cells.filter(cell=>!isCountry2(cell)).flatMap(cell=>cell.
engagements)).size,lists={countries,beyond:rest.filter(cell=>!isCountry2(cell)&&placeOf(cell).at),unlocated:rest.filter(
cell=>!isCountry2(cell)&&!placeOf(cell).at),none};return{counts,maps:parts,lists,nearer,all:engagements.length,top:cells.
find(cell=>!isCountry2(cell)),cells:counts.length?[...parts.flatMap(map=>[...map.lines,...map.cells]),...Object.values(lists).
flat()]:[]}},headline:({nearer,all,top:top2})=>top2?translate("chart_where_head",formatNumber(nearer),pluralise(all,"eng\
agement"),nameOf(top2.place),formatNumber(top2.engagements.length)):translate("chart_where_none"),describe(cell){let count=pluralise(
cell.engagements.length,"engagement");return cell.ends?translate("whereLine",...cell.ends.map(nameOf),count):cell.place<
0?translate("labelled",translate("wherePlaceless"),count):translate("wherePlace",nameOf(cell.place),precisionOf(cell.place),
count,happens(cell))},columns:()=>["place","label","precision","lat","long","engagements","meetings","papers","work"],rows:({
cells})=>cells.map(cell=>{let[label2,{precision="",at:at2=["",""]}]=cell.ends?[cell.ends.map(nameOf).join(" – "),{}]:cell.
place<0?[translate("wherePlaceless"),{}]:[nameOf(cell.place),placeOf(cell)];return[cell.key,label2,precision,...at2,cell.
engagements.length,...KINDS5.map(what=>cell[what]??"")]}),layout({maps,lists},width){let beside2=width>=WIDE?maps.length:
1,wide=(width-GAP3*(beside2-1))/beside2,credits=maps.length?[translate("whereBorders"),DATA.places_from.length?translate(
"whereCoordinates",DATA.places_from.join(", ")):""].flatMap(text=>breakLines(text,width,11)):[],high=Math.min(HIGH,wide*
.85),below=Math.ceil(maps.length/beside2)*(high+GAP3)+credits.length*CREDIT+GAP3,groups=listsOf(lists),columns=width>=WIDE?
3:1,column=(width-GAP3*(columns-1))/columns,heights=groups.map(([,cells])=>(cells.length+1)*ROW4+GAP3),height=below+(columns===
1?heights.reduce((a,b)=>a+b,0):Math.max(0,...heights)),most=Math.max(20,...maps.flatMap(map=>map.cells.map(({engagements})=>engagements.
length)));return{height,draw:pen=>{maps.forEach((map,at2)=>drawMap2(pen,map,most,[at2%beside2*(wide+GAP3),Math.floor(at2/
beside2)*(high+GAP3),wide,high])),credits.forEach((credit,row)=>pen.text(credit,0,below-GAP3-(credits.length-row-.5)*CREDIT,
{size:11,colour:"soft",anchor:"start"}));let top2=below;groups.forEach(([heading,cells],at2)=>{let left=columns===1?0:at2*
(column+GAP3),from=columns===1?top2:below;top2+=heights[at2],pen.text(translate(heading),left,from+ROW4/2,{size:12.5,weight:600,
anchor:"start"}),cells.forEach((cell,row)=>{let y=from+(row+1.5)*ROW4,count=formatNumber(cell.engagements.length);pen.mark(
cell,[left,y-ROW4/2,column,ROW4],()=>{}),pen.text(fitText(cell.place<0?translate("wherePlaceless"):nameOf(cell.place),column-
60,12.5),left+4,y,{size:12.5,anchor:"start"}),pen.text(count,left+column-4,y,{size:12.5,anchor:"end",colour:"soft"})})})}}}};var CHARTS=[ranking,time,outcomes,money,where],cache2=new Map;onChange(changed=>{["shown","charts","language"].some(name2=>changed.
has(name2))&&(cache2=new Map)});function numbersOf(chart){return cache2.has(chart)||cache2.set(chart,chart.numbers([...matching.
keys()].filter(engagement=>matching[engagement]))),cache2.get(chart)}function openCell(){if(state.view!=="analyse"||!state.
cell)return null;let space=state.cell.indexOf(" "),chart=CHARTS.find(({id})=>id===state.cell.slice(0,space)),cell=chart&&
numbersOf(chart).cells.find(({key})=>key===state.cell.slice(space+1));return cell?{chart,cell}:null}var titleOf=({chart,cell})=>chart.describe(cell,numbersOf(chart));function showCell(){let{chart,cell}=openCell(),engagements=[
...new Set(cell.engagements)].sort((a,b)=>a-b);return[translate(`chart_${chart.id}`),titleOf({chart,cell}),soft(pluralise(
engagements.length,"engagement")),cell.only?el("p",{},button({class:"link","data-key":"only"},()=>change(cell.only,{refit:!0}),
translate("chartOnly"))):"",longList(engagements,engagement=>el("div",{class:"behind"},engagementLink(engagement),...describeBar(
engagement).slice(1)),{class:"cards"})]}var backToCell=()=>button({class:"link back","data-key":"back"},event=>change({selection:null},
{focus:isFromKeyboard(event)}),translate("backTo",titleOf(openCell())));var panel=byId("panel"),previousFocus=null;function fillPanel(kicker,title,...content2){let heading=el("h2",{tabindex:"-\
1",id:"panel-title"},title),closeButton=button({class:"close","aria-label":translate("close"),title:translate("closeKey"),
"data-key":"close"},()=>closePanel(),"×");return panel.replaceChildren(el("div",{class:"panel-top"},el("p",{class:"kick\
er"},kicker),kicker?closeButton:""),el("div",{id:"hidden-note",class:"screen-only"}),heading,...content2),showHiddenNote(),
panel.classList.toggle("open",!!kicker),panel.querySelector("button, summary, input, a[href]")?panel.removeAttribute("ta\
bindex"):panel.tabIndex=0,heading}function closePanel(){if(!isPanelOpen())return;let inside=panel.contains(document.activeElement)||
document.activeElement===document.body;if(change(state.selection?{selection:null}:state.answer!==null?{answer:null}:state.
by?{by:""}:{cell:""}),!inside)return;(previousFocus?.isConnected?previousFocus:previousFocus?.id&&document.getElementById(
previousFocus.id)||document.querySelector("#map [tabindex], #map")||document.body).focus({preventScroll:!0}),previousFocus=
null}function showSelection({focus=!1,top:top2=!0}={}){let active=document.activeElement,key=active&&panel.contains(active)?
active.dataset.key:null;focus&&active&&active!==document.body&&!panel.contains(active)&&(previousFocus=active);let scrolled=panel.
scrollTop,{kind,index}=state.selection||{},content2=kind==="node"?showOrganisation(index):kind==="engagement"?showEngagement(
index):kind==="stack"?showStack(index):state.answer!==null?showQuestion(state.answer):state.by?showNumbers(state.by):openCell()?
showCell():showIntro(),heading=fillPanel(...content2);kind&&state.answer!==null?panel.prepend(backToAnswer()):kind&&openCell()&&
panel.prepend(backToCell()),byId("layout").classList.toggle("wide",!kind&&state.answer!==null),panel.scrollTop=top2?0:scrolled;
let sameControl=key&&[...panel.querySelectorAll("[data-key]")].find(control=>control.dataset.key===key);sameControl?sameControl.
focus({preventScroll:!0}):(focus||key!==null)&&heading.focus({preventScroll:!0})}addEventListener("keydown",event=>{event.
key!=="Escape"||event.defaultPrevented||!isPanelOpen()||event.target.tagName==="INPUT"&&event.target.value||(event.preventDefault(),
closePanel())});var REDRAWN_BY=["selection","answer","cell","language","asOf","view","people","unnamed","neighbourhood",
"path","event","measure","timeline","by","rows"],trust="";onChange((changed,{focus=!1}={})=>{let isTrust=trust!==(trust=
`${state.voices} ${isProvedOnly()}`),top2=["selection","answer","cell","by"].some(name2=>changed.has(name2));isTrust||REDRAWN_BY.
some(name2=>changed.has(name2))||(state.cell||state.by)&&changed.has("shown")?showSelection({focus,top:top2}):changed.has(
"shown")&&showHiddenNote()});var GROUP_LIMIT=7,HAS_ORDER=new Set(["set","promise","mark","tier"]),legendControls=[],legendSwatches={type:index=>typeSwatch(
index),set:index=>lineSwatch({set:index}),country:index=>nodeSwatch({country:index}),kind:index=>nodeSwatch({kind:index})},
occurringTerms=()=>{let seen=Object.fromEntries(GROUPS.map(group=>[group,new Map])),add=(group,term,times)=>seen[group].
set(term,(seen[group].get(term)||0)+times);for(let engagement=0;engagement<SIZE.engagements;engagement+=1){for(let group of GROUPS)
for(let term of termsOf(group,engagement))add(group,term,1);ENGAGEMENTS.status[engagement].forEach((status,position)=>{position%
3===0&&status!==null&&status>=0&&add("set",TERMS.status[status].set,0)})}return seen};function orderTerms(group,counts){
let indices2=TERMS[group].map((_,index)=>index);if(HAS_ORDER.has(group))return indices2.map(index=>[index,0]);if(indices2.
sort((a,b)=>(counts.get(b)||0)-(counts.get(a)||0)||a-b),group!=="sector")return indices2.map(index=>[index,0]);let narrower=(broader,depth)=>indices2.
filter(index=>(TERMS.sector[index].broader??-1)===broader).flatMap(index=>[[index,depth],...narrower(index,depth+1)]);return narrower(
-1,0)}function toggleFilter(group,index){let selected=new Set(state.chosen[group]);selected.delete(index)||selected.add(
index),change({chosen:{...state.chosen,[group]:selected}},{refit:!0})}function legendItem(group,index,depth){let count=el(
"span",{class:"count"}),mark=legendSwatches[group]?legendSwatches[group](index):"",control=button({class:`item deep-${Math.
min(depth,3)}`,"aria-pressed":"false","data-key":`${group} ${index}`,title:termMeaning(group,index)||null},()=>toggleFilter(
group,index),mark,el("span",{class:"label"},bdi(capitalise(termLabel(group,index)))),count);return legendControls.push({
group,index,control,count}),el("li",{},control)}function legendGroup(group,seen){let isListed=index=>group!=="kind"||state.
unnamed||!HIDDEN_KINDS.has(TERMS.kind[index].id),items=orderTerms(group,seen[group]).filter(([index])=>seen[group].has(index)&&
isListed(index));if(!items.length)return"";let rows2=items.map(([index,depth])=>legendItem(group,index,depth)),isLong=rows2.
length>GROUP_LIMIT+2;items.slice(GROUP_LIMIT).some(([index])=>state.chosen[group].has(index))&&expandedGroups.add(group);
let search2=isLong?el("input",{type:"search",class:"within",autocomplete:"off",spellcheck:"false","data-key":`within ${group}`,
"aria-label":translate("findWithin",translate(`group_${group}`)),placeholder:translate("findHintWithin",formatNumber(rows2.
length))}):null,names=isLong?items.map(([index])=>termNames(group,index).map(normalise)):[],more=isLong?button({class:"l\
ink more"},()=>{expandedGroups.add(group),showRows(),rows2[GROUP_LIMIT].firstChild.focus()},translate("more_n",rows2.length-
GROUP_LIMIT)):"",none=el("p",{class:"hint",role:"status",hidden:!0});function showRows(){let text=search2?normalise(search2.
value.trim()):"",isWhole=!isLong||expandedGroups.has(group);rows2.forEach((row,place2)=>{row.hidden=text?!names[place2].
some(name2=>name2.includes(text)):!isWhole&&place2>=GROUP_LIMIT}),more&&(more.hidden=isWhole||text!==""),none.hidden=!rows2.
every(row=>row.hidden),none.textContent=none.hidden?"":translate("notFound",search2?.value)}return search2?.addEventListener(
"input",showRows),showRows(),el("section",{class:"group"},el("h3",{id:`group-${group}`},translate(`group_${group}`)),search2,
el("ul",{"aria-labelledby":`group-${group}`},...rows2),none,more)}var expandedGroups=new Set;function dropdown(key,options,chosen,onSelect,note){
let control=el("select",{},...options.map(([value,text])=>el("option",{value,selected:String(value)===String(chosen)},text)));
return control.addEventListener("change",()=>onSelect(control.value)),control.dataset.key=key,el("label",{class:"option",
title:note||null},el("span",{},translate(key)),control)}var SWITCHES={proved:[isProvedOnly,isOn=>({chosen:{...state.chosen,
mark:new Set(isOn?[PROVED]:[])}})],voiced:[()=>state.voices>1,isOn=>({voices:isOn?2:1})],people:[()=>state.people,people=>({
people})],unnamed:[()=>state.unnamed,unnamed=>({unnamed})]};function checkbox(name2){let input=el("input",{type:"checkbo\
x",id:`switch-${name2}`});return input.addEventListener("change",()=>change(SWITCHES[name2][1](input.checked),{refit:!0})),
el("label",{class:"switch"},input,el("span",{class:"label"},translate(`switch_${name2}`)))}function buildLegend(){let seen=occurringTerms(),
focused=document.activeElement&&document.activeElement.closest("#legend")?document.activeElement:null,focusedKey=focused&&
(focused.id||focused.dataset.key);legendControls.length=0;let measure=DATA.measures.find(({name:name2})=>name2===state.measure);
legendElement.replaceChildren(el("p",{class:"hint"},el("span",{},translate("hint")),button({class:"link",id:"clear"},()=>{
reset(),bySelector("#legend .item, #legend-fold summary").focus()},translate("showAll"))),el("section",{class:"group"},el(
"h3",{},translate("group_evidence")),checkbox("proved"),checkbox("voiced")),...["set","promise","type","form","country",
"sector","place","mark","kind","tier"].map(group=>legendGroup(group,seen)),el("section",{class:"group"},el("h3",{},translate(
"group_picture")),MEASURES.length?dropdown("sizeBy",DATA.measures.map(({name:name2})=>[name2,capitalise(measureName(name2))]),
state.measure,name2=>change({measure:name2}),measure&&measure.meaning):"",isPerson.includes(1)?checkbox("people"):"",isUnnamed.
includes(1)?checkbox("unnamed"):"")),refreshLegend(),focusedKey&&[...legendElement.querySelectorAll("[id], [data-key]")].
find(control=>(control.id||control.dataset.key)===focusedKey)?.focus()}function refreshLegend(){for(let{group,index,control:control2,
count}of legendControls){let remaining=facetCounts[group][index];count.textContent=formatNumber(remaining);let chosen=state.
chosen[group];control2.setAttribute("aria-pressed",String(chosen.has(index))),control2.classList.toggle("none",!remaining),
control2.classList.toggle("off",chosen.size>0&&!chosen.has(index))}for(let[name2,[isOn]]of Object.entries(SWITCHES)){let control2=document.
getElementById(`switch-${name2}`);control2&&(control2.checked=isOn())}let control=legendElement.querySelector("select");
control&&(control.value=state.measure),byId("clear").hidden=!isRestricted()}var legendElement=byId("legend");onChange(changed=>{
["language","unnamed"].some(name2=>changed.has(name2))?buildLegend():changed.has("shown")&&refreshLegend()});var legend=bySelector(".legend"),fold2=byId("legend-fold"),opener=byId("filters"),isOpen=()=>legend.classList.contains("\
sheet");function setSheet(open2){legend.classList.toggle("sheet",open2),opener.setAttribute("aria-expanded",String(open2)),
fold2.open=open2,open2?(legend.scrollTop=0,byId("stage").scrollIntoView(),bySelector("summary",fold2).focus({preventScroll:!0})):
legend.contains(document.activeElement)&&opener.focus({preventScroll:!0})}opener.addEventListener("click",()=>setSheet(!isOpen()));
fold2.addEventListener("toggle",()=>{!fold2.open&&isOpen()&&setSheet(!1)});addEventListener("keydown",event=>{event.key!==
"Escape"||!isOpen()||(event.preventDefault(),setSheet(!1))},!0);onChange(changed=>{if(changed.has("shown")||changed.has(
"language")){let count=countRestrictions();opener.textContent=count?translate("filtersSet",formatNumber(count)):translate(
"filters")}changed.has("selection")&&state.selection&&isOpen()&&setSheet(!1)});var timeElement=byId("time"),CHANGE_DAYS=(()=>{let changes=new Map,count=0;for(let statuses of ENGAGEMENTS.status)statuses.
forEach((day,position)=>{position%3===1&&day!==null?changes.set(day,(changes.get(day)||0)+(position===1?1:0)):position===
1&&(count+=1)});return[...changes.keys()].sort((a,b)=>a-b).map(day=>({day,count:count+=changes.get(day)}))})(),MONTH=day=>{
let[year,month]=monthOf(day).split("-");return Number(year)*12+Number(month)-1},monthText=month=>`${Math.floor(month/12)}\
-${String(month%12+1).padStart(2,"0")}`,MONTHS=(()=>{let steps=ENGAGEMENTS.steps.flatMap(list4=>list4.map(([,,earliest,latest])=>earliest??
latest)).filter(day=>day!==null);if(!steps.length)return{first:0,last:0,counts:[]};let[first,last3]=steps.map(MONTH).reduce(
([least,most],month)=>[Math.min(least,month),Math.max(most,month)],[1/0,-1/0]),counts=new Array(last3-first+1).fill(0);for(let day of steps)
counts[MONTH(day)-first]+=1;return{first,last:last3,counts}})();function barChart(heights){let highest=Math.max(1,...heights),
width=100/heights.length;return svg("svg",{class:"bars",viewBox:"0 0 100 20",preserveAspectRatio:"none","aria-hidden":"t\
rue"},...heights.map((height,index)=>{let barHeight=height?Math.max(1,20*height/highest):0;return svg("rect",{x:(index*width).
toFixed(3),width:(width*.86).toFixed(3),y:(20-barHeight).toFixed(2),height:barHeight.toFixed(2)})}))}function thin(heights,combine2){
let stretch=Math.max(1,Math.ceil(heights.length/120));return Array.from({length:Math.ceil(heights.length/stretch)},(_,bar)=>combine2(
heights.slice(bar*stretch,(bar+1)*stretch)))}function slider(id,min,max,value,label2,onInput){let input=el("input",{type:"\
range",id,min,max,step:1,"aria-label":label2});input.value=value;let frame=0,isDragged=!1,apply=()=>{cancelAnimationFrame(
frame),frame=0,onInput(Number(input.value),{replace:isDragged}),isDragged=!0};return input.addEventListener("input",()=>{
onInput(Number(input.value)),cancelAnimationFrame(frame),frame=requestAnimationFrame(apply)}),input.addEventListener("ke\
ydown",({repeat})=>{isDragged=repeat}),input.addEventListener("change",()=>{frame&&apply(),isDragged=!1}),input}var sliderPositionOf=day=>{
if(day===null)return CHANGE_DAYS.length;let nextChange=CHANGE_DAYS.findIndex(({day:changeDay})=>changeDay>day);return Math.
max(0,nextChange<0?CHANGE_DAYS.length-1:nextChange-1)},sliderDay=position=>position>=CHANGE_DAYS.length?null:CHANGE_DAYS[position].
day,PLAY_SECONDS=12,player=0,playedDay=null;function stopPlaying(){clearInterval(player),player=0,showPlaying()}function showPlaying(){
let control=document.getElementById("play");control&&(control.textContent=player?"❚❚":"▶",control.setAttribute("ar\
ia-label",translate(player?"pause":"play")))}function togglePlay(){if(player)return stopPlaying();let[first,last3]=[CHANGE_DAYS[0].
day,CHANGE_DAYS[CHANGE_DAYS.length-1].day],day=state.asOf??first,replace=!1;player=setInterval(()=>{day+=Math.max(1,Math.
round((last3-first)/(PLAY_SECONDS*4))),day>=last3&&stopPlaying(),playedDay=day>=last3?null:day,change({asOf:playedDay},{
replace}),replace=!0},250),showPlaying()}var parseTyped=text=>parseDay(/^\d{4}$/.test(text)?`${text}-12-31`:text)??daysOfMonth(
text)?.[1]??null;function dayField(){let error=el("p",{id:"as-of-error",role:"alert"}),field=el("input",{id:"as-of-day",
inputmode:"numeric",size:10,placeholder:translate("now"),title:"YYYY-MM-DD",autocomplete:"off","aria-label":translate("a\
sOfTyped"),"aria-describedby":"as-of-error"});return field.addEventListener("change",()=>{let text=field.value.trim(),day=text?
parseTyped(text):null,isWrong=!!text&&day===null;error.textContent=isWrong?translate("noDate",text):"",field.setAttribute(
"aria-invalid",String(isWrong)),isWrong||change({asOf:day})}),el("span",{class:"day"},field,error)}function buildSliders(){
let parts=[];if(CHANGE_DAYS.length>1){let heights=thin(CHANGE_DAYS.map(({count})=>count),counts=>counts.at(-1));parts.push(
el("div",{class:"span"},button({id:"play",class:"play"},togglePlay),el("span",{class:"what"},translate("asOf")),el("div",
{class:"track"},barChart(heights),slider("as-of",0,CHANGE_DAYS.length,sliderPositionOf(state.asOf),translate("asOfLong"),
(position,options)=>{player&&stopPlaying(),showAsOf(sliderDay(position)),options&&change({asOf:sliderDay(position)},options)})),
el("output",{id:"as-of-text",for:"as-of",class:"visually-hidden"}),dayField()))}if(MONTHS.last>MONTHS.first){let monthSlider=side=>slider(
`month-${side}`,MONTHS.first,MONTHS.last,side?MONTHS.last:MONTHS.first,translate(side?"toMonth":"fromMonth"),(value,options)=>{
let months=[0,1].map(index=>Number(byId(`month-${index}`).value));if(months[0]>months[1]&&(byId(`month-${1-side}`).value=
months[1-side]=value),showMonths(months),!options)return;let whole=months[0]===MONTHS.first&&months[1]===MONTHS.last,[first,
last3]=months.map(month=>daysOfMonth(monthText(month)));change({period:whole?null:[first[0],last3[1]]},options)});parts.
push(el("div",{class:"span",title:translate("monthsLong")},el("span",{class:"what"},translate("months_of")),el("div",{class:"\
track two"},barChart(thin(MONTHS.counts,sum)),monthSlider(0),monthSlider(1)),el("output",{id:"months-text"})))}timeElement.
replaceChildren(...parts),timeElement.hidden=!parts.length,showPlaying(),refreshSliders()}var trackOf=id=>byId(id).parentElement;
function dimBars(id,from,to){let bars=[...trackOf(id).querySelectorAll("rect")];bars.forEach((bar,index)=>{let share=bars.
length>1?index/(bars.length-1):0;bar.classList.toggle("out",share<from-.005||share>to+.005)})}function showAsOf(day){dimBars(
"as-of",0,sliderPositionOf(day)/CHANGE_DAYS.length);let text=day===null?translate("now"):formatDay(day);byId("as-of-text").
textContent=text,byId("as-of").setAttribute("aria-valuetext",text),byId("as-of-day").value=day===null?"":formatIsoDay(day),
byId("as-of-error").textContent=""}function showMonths([from,to]){let length=MONTHS.last-MONTHS.first,text=[...new Set([
from,to])].map(month=>formatShortDate(monthText(month))).join(" – ");byId("months-text").textContent=text,[from,to].forEach(
(month,side)=>byId(`month-${side}`).setAttribute("aria-valuetext",formatDate(monthText(month)))),dimBars("month-0",(from-
MONTHS.first)/length,(to-MONTHS.first)/length),trackOf("month-0").classList.toggle("right",from>MONTHS.first+length/2)}function refreshSliders(){
let asOf=document.getElementById("as-of");if(asOf&&(asOf.value=sliderPositionOf(state.asOf),showAsOf(state.asOf)),!document.
getElementById("month-0"))return;let months=state.period?state.period.map(day=>Math.min(MONTHS.last,Math.max(MONTHS.first,
MONTH(day)))):[MONTHS.first,MONTHS.last];months.forEach((month,side)=>{byId(`month-${side}`).value=month}),showMonths(months)}
onChange(changed=>{player&&changed.has("asOf")&&state.asOf!==playedDay&&stopPlaying(),changed.has("language")?buildSliders():
(changed.has("asOf")||changed.has("period"))&&refreshSliders()});var HAN="\\u3400-\\u9fff",LETTER=`(?:(?![${HAN}])[\\p{L}\\p{N}])`,TOKEN=new RegExp(`[${HAN}]|${LETTER}+(?:'${LETTER}+)*`,
"gu"),HAS_HAN=new RegExp(`[${HAN}]`),HAN_OR_DIGIT=new RegExp(`[0-9${HAN}]`),[UNKNOWN,IN_TITLE,IN_PHRASE,IN_PART,IN_HAN,NO_PART]=[
10,3,1.5,1.05,2.5,2],[EARLIEST,LATEST]=[1950,2049],SHORT=2,MOST_BETWEEN=3,FULL=3,PART=1,[WORD2,TEXT2]=[3,0],MOST_PARTS=6,
ASIDE="aside",LEAST_SOUND=3,LEAST_JOINED=6,LEAST_SPELT=3,isOffice2=([role,value])=>role==="word"&&value==="office",isOutside=([
role,value])=>role==="word"&&value==="outside",SUM=/^\d+(k|mn?|mln|bn?|bln|tn|cr)$/,isNumber=key=>/^\d+$/.test(key),UNIT=[
"word","unit",WORD2,0],STATED=["word","stated",WORD2,0],LEAST_STATED=5,isUnit=({meanings})=>meanings.length===1&&meanings[0][1]===
"unit",isYear2=key=>isNumber(key)&&Number(key)>=EARLIEST&&Number(key)<=LATEST,isAmount=span=>isUnit(span)||SUM.test(span.
key)||isNumber(span.key)&&!isYear2(span.key);function leaveOutSums(spans){for(let i=1;i<spans.length;i+=1){let words=wordsOf(
spans[i]),isNamed=i>1&&namesOf3(spans[i-1],["sector","country"]).length,count=spans[isNamed?i-2:i-1];if((words.has("agre\
ement")||words.has("memo"))&&isAmount(count)&&isNumber(count.key)&&Number(count.key)>=LEAST_STATED&&(count.meanings=[STATED]),
!words.has("unit")||!isAmount(spans[i-1]))continue;let start=i-1;for(spans[i].meanings=[UNIT];start&&isAmount(spans[start-
1]);)start-=1;for(let each of spans.slice(Math.max(start-MOST_BETWEEN,0),start))wordsOf(each).has("money")&&(each.meanings=
[["word",ASIDE,WORD2,0]])}}var wordsOf=span=>new Set(span.meanings.filter(([role])=>role==="word").map(([,value])=>value));
function keysOf({key,meanings}){let own=meanings.filter(([role])=>role==="text").map(([,value])=>value);return own.length&&
own.length===meanings.length?own.slice(0,1):key.split(" ")}var namesOf3=(span,roles)=>span.meanings.filter(([role])=>roles.
includes(role)).sort((a,b)=>b[2]-a[2]||roles.indexOf(a[0])-roles.indexOf(b[0])||b[3]-a[3]||(a[1]<b[1]?-1:+(a[1]>b[1])));
function isBesideOffice(spans,i){let beside2=spans[HAS_HAN.test(spans[i].key)?i+1:i-1];return!!beside2&&wordsOf(beside2).
has("office")}function isOfficeOf(spans,i){let person=spans[HAS_HAN.test(spans[i].key)?i-1:i+1];return wordsOf(spans[i]).
has("office")&&!!person&&namesOf3(person,["person"]).length>0}function partsOf(keys,role,stops,words){if(HAS_HAN.test(keys[0]?.[0]??
"")){let halves=keys.flatMap((_,place2)=>[...place2>1?[keys.slice(0,place2)]:[],...place2>1&&place2<keys.length-3?[keys.
slice(place2)]:[]]).map(half=>half.join(" "));return role==="agent"?halves.filter(part=>!words.has(part)):[]}if(keys.length<
2)return[];let isTitle=!["agent","person","place"].includes(role),alone=isTitle?[]:role==="person"?[keys[0],keys[keys.length-
1]]:[keys[0]],found=new Set(alone.filter(each=>each.length>3&&!stops.has(each)));for(let start=0;start<(isTitle?keys.length:
1);start+=1)for(let end=start+2;end<=keys.length&&!words.has(keys[start]);end+=1){let isEnd=key=>stops.has(key)||isNumber(
key);end-start<keys.length&&!isEnd(keys[start])&&!isEnd(keys[end-1])&&found.add(keys.slice(start,end).join(" "))}return[
...found]}function distance(one,other,most){let last3,before2=[],row=Array.from({length:other.length+1},(_,place2)=>place2);
for(let i=1;i<=one.length;i+=1){[last3,before2,row]=[before2,row,[i]];for(let j=1;j<=other.length;j+=1){let value=Math.min(
before2[j]+1,row[j-1]+1,before2[j-1]+ +(one[i-1]!==other[j-1]));i>1&&j>1&&one[i-1]===other[j-2]&&one[i-2]===other[j-1]&&
(value=Math.min(value,last3[j-2]+1)),row.push(value)}if(Math.min(...row)>most)return most+1}return Math.min(row[row.length-
1],most+1)}function createLexicon(box2){let from=[...box2.fold[0]],to=[...box2.fold[1]],fold3=new Map([...from.map((char,place2)=>[
char,to[place2]]),["&"," and "],["’","'"]]),phrases=new Map,add=(phrase,meaning)=>{if(!phrase)return;let found=phrases.
get(phrase);found?found.some(each=>each.every((part,place2)=>part===meaning[place2]))||found.push(meaning):phrases.set(phrase,
[meaning])},stems=new Map,cutEnding=word=>{if(/^\d/.test(word))return word.replace(/^(\d+)(st|nd|rd|th)$/,"$1");for(let[
ending,instead,least]of box2.endings){let left=word.length-ending.length;if(left>=least&&word.endsWith(ending))return word.
slice(0,left)+instead}return word},stem=word=>(stems.has(word)||stems.set(word,cutEnding(word)),stems.get(word));function tokens(text){
let folded="",place2=0,places=[],isPlain2=/^[\0-%'-\x7f]*$/.test(text);isPlain2&&(folded=text.toLowerCase());for(let char of isPlain2?
"":text){for(let part of char<""?char:char.toLowerCase().normalize("NFKD")){if(part>=""&&/[\p{M}\p{C}]/u.test(part))
continue;let own=part.toLowerCase(),instead=fold3.get(own)??own;folded+=instead;for(let unit=0;unit<instead.length;unit+=
1)places.push(place2)}place2+=char.length}return[...folded.toLowerCase().matchAll(TOKEN)].map(({0:found,index})=>({key:stem(
found.includes("'")?found.replace(/'s$/,"").replaceAll("'",""):found),start:isPlain2?index:places[index],end:(isPlain2?index+
found.length-1:places[index+found.length-1])+1}))}let keys=new Map;function key(text){return keys.has(text)||keys.set(text,
tokens(text).map(token=>token.key).join(" ")),keys.get(text)}let plain=box2.plain&&new Set(box2.plain),letters=new Map(Object.
entries(box2.letters).map(([name2,letter])=>[key(name2),letter])),asides=new Set;for(let kind of["word","month","number",
"decade"])for(let[value,found]of Object.entries(box2[`${kind}s`]))for(let text of found)value===ASIDE?asides.add(key(text)):
add(key(text),[kind,value,WORD2,0]);let stops=new Set([...phrases].filter(([,found])=>found.some(([role,value])=>role===
"word"&&value==="stop")).map(([phrase])=>phrase)),words=new Set(phrases.keys()),texts=new Set,parts=new Map,small=new Set(
[...phrases].filter(([,found])=>found.some(([,value])=>box2.small.includes(value))).map(([phrase])=>phrase)),idle=new Set(
[...stops,...small]),sounds=Object.entries(box2.sounds).sort((a,b)=>b[0].length-a[0].length||(a[0]<b[0]?-1:1)),called=new Map,
spoken=new Set;for(let[name2,role,value,uses]of box2.names){let own=key(name2).split(" ").filter(Boolean);if(box2.parts.
includes(role))for(let each of own)/^[a-z]+$/i.test(each)&&spoken.add(each);if(role==="person"&&own.length)for(let each of new Set(
[own[0],own[own.length-1]])){let people=called.get(each)??[];people.some(([,other])=>other===value)||called.set(each,[...people,
[role,value,PART,uses]])}if(add(own.join(" "),[role,value,FULL,uses]),role==="post"&&add(own.join(" "),["word","office",
WORD2,0]),box2.titles.includes(role))for(let each of own)each.length>=SHORT&&!isNumber(each)&&!HAS_HAN.test(each)&&texts.
add(each);if(!box2.parts.includes(role))continue;let ends=box2.titles.includes(role)?words:small;for(let part of partsOf(
own,role,idle,ends)){if(role!=="person"&&isCommon(part,plain))continue;let found=parts.get(part);found?found.push([role,
value,PART,uses]):parts.set(part,[[role,value,PART,uses]])}}let isCountry3=word=>phrases.get(word)?.some(([role])=>role===
"country"),offices=[...words].filter(phrase=>/^[\u3400-\u9fff] /.test(phrase)&&phrases.get(phrase).some(isOffice2));for(let[
part,found]of parts)if(!offices.some(phrase=>part.endsWith(` ${phrase}`))&&!part.split(" ").every(isCountry3)&&!(phrases.
has(part)||new Set(found.map(([,value])=>value)).size>MOST_PARTS))for(let meaning of found)add(part,meaning);for(let word of called.
keys())word.length===SHORT&&texts.delete(word);let said=new Map;for(let[word,written]of Object.entries(box2.texts))for(let each of texts.
has(key(word))?written.map(key):[])said.has(each)||said.set(each,key(word));for(let word of[...new Set([...texts,...said.
keys()])].sort())(phrases.get(word)?.some(isOutside)??!0)&&add(word,["text",said.get(word)??word,TEXT2,0]);for(let each of[
...asides].filter(phrase=>!phrases.has(phrase)).sort())add(each,["word",ASIDE,WORD2,0]);let several=[...phrases.keys()].
filter(phrase=>[...phrase].length>LEAST_JOINED&&phrase.includes(" ")).sort(),asOne=new Map(several.map(phrase=>[stem(phrase.
replaceAll(" ","")),phrase])),longest=Math.max(...[...phrases.keys()].map(phrase=>phrase.split(" ").length)),known2=new Set(
[...phrases.keys()].flatMap(phrase=>phrase.split(" ")).filter(word=>word.length>3));function soundOf(word){let found="";
for(let place2=0;place2<word.length;){let[letter,instead]=sounds.find(([each])=>word.startsWith(each,place2))??[word[place2],
""],own=instead||(place2?"":"-");own!==found.slice(-1)&&(found+=own),place2+=letter.length}return found.replace(/^-s/,"s")}
let sounding=new Map,namesSounding=sound=>{if(!sounding.size)for(let each of[...spoken].sort()){let own=soundOf(each);sounding.
set(own,[...sounding.get(own)??[],each])}return sounding.get(sound)??[]};function heard(word,beside2){if(/^[\0-\x7f]*$/.
test(word)||HAS_HAN.test(word))return"";let sound=soundOf(word),all=namesSounding(sound),around=new Set(beside2.flatMap(
each=>[...each.split(" "),...namesSounding(soundOf(each))])),paired=all.filter(each=>[...around].some(a=>phrases.has(`${each}\
 ${a}`)||phrases.has(`${a} ${each}`))),near=sound.replace(/^-/,"").length<LEAST_SOUND||all.length>1?paired:all;return near.
length===1?near[0]:""}function nameByOffice(found){found.forEach((span,i)=>{let people=called.get(span.key)??[];if(span.
meanings.length||!people.length||people.length>MOST_PARTS)return;(people.length===1&&!(span.key.length===1&&HAS_HAN.test(
span.key))||isBesideOffice(found,i))&&(span.meanings=[...people])})}let isPlain=span=>isCommon(span.text.toLowerCase(),plain)||
span.text.length===1&&HAS_HAN.test(span.text),isWord=(each,kind="")=>(phrases.get(each)??[]).some(([role,value])=>role===
"word"&&(!kind||value===kind));function nearest3(word){if(word.length<5||HAN_OR_DIGIT.test(word))return"";let most=word.
length<8?1:2,[least,best]=[most,[]];for(let other of known2){if(other[0]!==word[0]||Math.abs(other.length-word.length)>most)
continue;let far=distance(word,other,least);far>least||(far<least&&([least,best]=[far,[]]),best.push(other))}let isFiller=each=>phrases.
get(each)?.every(([role,value])=>role==="word"&&["stop",ASIDE].includes(value)),valuesOf=each=>new Set((phrases.get(each)??
[]).map(([role,value])=>`${role} ${value}`)),meant=new Map(best.map(each=>[each,valuesOf(each)])),[first,...others]=meant.
values();if(first&&[...first].some(one=>others.every(other=>other.has(one)))){let size=each=>meant.get(each).size;return best.
sort((one,other)=>size(other)-size(one)||(one<other?-1:1))[0]}let told=best.filter(each=>isWord(each)&&!isFiller(each));
return told.length===1?told[0]:best.length===1||best.every(isFiller)?best.sort()[0]??"":""}function knownKey(all){let single=all.
map(token=>token.key),apart=single.join(" "),joined=single.join("");if(phrases.has(apart))return apart;if(single.length===
1)return asOne.get(apart)??uninflected(apart,phrases,plain);if(single.length===2&&phrases.has(joined)&&!stops.has(single[0]))
return joined;let spelt=single.length>=LEAST_SPELT?single.map(each=>letters.get(each)??" ").join(""):"";return phrases.has(
spelt)?spelt:apart}function costOf(phrase,length){let meanings=phrases.get(phrase);if(!meanings)return isNumber(phrase)?
1:UNKNOWN*length;let best=Math.max(...meanings.map(([,,weight])=>weight));return meanings.some(isOutside)?NO_PART:best===
TEXT2?length===1?IN_TITLE:IN_PHRASE:best===PART&&HAS_HAN.test(phrase[0])?IN_HAN:best===PART&&!meanings.some(([role])=>role===
"agent"||role==="person")?IN_PART*length:1}function cut(text,all){let cost=Array(all.length+1).fill(0),step=Array(all.length).
fill(1);for(let start=all.length-1;start>=0;start-=1){cost[start]=UNKNOWN+cost[start+1];for(let length=Math.min(longest,
all.length-start);length>0;length-=1){let own=costOf(knownKey(all.slice(start,start+length)),length)+cost[start+length];
own<cost[start]&&([cost[start],step[start]]=[own,length])}}let found=[];for(let start=0;start<all.length;start+=step[start]){
let end=start+step[start],phrase=knownKey(all.slice(start,end)),from_=all[start].start,to_=all[end-1].end,written=text.slice(
from_,to_),meanings=phrases.get(phrase)||[],isUpper=written===written.toUpperCase()&&written!==written.toLowerCase();small.
has(phrase)&&!isUpper&&(meanings=meanings.filter(([role])=>["word","month","number"].includes(role))),/['\u2019]s$/.test(
written)&&meanings.some(isOffice2)&&(meanings=meanings.filter(each=>!isOffice2(each)),meanings.length||(meanings=[["word",
"aside",WORD2,0]])),!meanings.length&&SUM.test(phrase)&&(meanings=[UNIT]),isNumber(phrase)&&(meanings=[["number",phrase,
WORD2,0]]),found.push({text:written,start:from_,end:to_,key:phrase,meanings,written:""})}return leaveOutSums(found),found}
function spans(text,corrects=!0){let all=tokens(text),found=cut(text,all);corrects&&nameByOffice(found);let corrected=new Map;
for(let[i,span]of corrects?found.entries():[]){if(span.meanings.length||isCommon(span.text.toLowerCase(),plain))continue;
let last3=found[i-1],joined=last3&&!last3.meanings.length&&!corrected.has(last3.start)&&heard(last3.key+span.key,[]);if(joined){
corrected.set(last3.start,joined).set(span.start,"");continue}let beside2=[found[i-1],found[i+1]].flatMap(each=>each?[each.
key]:[]),near=heard(span.key,beside2)||nearest3(span.key);near&&corrected.set(span.start,near)}if(!corrected.size)return found;
all=all.map(token=>({...token,key:corrected.get(token.start)??token.key}));for(let i=all.length-1;i>0;i-=1)all[i].key||all.
splice(i-1,2,{...all[i-1],end:all[i].end});found=cut(text,all);for(let span of found)[...corrected.keys()].some(start=>span.
start<=start&&start<span.end)&&(span.written=span.text);return found}return{key,spans,stops,isPlain,isWord}}var FACETS=["type","sector","form","kind","country","status","place"],IDLE=["stop","who","what","which","about","now","l\
ist","and","in","has","where","this"],EXCLUDABLE=["agent","group","person","event","engagement","thing",...FACETS.filter(
each=>each!=="status")],PASSED=["stop","and","in","compare"];function exclude(spans){let isBetween=span=>PASSED.some(word=>wordsOf(
span).has(word))&&!namesOf3(span,EXCLUDABLE).length,nextName=(start,step)=>{let i=start;for(;spans[i]&&isBetween(spans[i]);)
i+=step;return spans[i]&&namesOf3(spans[i],EXCLUDABLE).length?i:-1};spans.forEach((span,i)=>{let isBefore=wordsOf(span).
has("excluding"),step=isBefore?1:-1,place2=isBefore||wordsOf(span).has("all_but")?nextName(i+step,step):-1;for(place2>=0&&
(span.meanings=[["word","excluding",WORD2,0]]);place2>=0;){let[[,value]]=namesOf3(spans[place2],EXCLUDABLE);spans[place2].
meanings=[["excluded",`-${value}`,FULL,0]];let words=spans[place2+step]?wordsOf(spans[place2+step]):new Set;place2=words.
has("and")&&words.has("range")||words.has("compare")?nextName(place2+2*step,step):-1}})}function readInTitles(spans,when,beside2){
spans.forEach((span,i)=>{let others=spans.filter((_,j)=>j!==i&&!when.used.has(j)),terms=beside2[span.key],isIdle=each=>IDLE.
some(word=>wordsOf(each).has(word)),isBeside=each=>each.meanings.some(([,value])=>terms.includes(value));terms&&(others.
some(isBeside)||others.every(isIdle))&&(span.meanings=[["text",span.key,TEXT2,0]])})}var DAY=864e5,format=time2=>new Date(time2).toISOString().slice(0,10),shift=(day,days)=>format(Date.parse(day)+days*DAY),
isDay=text=>!Number.isNaN(Date.parse(text))&&format(Date.parse(text))===text,pad=number=>String(number).padStart(2,"0"),
monthOf2=(year,month)=>[`${year}-${pad(month)}-01`,format(Date.UTC(year,month,0))],yearOf2=year=>[`${year}-01-01`,`${year}\
-12-31`],isLatin=text=>/^[\0-\x7f]*$/.test(text),LENGTHS={year_word:365.25,month_word:30.44,week_word:7,day_word:1},SHARES={
first_half:[1,6],second_half:[7,12],quarter_1:[1,3],quarter_2:[4,6],quarter_3:[7,9],quarter_4:[10,12]},PARTS2=["beginnin\
g_of","middle_of","end_of",...Object.keys(SHARES)],isAny=(span,kinds)=>{let words=wordsOf(span);return kinds.some(kind=>words.
has(kind))};function partOf(span,first,last3){let share=Object.entries(SHARES).find(([kind])=>isAny(span,[kind]))?.[1],year=Number(
first.slice(0,4));if(share)return[monthOf2(year,share[0])[0],monthOf2(year,share[1])[1]];let length=Math.round((Date.parse(
last3)-Date.parse(first))/DAY),middle2=Math.floor(length/2),around=Math.floor(length/24),sixth=Math.floor(length/6);return isAny(
span,["middle_of"])?[shift(first,middle2-around),shift(first,middle2+around)]:isAny(span,["beginning_of"])?[first,shift(
first,sixth)]:[shift(last3,-sixth),last3]}function daysOf(spans,first,last3){let has=kind=>spans.some(span=>isAny(span,[
kind]));return[has("end_of")?last3:first,has("beginning_of")?first:last3]}var round=number=>number%1===.5?2*Math.round(number/
2):Math.round(number);function dateAt(spans,place2,today){let value=(at3,kind)=>Number((spans[at3]?.meanings??[]).find(([
role])=>role===kind)?.[1]??0),unit=(at3,...kinds)=>kinds.find(kind=>spans[at3]&&wordsOf(spans[at3]).has(kind))||"",year=at3=>{
let number2=value(at3,"number");return number2>=EARLIEST&&number2<=LATEST?number2:0},later=at3=>{let until=unit(at3,"ran\
ge","and")?[at3,at3+1,at3+2,at3+3,at3+4]:[];return year(at3)||year(until.find(year)??at3)},within=isAny(spans[place2],PARTS2)&&
place2+1<spans.length&&dateAt(spans,place2+1,today);if(within)return[place2,within[1],...partOf(spans[place2],within[2],
within[3])];let current=Number(today.slice(0,4)),isPart=at3=>at3<spans.length&&isAny(spans[at3],PARTS2)&&(!isLatin(spans[at3].
key)||isAny(spans[at3],Object.keys(SHARES))),parted=(at3,first2,last3)=>isPart(at3)?[place2,at3+1,...partOf(spans[at3],first2,
last3)]:[place2,at3,first2,last3];if(isAny(spans[place2],Object.keys(SHARES)))return parted(place2,...yearOf2(current));
if(unit(place2,"year_before_last"))return parted(place2+1,...yearOf2(current-2));let back=value(place2,"number");if(back&&
back<100&&unit(place2+2,"ago")){if(unit(place2+1,"year_word"))return[place2,place2+3,...yearOf2(current-back)];let month2=current*
12+Number(today.slice(5,7))-1-back;if(unit(place2+1,"month_word"))return[place2,place2+3,...monthOf2(Math.floor(month2/12),
month2%12+1)]}if(unit(place2,"recently")&&!unit(place2+1,"year_word","month_word")&&!value(place2+1,"number"))return[place2,
place2+1,`${current-2}${today.slice(4)}`.replace("02-29","02-28"),today];let near=unit(place2,"last","this")&&!year(place2+
2)?value(place2+1,"month"):0;if(near){let isAhead=near>=Number(today.slice(5,7))&&unit(place2,"last");return[place2,place2+
2,...monthOf2(current-+!!isAhead,near)]}if(unit(place2,"last","this")){let number2=value(place2+1,"number"),after2=place2+
1+ +!!number2,kind=unit(after2,...Object.keys(LENGTHS));if(kind&&number2&&number2<100)return[place2,after2+1,shift(today,
-round(number2*LENGTHS[kind])),today];let ago=unit(place2,"last")?1:0;if(unit(place2+1,...PARTS2)&&!isLatin(spans[place2+
1].key))return parted(place2+1,...yearOf2(current-ago));if(!["year_word","month_word"].includes(kind)||after2!==place2+1)
return null;if(kind==="year_word")return parted(after2+1,...yearOf2(current-ago));let month2=current*12+Number(today.slice(
5,7))-1-ago;return[place2,after2+1,...monthOf2(Math.floor(month2/12),month2%12+1)]}let decade=value(place2,"decade");if(decade)
return[place2,place2+1,`${decade}-01-01`,`${decade+9}-12-31`];let named=value(place2,"month"),day=value(place2,"number"),
oneDay=(end2,text2)=>isDay(text2)?[place2,end2,text2,text2]:null,after=place2+1+ +!!unit(place2+1,"range","and"),end=value(
after,"number");if(day>0&&day<end&&end<=31&&value(after+1,"month")&&later(after+2))return oneDay(place2+1,`${later(after+
2)}-${pad(value(after+1,"month"))}-${pad(day)}`);if(named&&later(place2+1))return[place2,place2+1+ +(year(place2+1)>0),...monthOf2(
later(place2+1),named)];if(named&&value(place2+1,"number")>0&&value(place2+1,"number")<=31&&year(place2+2))return oneDay(
place2+3,`${year(place2+2)}-${pad(named)}-${pad(value(place2+1,"number"))}`);if(day&&day<=31&&value(place2+1,"month")&&later(
place2+2))return oneDay(place2+2+ +(year(place2+2)>0),`${later(place2+2)}-${pad(value(place2+1,"month"))}-${pad(day)}`);
let first=year(place2);if(!first)return null;let at2=place2+1;unit(at2,"year_word")&&!isLatin(spans[at2].key)&&(at2+=1);
let number=value(at2,"number"),month=value(at2,"month")||(number>0&&number<=12?number:0);if(!month)return parted(at2,...yearOf2(
first));at2+=1,unit(at2,"month_word")&&(at2+=1);let text=`${first}-${pad(month)}-${pad(value(at2,"number"))}`;return!value(
at2,"number")||!isDay(text)?parted(at2,...monthOf2(first,month)):[place2,at2+1+ +!!unit(at2+1,"day_word"),text,text]}function beside(spans,start,end,roles){
let found=[];for(let step of[-1,1]){let passed=[];for(let place2=step<0?start-1:end;place2>=0&&place2<spans.length;place2+=
step){let words=wordsOf(spans[place2]),role=roles.find(each=>words.has(each));if(role&&!(step>0&&["in","until","as_of"].
includes(role)&&isLatin(spans[place2].key))){found.push({role,used:[place2,...passed]});break}if(!words.has("stop")||passed.
length>1)break;passed.push(place2)}}return found.sort((a,b)=>roles.indexOf(a.role)-roles.indexOf(b.role))[0]??null}var range=(start,end)=>Array.
from({length:Math.max(0,end-start)},(_,place2)=>start+place2);function readDates(spans,today,eventDay){let found={first:"",
last:"",asOf:"",used:new Set},atoms=[];for(let place2=0;place2<spans.length;){let atom=dateAt(spans,place2,today);atom&&
atoms.push(atom),place2=atom?atom[1]:place2+1}if(spans.forEach((span,index)=>{let start2=index+1;for(;start2<spans.length&&
wordsOf(spans[start2]).has("stop");)start2+=1;if(isAny(span,["before","after","since"]))for(let end2=Math.min(start2+4,spans.
length);end2>start2;end2-=1){let part=spans.slice(start2,end2),named=part.flatMap(each=>namesOf3(each,["event"])).find(([
,,weight])=>weight===FULL),day=part.some(each=>namesOf3(each,["event","text"]).length)&&eventDay(new Set(part.flatMap(keysOf)),
named?.[1]);if(day){atoms=[[start2,end2,day,day]];break}}}),!atoms.length)return found;let[[start,end,...whole],second]=atoms,
[first,last3]=whole,use=places=>{for(let place2 of places)found.used.add(place2)};if(use(range(start,end)),second){let[otherStart,
otherEnd,otherFirst,otherLast]=second;if(range(end,otherStart).every(place2=>isAny(spans[place2],["range","and","since",
"until","stop","in"]))){use(range(end,otherEnd)),use([start-1,otherEnd].filter(place2=>spans[place2]&&isAny(spans[place2],
["since","and","until","in"])));let[one,other]=[daysOf(spans.slice(start,end),first,last3),daysOf(spans.slice(otherStart,
otherEnd),otherFirst,otherLast)];return[found.first,found.last]=[one[0]<other[0]?one[0]:other[0],one[1]>other[1]?one[1]:
other[1]],found}}let roles=["as_of","before","after","since","until","in"],{role,used}=beside(spans,start,end,roles)??{role:"\
in",used:[]};return use(used),role!=="in"&&([first,last3]=daysOf(spans.slice(start,end),first,last3)),role==="as_of"?found.
asOf=last3<today?last3:today:role==="before"?found.last=shift(first,-1):role==="after"?[found.first,found.last]=[shift(last3,
1),today]:role==="since"?[found.first,found.last]=[first,today]:role==="until"?found.last=last3:[found.first,found.last]=
[first,last3],found}function eventsIn({first,last:last3,used:dated},days,used){let found=Object.keys(days).filter(event=>first<=
days[event]&&days[event]<=(last3||days[event])).sort();if(!found.length||!first&&!last3)return[];for(let i of dated)used.
add(i);return[found.join(" ")]}var isSame=(a,b)=>JSON.stringify(a)===JSON.stringify(b),compare=(a,b)=>a<b?-1:+(a>b),reading=(kind,answer,used,chosen=new Map,bias=0,rivals=[])=>({
kind,answer,used,chosen,bias,rivals,score:0}),isWithin=(words,title)=>words.every(word=>title.has(word));var WORKS=["engagement","event","thing"],VAGUE=["pcg:Project","pcg:Agreement","pcg:Event","v:agreement"],TELLING=4,SAID=[
"status_word","latest","now","outcome","office","money"],isDeciding=span=>namesOf3(span,["type","form"]).slice(0,1).some(
([,value])=>!VAGUE.includes(value));function createDeciding(box2,{filter,weigh,titles,waysOf,writtenOf},pageOf,address){
function keep2(best,spans,when,isEmpty){let lost=[...spans.keys()].filter(i=>!best.used.has(i)&&!when.used.has(i)&&isDeciding(
spans[i])),found=lost.length?filter(spans,when,["text",...WORKS]):null;return!found||!lost.every(i=>found.used.has(i))||
!found.answer.filters.near||isEmpty(found)?best:weigh(found,spans,when)}function lengthen(best,spans,when,isEmpty){let named=[
...best.chosen].filter(([i,value2])=>namesOf3(spans[i],WORKS).some(([,other2])=>other2===value2)),{parameters={},by}=best.
answer,isPage=best.kind==="filter"&&!by,[[place2,value]=[]]=named;if(named.length!==1||!(isPage||Object.values(parameters).
includes(value)))return best;let own=new Set(Object.values(titles).flatMap(group=>[...group.get(value)??[]])),rest=new Map;
spans.forEach((span,i)=>{let isName=isDeciding(span)||[...wordsOf(span)].every(word=>word===ASIDE);if(when.used.has(i)||
i===place2||!isName||namesOf3(span,["country"]).length)return;let ways=writtenOf(span);ways.length&&!ways.some(way=>isWithin(
way,own))&&rest.set(i,ways)});let lost=[...rest.keys()].filter(i=>!best.chosen.has(i));if(!lost.length)return best;let isKind=[
...rest.keys()].every(i=>isDeciding(spans[i])),isEnough=title=>({way,least})=>way.filter(word=>title.has(word)).length>=
(isKind?least:way.length),isNamed=title=>waysOf(spans[place2]).some(isEnough(title)),isWhole=title=>isNamed(title)&&[...rest.
values()].every(ways=>ways.some(way=>isWithin(way,title))),found=["engagement","event"].flatMap(role=>[...titles[role]]).
filter(([,title])=>isWhole(title)).sort(([one,a],[other2,b])=>a.size-b.size||compare(one,other2));if(!found.length||found[0][1].
size===found[1]?.[1].size)return isPage?best:{...best,used:new Set([...best.used].filter(i=>!lost.includes(i)))};let[[other]]=found,
changed=Object.entries(parameters).map(([key,each])=>[key,each===value?other:each]),answer=isPage?pageOf(other):{...best.
answer,parameters:Object.fromEntries(changed)},[used,chosen]=[new Set([...best.used,...rest.keys()]),new Map([...best.chosen,
[place2,other]])],longer={...best,answer,used,chosen};return isEmpty(longer)?best:weigh(longer,spans,when)}function narrow(best,spans,when,isEmpty){
if(best.kind!=="filter"||best.answer.show||!["source",void 0].includes(best.answer.by))return best;let narrowed=best;return spans.
forEach((span,i)=>{let words=[...wordsOf(span)],isWeak=word=>[...box2.weak,...IDLE,...SAID].includes(word),isSaid=words.
every(word=>word===ASIDE)||!words.some(isWeak);if(narrowed.used.has(i)||when.used.has(i)||!isSaid||[...span.key].length<
TELLING||!/^\p{L}+$/u.test(span.key))return;let{filters}=narrowed.answer,answer={...narrowed.answer,filters:{...filters,
text:[...filters.text??[],span.key]}};if(answer.address=address(answer),isEmpty({kind:"filter",answer}))return;span.meanings=
[["text",span.key,TEXT2,0]];let[used,chosen]=[new Set([...narrowed.used,i]),new Map([...narrowed.chosen,[i,span.key]])];
narrowed={...narrowed,answer,used,chosen}}),narrowed}return{keep:keep2,lengthen,narrow}}var PARTIES=["agent","group","person"],WORKS2=["engagement","event"],TITLED=[...WORKS2,"thing","text"],isAscii=word=>/^[\0-\x7f]*$/.
test(word);function compared(spans,when,titles,stops){let all=[...spans.keys()],named=all.filter(i=>spans[i].meanings.length&&
!wordsOf(spans[i]).size&&!when.used.has(i)),isBetween=i=>named.length>0&&named[0]<i&&i<named[named.length-1],comparing=all.
filter(i=>wordsOf(spans[i]).has("compare")&&isAscii(spans[i].key)),[between]=[...comparing,...all.filter(i=>wordsOf(spans[i]).
has("and"))].filter(isBetween);if(!comparing.length||between===void 0||named.some(i=>namesOf3(spans[i],PARTIES).length))
return[];let halves=[named.filter(i=>i<between),named.filter(i=>i>between)].map(half=>half.map(i=>spans[i]));if(!halves.
flat().some(span=>namesOf3(span,TITLED).length))return[];let known2=new Map(WORKS2.flatMap(role=>[...titles[role]]).map(
([value,words])=>[value,new Set([...words].filter(isAscii))])),own=halves.map(half=>[...new Set(half.flatMap(keysOf))].filter(
word=>!stops.has(word))),whole=halves.map(half=>half.flatMap(span=>namesOf3(span,WORKS2)).find(([,,weight])=>weight===FULL)?.[1]),
nearest3=(side,other)=>{if(whole[side])return whole[side];let found=[...known2].filter(([,words])=>own[side].every(word=>words.
has(word))).map(([value,words])=>({value,more:other.filter(word=>words.has(word)).length,size:words.size}));return found.
sort((a,b)=>b.more-a.more||a.size-b.size||(a.value<b.value?-1:1)),found[0]?.value??""},first=[0,1].map(side=>nearest3(side,
own[1-side])),sides=[0,1].map(side=>nearest3(side,[...known2.get(first[1-side])??[]]));return sides.every(Boolean)&&sides[0]!==
sides[1]?sides:[]}var ASKING=["which","what","list","many"],BETWEEN=["country","place","sector","text"],MOST_BETWEEN2=3,ANY_KIND=["agent_w\
ord","organisation"],SHARING=["active","participate","in_which"],RANKED=["most","active","ranking","central"],RANKABLE=[
"kind","country","sector","status","type"],APART2=["only","no_sign","represent","self_reported","visit"],firstOf2=(span,role)=>namesOf3(
span,[role]).slice(0,1).map(([,value])=>value),hasKind=span=>firstOf2(span,"kind").length>0||ANY_KIND.some(word=>wordsOf(
span).has(word));function askedParties2(spans,kinds,roles){let isWork=i=>i<spans.length&&namesOf3(spans[i],["type","form"]).
length>0,isPaper=i=>isWork(i)&&!Object.keys(roles).some(word=>wordsOf(spans[i]).has(word));for(let i of[-1,...spans.keys()]){
if(i>=0&&kinds[i].includes("who")&&!isPaper(i+1))return{parts:new Set([i]),rows:[]};if(i>=0&&!ASKING.some(word=>kinds[i].
includes(word)))continue;let countries=[];for(let j=i+1;j<Math.min(i+2+MOST_BETWEEN2,spans.length);j+=1){if(hasKind(spans[j])&&
!(i<0&&isWork(j+1)))return{parts:new Set(i<0?[j]:[i,j]),rows:[...firstOf2(spans[j],"kind"),...countries]};if(countries.push(
...firstOf2(spans[j],"country")),!namesOf3(spans[j],BETWEEN).length&&!wordsOf(spans[j]).has("stop"))break}if(i>0&&HAS_HAN.
test(spans[i].key[0])&&hasKind(spans[i-1])){let before2=i>1?firstOf2(spans[i-2],"country"):[];return{parts:new Set([i-1,
i]),rows:[...firstOf2(spans[i-1],"kind"),...before2]}}}return null}function acting(spans,kinds,roles){for(let i of spans.
keys()){let word=Object.keys(roles).find(each=>kinds[i].includes(each));if(word)return spans[i+1]?.key==="by"?["",""]:[word,
roles[word]]}return["",""]}var COMPARED=["near","place","sector","country","engagement","event"],SUMS=["fund","money","t\
rain"],NARROWED=["type","sector","form","status","text"],COUNTING=["most","many","active","ranking","central"];function byNumber({
filters:all,show=""},spans,dated,box2,parties){let kinds=spans.map((span,i)=>[...dated.has(i)?[]:wordsOf(span)]),words=new Set(
kinds.flat()),hasAny=list4=>list4.some(word=>words.has(word)),filters=show?{[parties.has(show)?"near":"engagement"]:[show]}:
all,lists=[],[,by]=Object.entries(box2.by).find(([word,group])=>words.has(word)&&!filters[group])??[];if(words.has("comp\
are")){let several=COMPARED.filter(group=>(filters[group]??[]).filter(value=>!value.startsWith("-")).length>1);if(by=several.
join()!=="near"&&!words.has("money")||(hasAny(["agreement","project","many","sign"])||Object.keys(filters).length>1)&&!hasAny(
SUMS)?several[0]:void 0,by==="near"&&NARROWED.some(group=>filters[group])&&!hasAny([...COUNTING,"sign"])){let comparing=new Set(
[...spans.keys()].filter(i=>kinds[i].includes("compare")));lists.push({answer:{filters,show:"",sort:"",count:!1,any:!0},
parts:comparing,bias:-.1})}}else hasAny(COUNTING)||(by=void 0);if(!by)return lists;let asking=[...COUNTING,"compare",...Object.
keys(box2.by).filter(word=>box2.by[word]===by)],parts=new Set([...spans.keys()].filter(i=>kinds[i].some(word=>asking.includes(
word))));return[...lists,{answer:{filters,show:"",sort:"",count:!1,by},parts,bias:-.2}]}var SOURCES2=["source","source_w\
ord","cited","quote","voice"],ABOUT_SOURCES=["one_voice","self_reported","contradict","copy","claimed","identified","che\
cked","kind_word"],UNTOLD=["months","mark","promise","kind","country"];function byWhom(answer,spans,dated,box2){let kinds=spans.
map((span,i)=>[...dated.has(i)?[]:wordsOf(span)]),asking=[...spans.keys()].filter(i=>SOURCES2.some(word=>kinds[i].includes(
word))),isProof=asking.some(i=>kinds[i].includes("prove")),filters=Object.fromEntries(Object.entries(answer.filters).filter(
([group])=>group!=="mark"||!isProof)),isTold=Object.keys(filters).some(group=>!UNTOLD.includes(group)),isAside=kinds.flat().
some(word=>ABOUT_SOURCES.includes(word)),found={answer:{filters,show:"",sort:"",count:!1,by:"source"},parts:new Set(asking),
bias:-.1};return[...asking.length&&isTold&&!isAside?[found]:[],...byParty(answer,spans,dated,box2)]}function byParty({filters,
sort="",any=!1},spans,dated,box2){let kinds=spans.map((span,i)=>[...dated.has(i)?[]:wordsOf(span)]),words=kinds.flat(),hasAny=list4=>list4.
some(word2=>words.includes(word2)),asked=askedParties2(spans,kinds,box2.acting),isRanked=hasAny(RANKED)&&!words.includes(
"many")&&Object.keys(filters).every(group=>RANKABLE.includes(group));if(!asked||!Object.keys(filters).length||sort||isRanked||
hasAny(APART2))return[];let{parts,rows:rows2}=asked;spans.forEach((span,i)=>{SHARING.some(word2=>wordsOf(span).has(word2))&&
parts.add(i)});let counted={show:"",sort:"",count:!1,by:"party",...any?{any}:{}},[word,roles]=acting(spans,kinds,box2.acting),
every={answer:{filters,...counted,rows:rows2},parts,bias:word?.1:.2};if(!word)return[every];let act=JSON.stringify(box2.
filter[word]??[]),isOther=([group,values])=>JSON.stringify([group,...values])!==act,others=Object.fromEntries(Object.entries(
filters).filter(isOther)),bias=Object.keys(others).join()==="engagement"?.8:.2;return[{answer:{filters:others,...counted,
rows:[...rows2,roles]},parts,bias},every]}var SHOWN2=["agent","person","group","event","engagement","thing","source"],TERMS2=["type","form","kind","status"],IN_FILTER=[
...FACETS,...SHOWN2,"post","text","excluded"],OPEN=["plan","unfinished","no_later"],PARTIES2=["agent","person","group"],
SILENT=-1.5,SIGNED=["sign","agreement","outcome"],ACTS=["sign","talk","visit","attend","train","fund"],DECISIVE=["cited",
"claimed"],LEAST_SHARE=.6,CHOSEN=1.5,[MOST_RIVALS,GUESSED]=[6,.8];function createReadings(box2,lexicon,address){let titles=Object.
fromEntries(box2.titles.map(role=>[role,new Map]));for(let[name2,role,value]of box2.names){if(!titles[role])continue;let known2=titles[role].
get(value)??new Set;for(let word of lexicon.key(name2).split(" "))word&&known2.add(word);titles[role].set(value,known2)}
let parties=new Set,written=new Map,roles=new Map,frequency=new Map;for(let[name2,role,value]of box2.names)roles.has(value)||
roles.set(value,role),PARTIES2.includes(role)&&parties.add(value),/^[\0-\x7f]*$/.test(name2)&&written.set(value,[...written.
get(value)??[],lexicon.key(name2).split(" ")]);for(let group of Object.values(titles))for(let title of group.values())for(let word of title)
frequency.set(word,(frequency.get(word)??0)+1);let bare=spans=>spans.filter(span=>!wordsOf(span).has("stop")).map(span=>span.
key).join("|"),wholes=new Map;for(let[name2,question]of Object.entries(box2.questions))for(let text of question.texts.slice(
0,question.titles)){let key=bare(lexicon.spans(text,!1));wholes.has(key)||wholes.set(key,name2)}let parametersOf=name2=>box2.
questions[name2].parameters,fill=(name2,values)=>Object.fromEntries(Object.keys(parametersOf(name2)).map(key=>[key,values[key]||
box2.today]));function rank(measure,spans,when,used,chosen,options){let isOther=i=>+(!spans[i+1]||!namesOf3(spans[i+1],[
"kind"]).length),order=[...spans.keys()].sort((i,j)=>isOther(i)-isOther(j));for(let role of["sector","kind","country","s\
tatus"])order.forEach(i=>{let span=spans[i],[name2]=namesOf3(span,[role]);!name2||chosen.has(i)||when.used.has(i)||role===
"status"&&wordsOf(span).has("sign")||(role in options||(options[role]=name2[1],chosen.set(i,name2[1])),(chosen.has(i)||role===
"country")&&used.add(i))});let words=new Set([...used].flatMap(i=>[...wordsOf(spans[i])])),[,relation]=Object.entries(box2.
relations).find(([word])=>words.has(word))??[];return relation&&(options.relation=relation),when.first&&(options.since=when.
first),when.last&&(options.until=when.last),reading("ranking",{measure,options,only:[]},used,chosen,.4)}function eventDay(words,named){
if(box2.days[named])return box2.days[named];let wanted=[...words].filter(word=>!lexicon.stops.has(word)),none=new Set,found=Object.
keys(box2.days).map(value=>({value,title:titles.event.get(value)??none})).filter(({title})=>isWithin(wanted,title));return found.
sort((a,b)=>a.title.size-b.title.size||compare(a.value,b.value)),found.length&&found.length<=MOST_RIVALS?box2.days[found[0].
value]:""}function waysOf(span){let isOwn=/^[\0-\x7f]*$/.test(span.key)||namesOf3(span,["text"]).length>0;return(isOwn?[
keysOf(span)]:span.meanings.flatMap(([,value])=>written.get(value)??[])).map(way=>[...new Set(way)].filter(word=>!lexicon.
stops.has(word))).filter(way=>way.length).map(way=>({way,least:way.length*(isOwn?1:LEAST_SHARE)}))}let writtenOf=span=>[
keysOf(span),...span.meanings.slice(0,2).flatMap(([,value])=>written.get(value)??[])].map(way=>[...new Set(way)].filter(
word=>!lexicon.stops.has(word))).filter(way=>way.length);function guess(spans,when){let isNamed=(span,i)=>span.meanings.
length>0&&!wordsOf(span).size&&!when.used.has(i),named=[...spans.keys()].filter(i=>isNamed(spans[i],i)),ofLand=named.filter(
i=>namesOf3(spans[i],["country"]).length),isTitled=spans.some(span=>namesOf3(span,["type","form"]).length),isOfParty=i=>ofLand.
includes(i)||namesOf3(spans[i],PARTIES2).length>0;if(ofLand.length&&!isTitled&&named.every(isOfParty))return{named,equal:[]};
let sectors=named.filter(i=>!namesOf3(spans[i],PARTIES2).length),isField=named.length>1&&sectors.length===1&&namesOf3(spans[sectors[0]],
["sector"]).length>0,others=spans.filter((span,i)=>!isNamed(span,i)),kinds=others.filter(isDeciding).map(writtenOf),also=new Set(
others.flatMap(waysOf).flatMap(({way})=>way)),wanted=named.map(i=>waysOf(spans[i])).filter(ways=>ways.length),told=new Set(
wanted.flat().flatMap(({way})=>way)),found=new Map;for(let group of Object.values(titles))for(let[value,title]of group){
let isNamedBy=({way,least})=>way.filter(word=>title.has(word)).length>=least;if(wanted.length&&wanted.every(ways=>ways.some(
isNamedBy))){let isMore=[...title].some(word=>/^[\0-\x7f]+$/.test(word)&&!told.has(word)),known2=kinds.filter(ways=>ways.
some(way=>isWithin(way,title))).length;found.set(value,[-known2,Number(isMore),-[...title].filter(word=>also.has(word)).
length,title.size])}}let difference=(a,b)=>a.map((value,i)=>value-b[i]).find(Boolean),best=[...found].sort(([one,a],[other,
b])=>difference(a,b)||compare(one,other)),equal=best.filter(([,order])=>isSame(order,best[0][1])).map(([value])=>value),
isTold=found.size===1||told.size>1&&!isField;if(!equal.length||equal.length>MOST_RIVALS||!isTold)return{named,equal:[]};
let own=new Set(Object.values(titles).flatMap(group=>[...group.get(equal[0])??[]]));return{named:[...named,...[...spans.
keys()].filter(i=>isWithin(keysOf(spans[i]),own))],equal}}function isOfTitle(span,values){let title=new Set(Object.values(
titles).flatMap(group=>values.flatMap(value=>[...group.get(value)??[]])));return namesOf3(span,PARTIES2).slice(0,1).flatMap(
([,value])=>written.get(value)??[]).some(way=>isWithin(way,title))}function clauseOf(spans){let start=spans.findIndex(span=>wordsOf(
span).has("office")),found=spans.findIndex((span,i)=>i>start&&wordsOf(span).has("when")&&/^[\0-\x7f]*$/.test(span.key));
return start<0||found<0?spans.length:found}function match([kind,name2,items],spans,when,guessed){let period={since:when.
first,until:when.last,on:when.asOf||when.first,date:when.asOf||(when.last===box2.today?when.first:when.last)},clause=items.
includes("office")&&when.used.size?clauseOf(spans):spans.length,used=new Set([...spans.keys()].slice(clause)),chosen=new Map,
values={},rows2=[],barred=items.filter(([mark])=>mark==="!").flatMap(item=>item.slice(1).split("/"));if(spans.some(({meanings})=>meanings.
some(([,value])=>barred.includes(value))))return null;for(let item of items.filter(([mark])=>!"@=*~+!".includes(mark))){
let wanted=item.split("/"),isBoth=i=>spans[i].key.includes(" ")&&wordsOf(spans[i]).has("since"),found=[...spans.keys()].
filter(i=>!when.used.has(i)||isBoth(i)).filter(i=>wanted.some(word=>wordsOf(spans[i]).has(word)));if(!found.length)return null;
for(let i of found)used.add(i)}let types=kind==="catalogue"?parametersOf(name2):{from:"end",to:"end",kind:"kind"},bias=.4+
.1*items.filter(([mark])=>!"*~!".includes(mark)).length,rivals=[];for(let[mark,...letters]of items){let rest=letters.join(
""),isOne="@=".includes(mark);if(mark==="~"&&rest==="date")for(let i of when.used)used.add(i);else if(mark==="*"&&rest===
"date")rows2.push(...eventsIn(when,box2.claims,used));else if(mark==="~")spans.forEach((span,i)=>{wordsOf(span).has(rest)&&
used.add(i)});else if(isOne&&["date","period"].includes(types[rest])){if(!period[rest]&&!(rest==="until"&&period.since))
return null;values[rest]=(period[rest]||box2.today).slice(0,types[rest]==="date"?10:7);let isYear3=when.first.slice(4)===
"-01-01"&&when.last.slice(4)==="-12-31";types[rest]==="period"&&isYear3&&(values[rest]=when.first.slice(0,4));for(let i of when.
used)used.add(i)}else if("@=*+".includes(mark)){let kinds=box2.roles[isOne?types[rest]??rest:rest]??[rest],order=i=>[Number(
used.has(i)),+(kinds.indexOf(namesOf3(spans[i],kinds)[0][0])>0),i],isNew=i=>!isOne||!Object.values(values).includes(namesOf3(
spans[i],kinds)[0][1]),places=[...spans.keys()].filter(i=>!chosen.has(i)&&!when.used.has(i)&&i<clause&&namesOf3(spans[i],
kinds).length&&isNew(i)&&!isOfficeOf(spans,i)).sort((a,b)=>{let[x,y]=[order(a),order(b)];return x[0]-y[0]||x[1]-y[1]||a-
b});if(mark==="@"&&!places.length&&kinds.some(each=>titles[each]?.has(guessed.equal[0]))){[values[rest]]=guessed.equal,chosen.
set(Math.min(...guessed.named),values[rest]);for(let i of guessed.named)used.add(i);rivals=guessed.equal.length>1?guessed.
equal:[],bias-=GUESSED;continue}if(mark!=="*"&&!places.length)return null;let open2=places.filter(i=>!used.has(i)||namesOf3(
spans[i],["post"]).length);for(let i of isOne?places.slice(0,1):open2){let value=namesOf3(spans[i],kinds)[0][1];chosen.set(
i,value),used.add(i),isOne?values[rest]=value:rows2.push(value)}}}let named=Object.values(values),isNamed=span=>span.meanings.
some(([,value,weight])=>weight===FULL&&named.includes(value));if(spans.forEach((span,i)=>{(isNamed(span)||isOfTitle(span,
named))&&used.add(i)}),kind==="catalogue"){let isEither=rows2.filter(value=>parties.has(value)).length>1&&spans.some(span=>wordsOf(
span).has("compare")),answer={question:name2,parameters:fill(name2,values),rows:rows2,...isEither?{any:!0}:{}};return reading(
kind,answer,used,chosen,bias,rivals)}if(["path","compare"].includes(kind)){let others=[...spans.keys()].filter(i=>!used.
has(i)&&namesOf3(spans[i],box2.roles.end).length);if(kind==="path"&&others.length&&!items.includes("path_word"))return null;
if(kind==="path")return reading(kind,{from:values.from,to:values.to},used,chosen,.2);for(let i of others)used.add(i),chosen.
set(i,namesOf3(spans[i],box2.roles.end)[0][1]);let only2=[...new Set([...Object.values(values),...others.map(i=>chosen.get(
i))])];return reading("ranking",{measure:"degree",options:{},only:only2},used,chosen,.5)}return rank(name2,spans,when,used,
chosen,values)}function filter(spans,when,without=[]){let filters={},used=new Set,chosen=new Map,terms=new Set(spans.flatMap(
span=>namesOf3(span,FACETS).slice(0,1).map(([,value])=>value))),sets=spans.flatMap(span=>namesOf3(span,["status"]).map(([
,value])=>box2.sets[value])),hasEnded=spans.some(span=>wordsOf(span).has("stopped")),isOpen2=hasEnded||sets.includes("st\
opped")||sets.includes("announced")||spans.some(span=>OPEN.some(word=>wordsOf(span).has(word))),hasSubject=spans.some(span=>namesOf3(
span,[...PARTIES2,"place","sector"]).length>0),sort="",isCount=!1,add=(group,values)=>{filters[group]=group==="promise"&&
filters[group]?filters[group].filter(value=>values.includes(value)):[...new Set([...filters[group]??[],...values])]};spans.
forEach((span,i)=>{wordsOf(span).has("many")&&(isCount=!0);let words=when.used.has(i)?new Set:wordsOf(span),[name2]=when.
used.has(i)||isOfficeOf(spans,i)?[]:namesOf3(span,IN_FILTER),[,order]=Object.entries(box2.sort).find(([word])=>words.has(
word))??[],[,chosenBy]=Object.entries(box2.filter).find(([word])=>words.has(word))??[];if(order)sort||=order;else if(name2){
let[role,value]=name2;if(without.includes(role)||without.includes(`${role} ${value}`))return;if(((hasEnded||sets.includes(
"stopped"))&&words.has("agreement")||hasSubject&&words.has("in_which")||isOpen2&&words.has("project"))&&role==="type"){used.
add(i);return}if(role==="text")add("text",[value]);else{let isWide=words.has("project")&&(hasSubject||sets.length),group=role===
"excluded"?roles.get(value.slice(1)):role;add([...PARTIES2,"post"].includes(group)?"near":group,isWide?box2.wide[value]??
[value]:[value]),chosen.set(i,value)}}else if(chosenBy){if(without.includes(chosenBy[0]))return;!chosenBy.length||chosenBy.
some(value=>terms.has(value))||add(chosenBy[0],chosenBy.slice(1))}else if(!words.has("many"))return;used.add(i)});let isVisit=[
...used].some(i=>wordsOf(spans[i]).has("visit")),{country=[]}=filters;isVisit&&country.length===1&&[...chosen.keys()].some(
i=>namesOf3(spans[i],["person","post"]).length)&&(delete filters.country,add("place",country)),(when.first||when.last)&&
!without.includes("months")&&(filters.months=[when.first.slice(0,7)||"1950-01",(when.last||box2.today).slice(0,7)]);let person=spans.
findIndex(span=>wordsOf(span).has("person_word")&&frequency.has(span.key));!Object.keys(filters).length&&!sort&&!when.used.
size&&person>=0&&!without.length&&(add("text",[spans[person].key]),used.add(person));let groups=Object.keys(filters),areLeftOut=Object.
values(filters).flat().every(value=>value.startsWith("-"));if(groups.length?areLeftOut:!sort&&!when.used.size)return null;
let shown2=["near",...SHOWN2].flatMap(group=>filters[group]??[]),isLeftOut=shown2[0]?.startsWith("-"),show=shown2.length===
1&&!isLeftOut&&groups.length===1&&!sort&&!isCount&&chosen.size===1&&!filters.thing?shown2[0]:"",isSilent2=filters.months&&
filters.mark?.includes("silent");return reading("filter",{filters:show?{}:filters,show,sort,count:isCount},used,chosen,show?
0:isSilent2?SILENT:-.5)}function titled(spans,when){let named=spans.filter((span,i)=>span.meanings.length&&!when.used.has(
i)&&!wordsOf(span).size),isWhole=span=>namesOf3(span,["engagement","event"]).some(([,,weight])=>weight===FULL),hasTitle=named.
some(span=>namesOf3(span,[...box2.titles,"text"]).length);if(named.length<2||named.some(isWhole)||!hasTitle)return[];let wanted=named.
map(writtenOf),found=new Map;for(let group of Object.values(titles))for(let[value,title]of group){let share=way=>way.filter(
word=>title.has(word)).length/way.length,shares2=wanted.map(ways=>Math.max(0,...ways.map(share)));shares2.every(each=>each>=
LEAST_SHARE)&&found.set(value,Math.round((shares2.reduce((sum3,each)=>sum3+each,0)-title.size/100)*1e4)/1e4)}let best=Math.
max(0,...found.values());return[...found].filter(([,share])=>share===best).map(([value])=>value).sort().slice(0,MOST_RIVALS)}
function comparison(spans,when){let sides=compared(spans,when,titles,lexicon.stops);if(!sides.length)return[];let named=[
...spans.keys()].filter(i=>spans[i].meanings.length&&!wordsOf(spans[i]).size),asking=[...spans.keys()].filter(i=>["compa\
re","and"].some(word=>wordsOf(spans[i]).has(word))),answer={filters:{engagement:sides},show:"",sort:"",count:!1},chosen=new Map(
named.slice(0,sides.length).map((i,side)=>[i,sides[side]]));return[reading("filter",answer,new Set([...named,...asking]),
chosen,.5)]}function during({used,answer,chosen},spans,when){let kinds=spans.map((span,i)=>[...when.used.has(i)?[]:wordsOf(
span)]),{filters}=answer,persons=(filters.near??[]).filter(value=>roles.get(value)==="person"),words=kinds.flat();if(persons.
length!==1||!words.includes("visit")||!SIGNED.some(word=>words.includes(word)))return[];let ways=written.get(persons[0])??
[],first=when.first.slice(0,4)||"0000",last3=when.last.slice(0,4)||"9999",isOther=word=>/^[0-9]{4}$/.test(word)&&(word<first||
word>last3),isVisit=title=>[...title].some(word=>lexicon.isWord(word,"visit"))&&![...title].some(isOther),visits=[...titles.
event].flatMap(([value,title])=>isVisit(title)&&ways.some(way=>isWithin(way,title))?[value]:[]),valuesOf=group=>(filters[group]??
[]).filter(value=>!box2.filter.visit.includes(value)),rest=["type","form","sector","text",...valuesOf("type").length>0||
valuesOf("form").length>0?[]:["status"]].map(group=>[group,valuesOf(group)]).filter(([,values])=>values.length);if(!visits.
length||!rest.length&&!words.includes("outcome"))return[];let asking=[...kinds.keys()].filter(i=>SIGNED.some(word=>kinds[i].
includes(word))),all={...answer,filters:{event:visits,...Object.fromEntries(rest)},show:""};return[reading("filter",all,
new Set([...used,...when.used,...asking]),chosen,.5)]}function byKeyword(spans){let keys=spans.map(({key})=>key);return[
...wholes].flatMap(([whole,name2])=>{let words=whole.split("|");if(words.length<2||!words.every(word=>keys.includes(word))||
Object.keys(parametersOf(name2)).length)return[];let used=new Set([...keys.keys()].filter(i=>words.includes(keys[i])));return[
reading("catalogue",{question:name2,parameters:{},rows:[]},used,new Map,.3)]})}function weigh(each,spans,when){let score=each.
bias;if(when.asOf||each.kind==="ranking"||each.answer.filters?.months)for(let i of when.used)each.used.add(i);let hasWord=isWanted=>[
...each.used].some(i=>[...wordsOf(spans[i])].some(isWanted)),isActing=word=>ACTS.includes(word),hasActs=hasWord(isActing),
asksOffice=each.kind==="catalogue"&&hasWord(word=>word==="office");return spans.forEach((span,i)=>{if(!span.meanings.length)
return;let words=[...wordsOf(span)],kind=words.length?"word":span.meanings[0][0]==="text"?"text":"name",isTitle=isOfficeOf(
spans,i)||hasActs&&words.includes("office"),isUsed=each.used.has(i),isWeak=words.length>0&&words.every(word=>box2.weak.includes(
word)||IDLE.includes(word));span.meanings.every(([role])=>["number","month","decade"].includes(role))&&(kind="weak"),when.
used.has(i)?kind="date":isWeak||!isUsed&&(isTitle||words.some(word=>IDLE.includes(word)))?kind="weak":(words.some(word=>DECISIVE.
includes(word))||asksOffice&&!isUsed&&words.some(isActing))&&(kind="name"),score+=isUsed?box2.weights[kind][0]:-box2.weights[kind][1],
kind==="weak"&&each.chosen.has(i)&&(score+=CHOSEN)}),each.score=Math.round(score*100)/100,when.asOf&&(each.answer.as_of=
when.asOf),each.kind==="filter"&&(each.answer.address=address(each.answer)),each}function readingsOf(spans,when){let guessed=guess(
spans,when),matched=box2.patterns.map(pattern=>match(pattern,spans,when,guessed)),named=filter(spans,when),every=named??
reading("filter",{filters:{},show:""},new Set),by=[...byNumber(every.answer,spans,when.used,box2,parties),...byWhom(every.
answer,spans,when.used,box2)].map(({answer,parts,bias})=>reading("filter",answer,new Set([...every.used,...parts]),every.
chosen,bias));return[...matched,named,...by,...during(every,spans,when),...comparison(spans,when),...byKeyword(spans)].flatMap(
each=>each?[weigh(each,spans,when)]:[]).sort((a,b)=>b.score-a.score)}return{readingsOf,filter,weigh,titled,frequency,eventDay,
bare,wholes,parametersOf,fill,written,titles,waysOf,writtenOf}}var SUBJECTS=["near",...SHOWN2,"country","place","sector"],LAST=["sector","place","months"],NARROWING=["promise","text",
"form","mark","set","status","type","kind",...LAST],UNTITLED=[[],["status"],["sector"],["type"]],[LEAST3,SURE]=[-.5,2],UNNAMED=[
"word","post","text","number","month","decade"],MUTUAL=[...ACTS,"partner","relation_word","path_word","tie"],SUMMED=["pr\
oject","agreement","memo","build"],COMMON=15,[OFFERS,FAR]=[3,-8],hex=char=>`%${char.charCodeAt(0).toString(16).toUpperCase()}`,
quote=text=>encodeURIComponent(text).replace(/[!'()*]/g,hex).replaceAll("%20","+").replaceAll("%3A",":");function createInterpreter(box2){
let lexicon=createLexicon(box2),labels=new Map,roles=new Map;for(let[name2,role,value]of box2.names)labels.has(value)||labels.
set(value,name2),roles.has(value)||roles.set(value,role);let kinds={country:new Set,party:new Set,term:new Set};for(let[
,role,value]of box2.names)role==="country"?kinds.country.add(value):PARTIES2.includes(role)?kinds.party.add(value):TERMS2.
includes(role)&&kinds.term.add(value);let label2=value=>value.startsWith("-")?`≠ ${label2(value.slice(1))}`:value.split(
" ").map(each=>labels.get(each)??each).join(" / ");function address(answer){let isParty=PARTIES2.includes(roles.get(answer.
show));if(answer.show)return`${isParty?"node":"engagement"}=${quote(answer.show)}`;let pairs=Object.entries(answer.filters).
flatMap(([group,wanted])=>{let leftOut3=wanted.filter(value=>value.startsWith("-")),values=wanted.filter(value=>!value.startsWith(
"-"));return[...leftOut3.map(value=>["not",value.slice(1)]),...values.length?pairsOfGroup(group,values):[]]});return(answer.
any||answer.by==="near")&&pairs.push(["either","yes"]),answer.as_of&&pairs.push(["as-of",answer.as_of]),pairs.map(([name2,
value])=>`${name2}=${quote(value)}`).join("&")}function pairsOfGroup(group,values){return["thing","source","text"].includes(
group)?[["text",values.map(label2).join(" ")]]:group==="months"?[["months",values.join(" ")]]:group==="near"?values.length>
1?values.map(value=>["only",value]):[["near",`1 ${values[0]}`]]:values.map(value=>[["event","engagement"].includes(group)?
"event":group,value])}function pageOf(value){let isWork=roles.get(value)==="thing";return{filters:isWork?{thing:[value]}:
{},show:isWork?"":value,sort:"",count:!1}}let reader=createReadings(box2,lexicon,address),{readingsOf,filter,weigh,titled,
frequency,eventDay,bare,wholes,parametersOf,fill,written}=reader,{keep:keep2,lengthen,narrow}=createDeciding(box2,reader,
pageOf,address);function withExamples(name2){let types=parametersOf(name2),values=Object.entries(box2.questions[name2].examples).
filter(([key])=>!["date","period"].includes(types[key]));return{question:name2,parameters:fill(name2,Object.fromEntries(
values)),rows:[]}}function choices2(best,spans){if(best.rivals.length)return best.rivals.map(value=>({value,label:label2(
value),kind:"engagement",text:""}));for(let[i,value]of best.chosen){let own=spans[i].meanings.find(meaning=>meaning[1]===
value);if(!own)continue;let rivals=spans[i].meanings.filter(([role,other,weight])=>other!==value&&role===own[0]&&weight===
own[2]),isTitled=own[0]==="person"&&isBesideOffice(spans,i);if(!(!rivals.some(([,,,uses])=>isTitled||2*uses>own[3])||!(own[2]<
FULL||rivals.length)))return[own,...rivals.sort((a,b)=>b[3]-a[3]||compare(a[1],b[1]))].map(([role,other])=>({value:other,
label:label2(other),kind:role,text:spans[i].text}))}return[]}let named=spans=>spans.flatMap(span=>namesOf3(span,SHOWN2).
slice(0,1)).map(([,value])=>reading("filter",pageOf(value),new Set));function offersOf(readings,spans){let usual=box2.usual.
map(name2=>reading("catalogue",withExamples(name2),new Set)),offers=[];for(let{kind,answer}of[...readings.filter(({score})=>score>
FAR),...named(spans),...usual]){let text=describe2(kind,answer);offers.some(offer2=>offer2.label===text)||offers.push({kind,
answer,label:text})}return offers.slice(0,OFFERS+1)}function describe2(kind,answer){let text;if(kind==="catalogue"){let values=[
...Object.values(answer.parameters),...answer.rows].map(label2);text=box2.questions[answer.question].texts[0]+(values.length?
`: ${values.join(", ")}`:"")}else if(kind==="path")text=`${label2(answer.from)} – ${label2(answer.to)}`;else if(kind===
"ranking")text=[answer.measure,...[...Object.values(answer.options),...answer.only].map(label2)].join(", ");else if(answer.
show)text=label2(answer.show);else{let{months,...others}=answer.filters;text=[...Object.values(others).flat().map(label2),
months?.join("/"),answer.sort,answer.by].filter(Boolean).join(", ")}return answer.as_of?`${text} (${answer.as_of})`:text}
function chips(spans,when,best){return spans.flatMap((span,i)=>{let value=best?.chosen.get(i),meanings=span.meanings.filter(
([role2,own])=>!UNNAMED.includes(role2)||value&&own===value),told=[...wordsOf(span)].filter(word=>!IDLE.includes(word)).
sort(),role,shown2;if(when.used.has(i))[role,shown2]=["date",when.asOf||`${when.first||"…"}/${when.last||"…"}`];else if(value&&
!meanings.some(meaning=>meaning[1]===value))[role,shown2]=["engagement",value];else if(value||meanings.length)[role,shown2]=
meanings.find(meaning=>meaning[1]===value)??meanings[0];else if(told.length)[role,shown2]=["word",told[0]];else if(span.
meanings[0]?.[0]==="text")[role,shown2]=["text",span.key];else return[];let alternatives2=meanings.filter(([,other])=>other!==
shown2).slice(0,5).map(([,other])=>({value:other,label:label2(other)}));return[{start:span.start,end:span.end,text:span.
text,role,value:shown2,label:label2(shown2),alternatives:alternatives2,corrected:!!span.written}]})}function fixedIn(spans){
let hasWord=(...words)=>spans.some(span=>words.some(word=>wordsOf(span).has(word))),isPrice=hasWord("money")&&!hasWord("\
fund"),isSum=hasWord(...SUMMED)||spans.some(span=>namesOf3(span,["engagement","event"]).length>0),fixed=isPrice?["exclud\
ed","text"]:["excluded"];return[...spans.keys()].filter(i=>namesOf3(spans[i],fixed).length>0||isPrice&&!isSum&&wordsOf(spans[i]).
has("money"))}function isInTitle(i,best,spans,hasRows2){let isFilter=namesOf3(spans[i],["text"]).length>0&&best.kind==="\
filter"&&best.used.has(i),isCounted=spans.some(span=>wordsOf(span).has("many")),isNamed=[...best.chosen.keys()].some(j=>!wordsOf(
spans[j]).size);return isFilter&&isNamed&&!isCounted&&!!hasRows2?.(best.kind,best.answer)}function isSure({kind,answer,used,
chosen},spans,when,unknown,hasRows2){if(!unknown.length)return!0;let isWeak=word=>box2.weak.includes(word)||IDLE.includes(
word),isStrong=i=>{let words=[...wordsOf(spans[i])];return words.some(word=>!isWeak(word))||chosen.has(i)&&!words.length},
isApart=unknown.every(i=>lexicon.isPlain(spans[i])&&!unknown.includes(i+1)),least=unknown.reduce((sum3,i)=>sum3+(spans[i].
text.length===1?1:SURE),0);if(!isApart||[...used].filter(isStrong).length<least)return!1;if(kind!=="filter")return!0;let isNamed=([
i,value])=>spans[i].meanings.some(([,other,weight])=>other===value&&weight===FULL),isExplained=(span,i)=>used.has(i)||when.
used.has(i)||unknown.includes(i)||[...wordsOf(span)].some(isWeak);return spans.every(isExplained)&&chosen.size>0&&[...chosen].
every(isNamed)&&!!hasRows2?.(kind,answer)}let countriesOf=({answer})=>[...answer.rows??[],...answer.filters?.country??[]].
filter(value=>kinds.country.has(value)),commonIn=spans=>spans.flatMap(span=>namesOf3(span,["text"]).slice(0,1).map(([,value])=>value)).
filter(value=>(frequency.get(value)??0)>=COMMON).map(value=>`text ${value}`),pairsOf=parts=>parts.flatMap((one,i)=>parts.
slice(i+1).map(other=>[one,other]));function*withoutSome(spans,when,narrowing){let texts=commonIn(spans),droppable=[...narrowing,
"engagement","event"].filter(group=>!["text","place","months"].includes(group)),parts=Object.keys(filter(spans,when)?.answer.
filters??{}).filter(group=>droppable.includes(group));for(let some of[[...parts,...texts].map(part=>[part]),pairsOf(parts)])
yield*some.flatMap(without=>{let each=filter(spans,when,without),groups=Object.keys(each?.answer.filters??{});return each&&
groups.length>1&&groups.some(group=>group==="text"||WORKS.includes(group))?[each]:[]}).map(each=>weigh(each,spans,when)).
sort((x,y)=>y.score-x.score)}function inTitle(span,value){let isOwn=/^[\0-\x7f]*$/.test(span.key),ways=isOwn?[keysOf(span)]:
written.get(value)??[],all=(ways[0]??[]).filter(word=>!lexicon.stops.has(word)),said=isOwn?[]:all.filter(word=>!lexicon.
isWord(word)),words=said.length?said:all,common=words.filter(word=>ways.every(way=>way.includes(word)));return common.length?
common:words}function*inTitles(spans,when,...ways){for(let[without,way]of UNTITLED.flatMap(part=>ways.map(each=>[part,each]))){
let found=filter(spans,when,without),groups=Object.entries(found?.answer.filters??{}),titles=groups.filter(([group])=>way.
includes(group)).flatMap(([,values])=>values),kept=groups.filter(([group])=>!way.includes(group)),filters=Object.fromEntries(
kept),words=[...found?.chosen??[]].flatMap(([i,value])=>titles.includes(value)?inTitle(spans[i],value):[]);if(!found||!words.
length||titles.length<2&&without.length)continue;let answer={...found.answer,filters:{...filters,text:[...new Set([...filters.
text??[],...words])]}};yield weigh({...found,answer},spans,when)}}function decide(best,options,isEmpty){let found=options.
map(({value:other})=>{let changed=value=>value===options[0].value?other:value,filters=Object.fromEntries(Object.entries(
best.answer.filters).map(([group,values])=>[group,values.map(changed)])),answer={...best.answer,filters,show:best.answer.
show?other:""},chosen=new Map([...best.chosen].map(([i,value])=>[i,changed(value)]));return{...best,answer:{...answer,address:address(
answer)},chosen}}).filter(each=>!isEmpty(each));return found.length===1?[found[0],[]]:[best,options]}function isEither({
answer},spans){let isListed=spans.every(span=>!wordsOf(span).has("and")||wordsOf(span).has("range")),isMutual=spans.some(
span=>MUTUAL.some(word=>wordsOf(span).has(word)));return(answer.filters.near??[]).length>1&&isListed&&!isMutual}function asParties(each,spans,when){
return[...(each.kind==="filter"&&!each.answer.by?byWhom(each.answer,spans,when.used,box2):[]).map(({answer,parts,bias})=>weigh(
reading("filter",answer,new Set([...each.used,...parts]),each.chosen,bias),spans,when)),each]}function*instead(best,readings,spans,when){
let isOfCountry=countriesOf(best).length>0,names=[...best.chosen].filter(([i,name2])=>!wordsOf(spans[i]).size&&!kinds.term.
has(name2)).map(([,name2])=>name2),has=(each,name2)=>[...each.chosen.values()].includes(name2),{rows:rows2=[]}=best.answer,
areSeveral=rows2.filter(value=>kinds.party.has(value)).length>1,first=[["place",...WORKS],...areSeveral?[["near","place",
...WORKS]]:[]],isOpenTo=best.kind==="filter"||best.kind==="catalogue"&&!Object.keys(best.answer.parameters).length,whole=filter(
spans,when);isOpenTo&&whole?.answer.filters.place&&(yield weigh(whole,spans,when)),isOpenTo&&(yield*inTitles(spans,when,
...first));let kept=rows2.filter(value=>kinds.country.has(value)||kinds.party.has(value));if(areSeveral&&(yield{...best,
answer:{...best.answer,any:!0}}),kept.length<rows2.length&&best.kind==="catalogue"){let isKept=i=>!rows2.includes(best.chosen.
get(i))||kept.includes(best.chosen.get(i));yield{...best,answer:{...best.answer,rows:kept},used:new Set([...best.used].filter(
isKept))}}let same=readings.filter(each=>each.score>=LEAST3&&names.every(name2=>has(each,name2))),isAct=i=>ACTS.some(word=>wordsOf(
spans[i]).has(word)),asked=[...spans.keys()].filter(i=>when.used.has(i)||isAct(i)),inWhole=[...whole?.used??[]].filter(i=>!wordsOf(
spans[i]).size);yield*same.filter(each=>[...asked,...each.kind==="path"?inWhole:[]].every(i=>each.used.has(i)));let pages=best.
kind==="path"?[]:titled(spans,when);if(pages.length){let isNamed=i=>spans[i].meanings.length&&!when.used.has(i)&&!wordsOf(
spans[i]).size,used=new Set([...spans.keys()].filter(isNamed)),chosen=new Map([[Math.min(...used),pages[0]]]);yield weigh(
reading("filter",pageOf(pages[0]),used,chosen,0,pages.length>1?pages:[]),spans,when)}if(whole&&isEither(whole,spans)&&(yield weigh(
{...whole,answer:{...whole.answer,any:!0}},spans,when)),whole&&best.kind==="filter"&&whole.answer.filters.near&&whole.answer.
filters.country){let{country,place:place2=[],...others}=whole.answer.filters;yield weigh({...whole,answer:{...whole.answer,
filters:{...others,place:[...country,...place2]}}},spans,when)}let further=[["near","place",...WORKS],["near","place","c\
ountry",...WORKS]];best.kind!=="path"&&(yield*inTitles(spans,when,...further));let isOpen2=isOfCountry&&names.every(name2=>countriesOf(
best).includes(name2)),narrowing=NARROWING.filter(group=>!isOpen2||group!=="type");yield*withoutSome(spans,when,narrowing);
for(let[i,span]of isOfCountry?[]:spans.entries()){let[name2]=namesOf3(span,WORKS);name2?.[2]===FULL&&(yield weigh(reading(
"filter",pageOf(name2[1]),new Set([i]),new Map([[i,name2[1]]])),spans,when))}for(let group of["status","set"]){let found=filter(
spans,when,[group]),groups=Object.keys(found?.answer.filters??{}),hasForm=groups.includes("form")||groups.includes("type");
found&&hasForm&&groups.some(each=>SUBJECTS.includes(each))&&(yield weigh(found,spans,when))}for(let[place2,group]of narrowing.
entries()){let without=[...narrowing.slice(0,place2+1).filter(each=>each!=="text"),...commonIn(spans)],found=filter(spans,
when,without),groups=Object.keys(found?.answer.filters??{}),isWhole=LAST.includes(group)?groups.some(each=>WORKS.includes(
each)):groups.some(each=>SUBJECTS.includes(each))||found?.answer.sort||!place2&&found?.answer.show;found&&isWhole&&(yield weigh(
found,spans,when))}yield*same;let common=box2.names.filter(([,role,,uses])=>role==="country"&&uses>=COMMON).map(([,,value])=>value);
if(whole?.answer.filters.place&&countriesOf(best).every(each=>common.includes(each))){let found=filter(spans,when,["coun\
try"]);found&&(yield weigh(found,spans,when))}!isOfCountry&&!when.used.size&&(yield*readings.filter(each=>each.score>FAR&&
names.some(name2=>has(each,name2))))}function understand2(text,hasRows2){let spans=lexicon.spans(text);exclude(spans);let when=readDates(
spans,box2.today,eventDay),all=[...spans.keys()];readInTitles(spans,when,box2.beside);let unknown=all.filter(i=>!spans[i].
meanings.length),readings=readingsOf(spans,when),whole=wholes.get(bare(spans)),[best]=readings,keys=values=>Object.keys(
values).sort().join();whole&&(best?.answer.question!==whole||keys(best.answer.parameters)!==keys(parametersOf(whole)))&&
(best={...reading("catalogue",withExamples(whole),new Set(all)),score:99},readings.unshift(best));let outside=all.filter(
i=>wordsOf(spans[i]).has("outside")&&!when.used.has(i)&&!(best&&isInTitle(i,best,spans,hasRows2))),isEmpty=each=>hasRows2?.(
each.kind,each.answer)===!1,offers=offersOf(readings,spans).map(offer2=>({offer:offer2,last:Number(isEmpty(offer2))})).sort(
(a,b)=>a.last-b.last).map(({offer:offer2})=>offer2),isIdle=i=>IDLE.some(word=>wordsOf(spans[i]).has(word)),result=(kind,answer,nearest3,reached,left2,reason2="")=>({
kind,answer,nearest:nearest3,understood:chips(spans,when,reached),not_understood:left2,reason:reason2}),refuse=(ground,reason2="\
cannot say")=>result("refuse",null,offers.slice(0,OFFERS),null,ground,reason2);if(!best||best.score<LEAST3||!whole&&(outside.
length||!isSure(best,spans,when,unknown,hasRows2))){let ground=[...outside,...unknown].map(i=>spans[i].text),texts=spans.
map(span=>span.text);return refuse(ground.length?ground:texts.length?texts:[text])}let options=choices2(best,spans);if(options.
length&&hasRows2&&best.chosen.size>1&&best.kind==="filter"&&([best,options]=decide(best,options,isEmpty)),!options.length&&
isEmpty(best)){let other=null,fixed=fixedIn(spans);for(let each of instead(best,readings,spans,when))if(other=fixed.every(
i=>each.used.has(i))&&asParties(each,spans,when).find(way=>!isEmpty(way))||null,other)break;let places=countriesOf(best),
near=[...readings.filter(({score})=>score>FAR),...named(spans)];if(!other&&(places.length||near.some(each=>!isEmpty(each)))){
let ground=[...best.used].sort((a,b)=>a-b).filter(i=>!when.used.has(i)&&!isIdle(i));return refuse(ground.length?ground.map(
i=>spans[i].text):places.length?places:[text],best.answer.filters?.text?"cannot say":"no rows")}best=keep2(other??best,spans,
when,isEmpty),best.rivals.length&&(options=choices2(best,spans))}hasRows2&&!options.length&&(best=narrow(lengthen(best,spans,
when,isEmpty),spans,when,isEmpty));let rest=offers.filter(({answer})=>!isSame(answer,best.answer)).slice(0,OFFERS);if(options.
length)return result("choose",options,rest,best,[]);let isActed=i=>[...wordsOf(spans[i])].some(word=>best.answer.rows?.includes(
box2.acting[word])),left=all.filter(i=>!best.used.has(i)&&!isIdle(i)&&!isActed(i));return result(best.kind,best.answer,rest,
best,left.map(i=>spans[i].text))}return{understand:understand2,describe:describe2,label:label2,titleOf:name2=>box2.questions[name2].
texts[0]}}var SMALL2=new Set(["a","an","and","at","for","in","of","on","the","to"]),TERM_ROLES=["sector","type","form","kind","sta\
tus"];async function unpack(packed){let bytes=Uint8Array.from(atob(packed),char=>char.charCodeAt(0));return new Response(
new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json()}function initials(name2){let words=normalise(
name2.replaceAll("&"," and ")).split(/[^\p{L}\p{N}]+/u).filter(word=>word&&!SMALL2.has(word));return words.length>2?words.
map(word=>[...word][0]).join("").toUpperCase():""}function namesOfPage(roles){let names=[],add=(role,id,uses,...texts)=>{
for(let text of texts)text&&names.push([text,role,id,uses])},local=id=>id.slice(id.indexOf(":")+1).replaceAll("-"," ");NODES.
iri.forEach((id,node)=>{let role=roles[id]??"agent",label2=NODES.label[node];add(role,id,engagementsOf(node).length,label2,
...Object.values(NODES.labels[node]||{}),...NODES.aliases[node]||[],local(id),role==="agent"?initials(label2):"")}),ENGAGEMENTS.
iri.forEach((id,engagement)=>{add(roles[id]??"engagement",id,0,ENGAGEMENTS.label[engagement],...Object.values(ENGAGEMENTS.
labels[engagement]||{}),local(id))});for(let role of TERM_ROLES)TERMS[role].forEach(({id,label:label2,labels,aliases=[]},index)=>{
let uses=role==="sector"?engagementsWith(role,index).length:0;add(role,id,uses,label2,...Object.values(labels||{}),...aliases)});
return names}var lastDays=()=>Object.fromEntries(ENGAGEMENTS.steps.flatMap((steps,engagement)=>{let days=steps.map(step=>step[3]).
filter(day=>day!==null);return days.length?[[ENGAGEMENTS.iri[engagement],formatIsoDay(Math.max(...days))]]:[]})),loading=null,
box=null;function loadBox(){let packed=document.getElementById("question-box")?.textContent;return loading??=packed?unpack(
packed).then(content2=>{let roles=Object.fromEntries(Object.entries(content2.ids).flatMap(([role,ids])=>ids.map(id=>[id,
role]))),names=[...namesOfPage(roles),...content2.names];return box=createInterpreter({...content2,names,days:lastDays(),
today:formatIsoDay(DATA.as_of??DATA.today)}),box}):Promise.resolve(null)}var questionBox=()=>box;var SORTS={money:[6,!1],latest:[4,!1],first:[4,!0]},FILTERS=["chosen","period","text","event","only","either","not","nei\
ghbourhood","asOf","selection"],labelOf2=value=>value.split(" ").map(each=>nameOfId(each)||(questionBox()?.label(each)??
each)).join(" / ");function showThing(value){let[node,engagement,term]=[findNode(value),findEngagement(value),findTerm(value)];
if(node>=0)return{selection:{kind:"node",index:node},neighbourhood:{node,hops:1}};if(engagement>=0)return{selection:{kind:"\
engagement",index:engagement}};if(term)return{chosen:{...defaultState().chosen,[term.group]:new Set([term.index])}};let text=labelOf2(
value),isLinked=([,other,name2])=>other<0&&name2===text,[first,...others]=[...ENGAGEMENTS.links.keys()].filter(each=>ENGAGEMENTS.
links[each].some(isLinked));return first===void 0?{text}:{text,...others.length?{view:"table"}:{selection:{kind:"engagem\
ent",index:first}}}}function showFilter({show,filters,address="",sort,by="",rows:rows2=[]}){let groups=Object.keys(filters??
{}),isWork=groups.join(" ")==="thing"&&filters.thing.length===1;if([...filters?.event??[],...filters?.engagement??[]].length>
1&&!by)return null;if(show||isWork&&!sort&&!by)return showThing(show||filters.thing[0]);let{result}=parseAddress(address),
patch=Object.fromEntries(FILTERS.map(name2=>[name2,result[name2]]));return by?by in COUNTED?{...patch,by,rows:rows2}:null:
!address&&!sort?null:sort?{...patch,view:"table",sort:SORTS[sort]}:patch}function showRanking({measure,options,only:only2}){
let{chosen}=defaultState(),nodes=only2.map(findNode).filter(node=>node>=0);for(let value of Object.values(options)){let term=findTerm(
value);term&&chosen[term.group].add(term.index)}let[first,last3]=[parseDay(options.since??""),parseDay(options.until??"")],
period=first===null&&last3===null?null:[first??0,last3??DATA.today],patch={chosen,period,only:nodes.length?new Set(nodes):
null};return nodes.length>1&&measure==="degree"?{...patch,by:"near"}:["betweenness","pagerank"].includes(measure)&&MEASURES.
includes(measure)?{...patch,view:"map",measure}:{...patch,view:"board",boardRows:"party",boardSort:"size"}}function rowsOf2({
rows:rows2,any}){let parties=any?rows2.filter(id=>findNode(id)>=0):[];return[...parties.length?[parties.join(" ")]:[],...rows2.
filter(id=>!parties.includes(id))]}function showAnswer(answer){let{question,parameters,rows:rows2}=answer,index=findAnswer(
question),values=Object.values(parameters);if(index>=0)return{answer:index,rows:rowsOf2(answer)};if(VIEWS.includes("ask"))
return{view:"ask",question:[question,...values.length?[String(new URLSearchParams(parameters))]:[]].join(" ")};let nodes=[
...values,...rows2].map(findNode).filter(node=>node>=0);if(nodes.length>1)return values.length>1?{path:nodes.slice(0,2)}:
{only:new Set(nodes)};let named=values.filter(value=>parseDay(value)===null&&!/^\d{4}/.test(value));if(named.length)return named.
reduce((patch,value)=>({...patch,...showThing(value)}),{});let[first,last3]=values.map(parseDay);return first&&last3?{period:[
first,last3]}:null}function showing(kind,answer){if(kind==="path"){let path=[findNode(answer.from),findNode(answer.to)];
return path.every(node=>node>=0)?{path}:null}let patch={filter:showFilter,ranking:showRanking,catalogue:showAnswer}[kind]?.(
answer)??null;return patch&&answer.as_of?{...patch,asOf:parseDay(answer.as_of)}:patch}var isAboutOnly=(kind,{question})=>kind===
"catalogue"&&findAnswer(question)<0&&!VIEWS.includes("ask");function hasRows(kind,answer){if(kind==="path"){let[from,to]=[
answer.from,answer.to].map(findNode);return from<0||to<0||shortestPath(from,to,()=>!0)!==null}let held=kind==="catalogue"?
DATA.answers[findAnswer(answer.question)]:void 0;if(held&&answer.rows.length)return held.rows.length<held.count||rowsWith(
held,rowsOf2(answer)).length>0;if(kind!=="filter"||answer.show||!answer.address)return!0;let patch={...showing(kind,answer),
...answer.by==="near"?{only:null}:{}};return leftBy(patch).some(each=>answer.by!=="party"||askedParties(each,patch).length)}
var last2=["",null];function understand(text){let box2=questionBox();if(box2){if(last2[0]!==text||!last2[1]){let result=box2.
understand(text,hasRows);last2=[text,{...result,nearest:result.nearest.filter(({kind,answer})=>showing(kind,answer))}]}return last2[1]}}
function nameOf2(kind,answer){let day=parseDay(answer.as_of??"");if(day!==null)return`${nameOf2(kind,{...answer,as_of:""})}\
 (${translate("citeAsOf",formatDay(day))})`;if(kind==="path")return translate("labelled",translate("shortestPath"),[answer.
from,answer.to].map(labelOf2).join(" – "));if(kind==="catalogue"){let index=findAnswer(answer.question),title=index>=0?
questionTitle(index):questionBox()?.titleOf(answer.question)??answer.question,values2=[...Object.values(answer.parameters),
...answer.rows].map(labelOf2);return values2.length&&(index<0||answer.rows.length)?translate("labelled",title,values2.join(
translate("comma"))):title}if(kind==="ranking"){let values2=[...Object.values(answer.options),...answer.only].map(labelOf2);
if("by"in showRanking(answer))return translate("labelled",translate("by_near"),values2.join(translate("comma")));let text=[
translate(`measure_${answer.measure}`),...values2].join(translate("comma"));return translate("labelled",translate("ranki\
ng"),text)}if(answer.show)return labelOf2(answer.show);let{months,...others}=answer.filters;return[...new Set(Object.values(
others).flat().map(labelOf2)),months?.join("–"),answer.sort&&translate(`order_${answer.sort}`),answer.by&&translate(`b\
y_${answer.by}`)].filter(Boolean).join(" · ")}function partsOf2(text,{understood,not_understood:left}){let parts=[];for(let part of understood.filter(each=>!left.includes(
each.text))){let before2=parts.at(-1);before2?.role==="date"&&part.role==="date"&&!text.slice(before2.end,part.start).trim()?
parts[parts.length-1]={...before2,end:part.end,text:text.slice(before2.start,part.end)}:parts.push(part)}return parts}var OPENED={view:"map",selection:null,answer:null};function openOne(kind,patch){let left=kind==="filter"&&!patch.by&&!patch.
selection?leftBy(patch):[];return left.length===1?{selection:{kind:"engagement",index:left[0]}}:{}}function openAnswer(text,kind,answer){
let patch=showing(kind,answer);return patch&&reset({...OPENED,sort:defaultState().sort,...patch,...openOne(kind,patch),asked:text}),
!!patch}var openChoice=(text,{value,text:part})=>openAnswer(part?text.replace(part,labelOf2(value)):text,"filter",{show:value});
function ask(text){let result=understand(text);if(result&&openAnswer(text,result.kind,result.answer))return;let field=byId(
"search");field.value=text,field.focus(),field.dispatchEvent(new Event("input"))}function chip2({start,end,text,value,role,
label:label2,alternatives:all}){let around=other=>`${state.asked.slice(0,start)}${other}${state.asked.slice(end)}`.replace(
/\s+/g," ").trim(),shown2=["word","text","date"].includes(role)?text:labelOf2(value)||label2,alternatives2=[...new Map([
value,...all.map(each=>each.value)].reverse().map(each=>[labelOf2(each),each]))].reverse(),name2=alternatives2.length>1?
el("select",{"aria-label":translate("askedMeans",text)},...alternatives2.map(([each,id])=>el("option",{value:id},each))):
bdi(shown2);alternatives2.length>1&&name2.addEventListener("change",()=>ask(around(labelOf2(name2.value))));let without=translate(
"askedWithout",text),rest=around("");return el("span",{class:"asked-part"},name2,rest?button({class:"link",title:without,
"aria-label":without},()=>ask(rest),"×"):"")}function explain(text,result){let{kind,answer,nearest:nearest3,not_understood:left}=result,
soft3=words=>el("span",{class:"soft"},words),rest=left.join(translate("comma")),offers=nearest3.map(offer2=>button({class:"\
link"},()=>openAnswer(text,offer2.kind,offer2.answer),bdi(nameOf2(offer2.kind,offer2.answer)))),command=`pcgraph ask "${text}\
"`;return kind==="refuse"?[soft3(translate(result.reason==="no rows"?"hasNoRows":"cannotSay",rest)),...offers]:kind==="c\
hoose"?[soft3(translate("mayMean",answer[0].text||text)),...answer.map(each=>button({class:"link"},()=>openChoice(text,each),
bdi(labelOf2(each.value))))]:showing(kind,answer)?[soft3(translate("askedAs")),...partsOf2(text,result).map(chip2),left.
length?soft3(translate("askedNot",rest)):"",kind==="filter"&&answer.count?el("strong",{},pluralise(matchingWith({}).length,
"engagement")):"",isAboutOnly(kind,answer)?soft3(translate("aboutOnly",command)):""]:[soft3(translate("notHere",nameOf2(
kind,answer),command)),...offers]}function showBar(){let bar=byId("asked"),result=state.asked?understand(state.asked):void 0;
if(bar.hidden=!result,!result){state.asked&&loadBox().then(loaded=>{loaded&&state.asked&&showBar()});return}let close=translate(
"askedClose");bar.replaceChildren(el("strong",{},bdi(state.asked)),...explain(state.asked,result),button({class:"link",title:close,
"aria-label":close},()=>change({asked:""}),"×"))}onChange(changed=>{(changed.has("asked")||changed.has("language"))&&showBar()});var wordSet=key=>new Set(Object.values(STRINGS).flatMap(texts=>queryWords(texts[key]||""))),PERIODS=["since","after","un\
til","before"].map(name2=>[name2,wordSet(`period_${name2}`)]),firstDay=year=>Date.UTC(year,0,1)/864e5;function yearsOfSteps(){
return ENGAGEMENTS.steps.flatMap(steps=>steps.flatMap(([,,...range2])=>range2.slice(0,2))).filter(day=>day!==null).map(day=>yearOf(
day)).reduce(([first,last3],year)=>[Math.min(first,year),Math.max(last3,year)],[9999,0])}function readYears(words){let at2=words.
findIndex(word=>/^(19|20)\d\d$/.test(word));if(at2<0)return{years:null,rest:words};let year=Number(words[at2]),near=[at2-
1,at2+1,at2+2],[name2]=PERIODS.find(([,set])=>near.some(place2=>set.has(words[place2])))||[""],isPart=(word,place2)=>place2===
at2||near.includes(place2)&&PERIODS.some(([,set])=>set.has(word))||place2===at2+1&&word.startsWith("年"),[first,last3]=yearsOfSteps();
return{years:{since:[year,last3],after:[year+1,last3],until:[first,year],before:[first,year-1]}[name2]||[year,year],rest:words.
filter((word,place2)=>!isPart(word,place2))}}function thingNamed(words){let forms=[words,...singularPhrases(words)],names=forms.
map(form=>form.join(" ")),found=forms.flatMap(form=>findDocuments(form)).map(({document:document2})=>document2).filter(({
kind,index,group,id})=>(kind==="node"||kind==="term"&&TOPICS.includes(group))&&namesOf(kind,kind==="term"?id:index).some(
name2=>names.includes(queryWords(name2).join(" ")))),size=({kind,index,group})=>(kind==="node"?engagementsOf(index):engagementsWith(
group,index)).length,order=({kind,group})=>kind==="node"?-1:TOPICS.indexOf(group);return found.filter(size).sort((a,b)=>order(
a)-order(b)||size(b)-size(a))[0]}function thingsNamed(words){let things=[];for(let start=0;start<words.length;){let length=Math.
min(PHRASE_LENGTH,words.length-start);for(;length>1&&!alternativesOf(words.slice(start,start+length));)length-=1;let phrase=words.
slice(start,start+length),thing=isSmall(phrase[0])&&length===1?void 0:thingNamed(phrase);if(thing)things.push(thing);else if(length>
1||!isSmall(phrase[0]))return null;start+=length}return things}function combinedFilter(text){let{years,rest}=readYears(queryWords(
correctSpelling(text).text)),things=thingsNamed(rest);if(!things||things.length+ +!!years<2)return null;let nodes=things.
filter(({kind})=>kind==="node").map(({index})=>index),names=things.map(({kind,group,index})=>kind==="node"?{node:index}:
{group,index});if(nodes.length===2&&nodes[0]!==nodes[1]&&things.length===2&&!years)return{patch:{path:nodes},names,count:0};
if(nodes.length>1)return null;let{chosen}=defaultState();for(let{kind,group,index}of things)kind==="term"&&chosen[group].
add(index);let period=years&&[firstDay(years[0]),firstDay(years[1]+1)-1],sets=Object.entries(chosen).filter(([,terms])=>terms.
size).map(([group,terms])=>new Set([...terms].flatMap(term=>[...engagementsWith(group,term)])));nodes.length&&sets.push(
new Set(engagementsOf(nodes[0])));let count=0;for(let engagement=0;engagement<SIZE.engagements;engagement+=1)isKnownOn(engagement,
state.asOf)&&sets.every(set=>set.has(engagement))&&(!period||isInPeriod(engagement,period))&&(count+=1);if(!count)return null;
let yearNames=years?[years[0]===years[1]?String(years[0]):`${years[0]}–${years[1]}`]:[];return{patch:{chosen,period,neighbourhood:nodes.
length?{node:nodes[0],hops:1}:null},names:[...names,...yearNames],count}}var SNIPPET=70,QUESTION_ICON="M-.55,-.45A.55,.55 0 1 1 .1,.1Q0,.15 0,.5M0,.85V.9",FILTER_ICON="M-.9,-.75H.9L.25,.1V.85L-\
.25,.6V.1Z",icon=path=>svg("svg",{class:"swatch",width:18,height:18,viewBox:"-1.4 -1.4 2.8 2.8","aria-hidden":"true"},svg(
"path",{d:path,class:"sign tone-ink"})),questionIcon=()=>icon(QUESTION_ICON),filterIcon=()=>icon(FILTER_ICON);function termSwatch(group,index){
return group==="type"?typeSwatch(index):group==="set"?lineSwatch({set:index}):group==="country"||group==="kind"?nodeSwatch(
{[group]:index}):filterIcon()}function snippet(text,words){let places=words.map(word=>text.toLowerCase().indexOf(word)).
filter(place3=>place3>=0),place2=Math.min(...places,text.length),start=place2<SNIPPET*.6?0:text.lastIndexOf(" ",place2-SNIPPET*
.3)+1,end=start+SNIPPET>=text.length?text.length:text.lastIndexOf(" ",start+SNIPPET);return`${start?"… ":""}${text.slice(
start,Math.max(end,start+SNIPPET/2))}${end<text.length?" …":""}`}function matchingName(names,shown2,words){let count=name2=>words.
filter(word=>tokenise(name2).some(other=>other.startsWith(word))).length,best=names.reduce((found,name2)=>count(name2)>count(
found)?name2:found,shown2);return best===shown2?"":best}var label=(name2,value)=>translate("foundBy",translate(name2),value);
function reason(result,shown2,words){if(!result.hit)return"";if(result.kind==="question")return DATA.answers[result.index].
question;let{document:{kind,index,group,text,place:place2},field}=result.hit;if(isByName(result)){let names=result.kind===
"term"?termNames(result.group,result.index):rowNames(result.kind==="node"?NODES:ENGAGEMENTS,result.index);return matchingName(
names,shown2,words)}return kind==="node"&&result.kind!=="node"?label("foundBy_party",nodeName(index).text):kind==="term"?
label(`topic_${group}`,termLabel(group,index)):kind==="source"?label("foundBy_source",[SOURCES.publisher[index],SOURCES.
title[index]].filter(Boolean).join(" · ")):field==="place"?label("place",place2.replaceAll(`
`,translate("comma"))):snippet(text.trim(),words)}var DRAW={node:({index})=>({swatch:nodeSwatch({kind:NODES.kind[index],
country:NODES.country[index]}),name:nameElement(index),text:nodeName(index).text,note:termLabel("country",NODES.country[index]),
open:()=>select("node",index,{focus:!0})}),engagement:({index})=>{let{text,lang}=engagementTitle(index);return{swatch:typeSwatch(
ENGAGEMENTS.type[index]),name:bdi(text,lang),text,note:termLabel("type",ENGAGEMENTS.type[index]),open:()=>select("engage\
ment",index,{focus:!0})}},term:({group,index})=>({swatch:termSwatch(group,index),name:bdi(capitalise(termLabel(group,index))),
text:termLabel(group,index),note:`${translate(`topic_${group}`)} · ${formatNumber(engagementsWith(group,index).length)}`,
open:()=>reset({asOf:state.asOf,chosen:{...defaultState().chosen,[group]:new Set([index])}})}),question:({index})=>({swatch:questionIcon(),
name:bdi(questionTitle(index)),text:questionTitle(index),note:pluralise(DATA.answers[index].count,"row"),open:()=>change(
{answer:index,selection:null},{focus:!0})})};var searchInput=byId("search"),resultList=byId("search-results"),LIMITS={node:5,engagement:4,term:3,question:3},MOST_RESULTS=10,
OPENED2={view:"map",selection:null,answer:null},results=[],activeIndex=-1,refused="";function createOption(swatch,name2,why,note,open2,keeps=!1){
let option=el("div",{role:"option",id:`result-${results.length}`,"aria-selected":"false"},swatch,el("span",{},name2,why?
el("span",{class:"soft why"}," ",bdi(why)):""),el("span",{class:"soft"},note)),result={open:open2,keeps};return option.addEventListener(
"mousedown",event=>{event.preventDefault(),openResult(result)}),results.push(result),option}function createGroup(kind,found,words){
let options=found.map(result=>{let{swatch,name:name2,text,note,open:open2}=DRAW[kind](result);return createOption(swatch,
name2,reason(result,text,words),note,open2)}),heading=translate(`found_${kind}`);return el("div",{role:"group","aria-lab\
el":heading},el("span",{class:"heading","aria-hidden":"true"},heading),...options)}var message=text=>el("div",{role:"opt\
ion","aria-disabled":"true",class:"soft"},text);function shares(found){let counts=Object.fromEntries(KINDS.map(kind=>[kind,
Math.min(found[kind].length,LIMITS[kind])])),left=MOST_RESULTS-Object.values(counts).reduce((sum3,count)=>sum3+count,0);
for(let kind of KINDS){let more=Math.max(0,Math.min(left,found[kind].length-counts[kind]));counts[kind]+=more,left-=more}
return counts}function mentionsOption(text){let count=matchText(text).size;if(!count)return"";let name2=translate(count===
1?"showMention":"showMentions",pluralise(count,"engagement"),text);return createOption(filterIcon(),name2,"","",()=>reset(
{text,...OPENED2,asOf:state.asOf}))}function combinedOption(text){let combined=combinedFilter(text);if(!combined)return"";
let{names,count,patch}=combined,parts=names.map(name3=>typeof name3=="string"?name3:name3.node===void 0?termLabel(name3.
group,name3.index):nodeName(name3.node).text),name2=patch.path?capitalise(translate("shortestPath"))+translate("colon")+
parts.join(" – "):translate("showCombined",pluralise(count,"engagement"),parts.join(" · ")),asked=questionBox()?text:
"";return createOption(filterIcon(),name2,"","",()=>reset({...OPENED2,asOf:state.asOf,asked,...patch}))}var answerOption=(text,kind,answer)=>createOption(
kind==="catalogue"?questionIcon():filterIcon(),bdi(nameOf2(kind,answer)),"","",()=>openAnswer(text,kind,answer));function understoodOptions(text,isFound){
let result=understand(text);if(!result)return[];let{kind,answer,nearest:nearest3,not_understood:left}=result,offers=()=>nearest3.
map(offer2=>answerOption(text,offer2.kind,offer2.answer));if(kind==="choose")return[message(translate("mayMean",answer[0].
text||text)),...answer.map(each=>createOption(filterIcon(),bdi(labelOf2(each.value)),"","",()=>openChoice(text,each)))];
if(kind==="refuse"){let why=result.reason==="no rows"?"hasNoRows":"cannotSay";return refused=isFound?"":text,isFound?[]:
[message(translate(why,left.join(translate("comma")))),...offers()]}return kind==="filter"&&nameOfId(answer.show)?[]:showing(
kind,answer)?[answerOption(text,kind,answer)]:[message(translate("notHere",nameOf2(kind,answer),`pcgraph ask "${text}"`)),
...offers()]}var suggestionOption=text=>createOption(questionIcon(),translate("didYouMean",text),"","",()=>{searchInput.
value=text,showResults()},!0);function createResults(typed){let{text,isCorrected,suggestions}=correctSpelling(typed),found=search(
isCorrected?text:searchInput.value),combined=combinedOption(text),isWhole=KINDS.some(kind=>found[kind].some(({missing})=>!missing)),
read=combined?understand(typed):void 0,isCounted=read?.kind==="ranking"||read?.answer?.by,understood=combined&&!isCounted?
[]:understoodOptions(typed,isWhole);if(combined||understood.length)for(let kind of KINDS)found[kind]=found[kind].filter(
({missing})=>!missing);let counts=shares(found),groups=KINDS.filter(kind=>counts[kind]).sort((a,b)=>found[a][0].missing-
found[b][0].missing||found[a][0].level-found[b][0].level||KINDS.indexOf(a)-KINDS.indexOf(b)).map(kind=>createGroup(kind,
found[kind].slice(0,counts[kind]),queryWords(text))),mentions=mentionsOption(text),isAnswered=combined||understood.length>
0,isEmpty=!groups.length&&!mentions&&!isAnswered;return[isCorrected&&!understood.length?message(translate("foundInstead",
typed,text)):"",isEmpty?message(translate("notFound",typed)):!isWhole&&!isAnswered?message(translate("foundPartly",text)):
"",...understood.length?understood:[combined],...groups,mentions,...mentions||isAnswered?[]:suggestions.map(suggestionOption)]}
function showResults(){let typed=searchInput.value.trim();results=[],refused="";let questions=DATA.answers.map((_,index)=>({
kind:"question",index,level:0})),content2=typed?createResults(typed):questions.length?[createGroup("question",questions,
[])]:[];resultList.replaceChildren(...content2.filter(Boolean)),resultList.hidden=!resultList.children.length,searchInput.
setAttribute("aria-expanded",String(!resultList.hidden)),setActive(typed&&results.length&&!refused?0:-1)}function closeSearch(){
resultList.hidden=!0,searchInput.setAttribute("aria-expanded","false"),searchInput.removeAttribute("aria-activedescendan\
t"),activeIndex=-1}function openResult({open:open2,keeps}){keeps||(searchInput.value="",closeSearch()),open2()}function setActive(position){
activeIndex=position;let options=[...resultList.querySelectorAll('[role="option"]:not([aria-disabled])')];options.forEach(
(option,index)=>option.setAttribute("aria-selected",String(index===position))),position>=0?searchInput.setAttribute("ari\
a-activedescendant",`result-${position}`):searchInput.removeAttribute("aria-activedescendant"),options[position]?.scrollIntoView(
{block:"nearest"})}searchInput.addEventListener("input",()=>searchInput.value.trim()?showResults():closeSearch());searchInput.
addEventListener("click",()=>{resultList.hidden&&showResults()});searchInput.addEventListener("focus",()=>{setTimeout(prepareIndex),
questionBox()||loadBox().then(box2=>{box2&&!resultList.hidden&&searchInput.value.trim()&&showResults()})});searchInput.addEventListener(
"blur",closeSearch);searchInput.addEventListener("keydown",event=>{let isOpen2=!resultList.hidden;if(event.key==="ArrowD\
own"||event.key==="ArrowUp"){event.preventDefault();let next=event.key==="ArrowDown"?activeIndex+1:Math.max(activeIndex,
0)-1;isOpen2?results.length&&setActive((next+results.length)%results.length):showResults()}else if(event.key==="Enter"&&
isOpen2&&(results.length||refused)){event.preventDefault();let asked=refused,refusal={open:()=>change({asked}),keeps:!1};
openResult(activeIndex<0&&asked?refusal:results[Math.max(activeIndex,0)])}else event.key==="Escape"&&(searchInput.value||
isOpen2)&&(event.stopPropagation(),event.preventDefault(),searchInput.value="",closeSearch())});var rowsElement=byId("rows"),BATCH_SIZE=60;function statusDate2(engagement){if(engagement<0)return"";let status=statusOn(
engagement,state.asOf),reached=ENGAGEMENTS.steps[engagement].filter(([stepStatus])=>stepStatus===status);return reached.
length?reached[reached.length-1][1]:""}var statusDay=engagement=>{let status=engagement<0?-1:statusOn(engagement,state.asOf),
days=(engagement<0?[]:ENGAGEMENTS.steps[engagement].filter(([stepStatus])=>stepStatus===status)).map(([,,earliest,latest])=>latest??
earliest??-1e6);return days.length?Math.max(...days):-1e6},statusText=engagement=>engagement<0?"":termLabel("status",statusOn(
engagement,state.asOf)),sectorText=engagement=>engagement<0?"":ENGAGEMENTS.sectors[engagement].map(sector=>termLabel("se\
ctor",sector)).join(", "),titleElement=engagement=>{let{text,lang}=engagementTitle(engagement);return bdi(text,lang)},dateCell=engagement=>{
let date=statusDate2(engagement);return date?el("span",{title:`${formatDate(date)} (${date})`},formatShortDate(date)):el(
"span",{class:"soft"},translate("notStated"))},COLUMNS=[["col_matter",engagement=>engagementTitle(engagement).text,engagement=>el(
"span",{class:"line"},typeSwatch(ENGAGEMENTS.type[engagement]),openButton("engagement",engagement,titleElement(engagement)))],
["col_type",engagement=>termLabel("type",ENGAGEMENTS.type[engagement]),engagement=>capitalise(termLabel("type",ENGAGEMENTS.
type[engagement]))],["col_parties",engagement=>[...shownParties(engagement)].map(node=>nodeName(node).text).join(", "),partyCell],
["col_status",statusText,statusText],["col_date",statusDay,dateCell],["col_sector",sectorText,sectorText],["col_money",engagement=>ENGAGEMENTS.
money_rank[engagement],moneyCell],["col_voices",engagement=>ENGAGEMENTS.voices[engagement],engagement=>formatNumber(ENGAGEMENTS.
voices[engagement]),!0]];function moneyCell(engagement){return el("span",{},...sumsOf(engagement).flatMap((sum3,position)=>[
position?"; ":"",sumElement(engagement,sum3)]))}function partyCell(engagement){let parties=[...shownParties(engagement)],
first=parties.slice(0,3).flatMap((node,position)=>[position?translate("comma"):"",nameElement(node)]),more=parties.length-
3;return el("span",{},...first,more>0?el("span",{class:"soft"},` ${translate("andMore",more)}`):"")}function openButton(kind,index,text){
return button({class:"link",tabindex:"-1"},event=>{event.stopPropagation(),select(kind,index,{focus:!0})},text)}var sortedRows=[],
firstRow=0,endRow=0,tableBody=el("tbody"),isStale=!0,rowElements=new Map;function sortRows2(){let flags=shown.listed,columns=COLUMNS,
[column,ascending]=columns[state.sort[0]]?state.sort:[0,!0],sortValue=columns[column][1],indices2=Array.from(flags.keys()).
filter(index=>flags[index]),values=indices2.map(sortValue),[less,more]=ascending?[-1,1]:[1,-1],distinct=[...new Set(values)].
map(value=>[value,typeof value=="number"?value:normalise(value)]).sort(([,first],[,second])=>first<second?less:first>second?
more:0),rank=new Map;distinct.forEach(([value,key],index)=>rank.set(value,index&&key===distinct[index-1][1]?rank.get(distinct[index-
1][0]):index)),sortedRows=Array.from(Float64Array.from(indices2,(index,position)=>rank.get(values[position])*flags.length+
index).sort(),key=>key%flags.length)}function buildTable(){isStale=!1,sortRows2();let sorted=COLUMNS[state.sort[0]]?state.
sort:[0,!0],headers=COLUMNS.map(([key,,,isNumber2],column)=>el("th",{scope:"col",class:key+(isNumber2?" number":""),"ari\
a-sort":column!==sorted[0]?"none":sorted[1]?"ascending":"descending"},button({"data-column":column},()=>change({sort:[column,
column===state.sort[0]?!state.sort[1]:!0]}),translate(key),el("span",{class:"sort","aria-hidden":"true"})))),active=document.
activeElement,focused=active&&rowsElement.contains(active)?active.dataset.column:void 0;tableBody=el("tbody"),rowsElement.
replaceChildren(earlierButton,el("table",{},el("thead",{},el("tr",{},...headers)),tableBody),moreButton),renderFrom(0),markRows(
!1);let sameButton=focused!==void 0&&rowsElement.querySelector(`[data-column="${focused}"]`);sameButton&&sameButton.focus()}
var earlierButton=button({class:"link more"},()=>renderFrom(Math.max(0,firstRow-BATCH_SIZE)),""),moreButton=button({class:"\
link more"},()=>renderRows(BATCH_SIZE),"");function renderFrom(from){tableBody.replaceChildren(),rowElements.clear(),firstRow=
endRow=from,renderRows(BATCH_SIZE),rowsElement.scrollTop=0,setTabStop(tableBody.firstChild)}function renderRows(count){let columns=COLUMNS,
kind="engagement";for(let index of sortedRows.slice(endRow,endRow+count)){let row=el("tr",{},...columns.map(([key,,cell,
isNumber2])=>el("td",{class:key+(isNumber2?" number":"")},el("div",{},cell(index)))));row.addEventListener("click",()=>select(
kind,index,{})),row.addEventListener("mouseenter",()=>setHovered(kind,index)),row.addEventListener("mouseleave",()=>setHovered(
kind,-1)),rowElements.set(index,row),tableBody.append(row)}endRow=Math.min(sortedRows.length,endRow+count),earlierButton.
hidden=firstRow===0,earlierButton.textContent=translate("earlierRows",formatNumber(Math.min(BATCH_SIZE,firstRow))),moreButton.
hidden=endRow>=sortedRows.length,moreButton.textContent=translate("moreRows",formatNumber(Math.min(BATCH_SIZE,sortedRows.
length-endRow)),formatNumber(sortedRows.length-endRow))}function markRows(scroll){let{kind,index:selected}=state.selection||
{kind:"",index:-1},isRelated=index=>kind==="node"?partyNodes(index).includes(selected):kind==="stack"&&findItem("stack",
selected)?.engagements?.includes(index),selectedIndex=kind==="engagement"?selected:-1,position=selectedIndex>=0&&!rowElements.
has(selectedIndex)?sortedRows.indexOf(selectedIndex):-1;position>=0&&position>=endRow&&position<endRow+4*BATCH_SIZE?renderRows(
position+BATCH_SIZE-endRow):position>=0&&renderFrom(Math.max(0,position-BATCH_SIZE/2));for(let[index,row2]of rowElements)
row2.classList.toggle("chosen",index===selectedIndex),row2.classList.toggle("related",isRelated(index)),index===selectedIndex?
row2.setAttribute("aria-current","true"):row2.removeAttribute("aria-current");rowElements.has(selectedIndex)&&setTabStop(
rowElements.get(selectedIndex));let row=rowElements.get(selectedIndex)||[...rowElements].find(([index])=>isRelated(index))?.[1];
if(!row||!scroll)return;let top2=row.offsetTop-34;(top2<rowsElement.scrollTop||row.offsetTop+row.offsetHeight>rowsElement.
scrollTop+rowsElement.clientHeight)&&(rowsElement.scrollTop=top2)}rowsElement.addEventListener("scroll",()=>{endRow<sortedRows.
length&&rowsElement.scrollTop+rowsElement.clientHeight>rowsElement.scrollHeight-400&&renderRows(BATCH_SIZE)},{passive:!0});
function setTabStop(row){for(let previous of rowsElement.querySelectorAll('td [tabindex="0"]'))previous.tabIndex=-1;let control=row&&
row.querySelector("td button");return control&&(control.tabIndex=0),control}rowsElement.addEventListener("keydown",event=>{
let row=event.target.closest("tbody tr"),to=row&&{ArrowDown:row.nextSibling,ArrowUp:row.previousSibling,Home:tableBody.firstChild,
End:tableBody.lastChild}[event.key];to&&(event.preventDefault(),setTabStop(to).focus())});function createPaperTable(limit){
isStale&&buildTable();let row=(tag,content2)=>el("tr",{},...COLUMNS.map(([key,,cell,isNumber2])=>el(tag,{class:key+(isNumber2?
" number":"")},content2(key,cell)))),body=sortedRows.slice(0,limit).map(index=>row("td",(_,cell)=>el("div",{},cell(index))));
return{table:el("table",{},el("thead",{},row("th",key=>translate(key))),el("tbody",{},...body)),total:sortedRows.length}}
onChange(changed=>{isStale||=["shown","sort","language"].some(name2=>changed.has(name2)),byId("table-name").textContent=
translate("tableEngagements"),byId("table-count").textContent=formatNumber(shown.matching.engagements),state.view==="tab\
le"&&(isStale&&buildTable(),(changed.has("selection")||changed.has("view"))&&markRows(!0))});var choices=el("div",{class:"board-choices"}),totals=el("ul",{class:"board-key"}),axisTop=el("div",{class:"board-axis","\
aria-hidden":"true"}),lines=el("div",{class:"board-lines","aria-hidden":"true"}),list2=el("ol",{class:"board-rows","aria\
-describedby":"board-hint"}),moreButton2=el("button",{type:"button",class:"link more"}),hint=el("p",{class:"visually-hid\
den",id:"board-hint"}),content=el("div",{class:"board-content"},axisTop,lines,list2),scroller=el("div",{class:"board-scr\
oll"},content,moreButton2);byId("board").append(el("div",{class:"board-top"},choices,totals),hint,scroller);function choiceOf2(field,values,title,prefix){
return el("div",{role:"group","aria-label":translate(title)},el("span",{class:"soft"},translate(title)),...values.map(value=>button(
{"data-choice":`${field} ${value}`},()=>change({[field]:value}),translate(prefix+value))))}function drawChoices(){choices.
replaceChildren(choiceOf2("boardRows",["party","paper"],"boardRows","rows_"),choiceOf2("boardSort",["silence","size","na\
me"],"boardSort","sort_")),hint.textContent=translate("boardHint"),list2.setAttribute("aria-label",translate("boardLabel"))}
function markChoices(){for(let control of choices.querySelectorAll("button")){let[field,value]=control.dataset.choice.split(
" ");control.setAttribute("aria-pressed",String(state[field]===value))}}function drawTotals(listed3){let{promises,states,
occasions,others}=countPromises(listed3,state.asOf),item=(swatch,text,title)=>el("li",{title},swatch,text);totals.replaceChildren(
el("li",{},el("strong",{},pluralise(promises,"promise"))),...PROMISE_STATES.filter(name2=>states[name2]).map(name2=>item(
barSwatch(name2),translate(`story_promise_${name2}`,formatNumber(states[name2])),translate(`promiseMeaning_${name2}`))),
...occasions?[item(barSwatch("occasion"),pluralise(occasions,"occasion"),translate("occasionMeaning"))]:[],...others?[item(
"",pluralise(others,"otherEngagement"),translate("otherMeaning"))]:[])}function at(share,element){return element.style.left=
`${(100*share).toFixed(3)}%`,element}function drawAxis(axis,width,hasUndated){let shareOf2=day=>(day-axis.from)/(axis.to-
axis.from),ticks=ticksOf(axis,width),present2=presentDay(state.asOf),share=shareOf2(present2),isInside2=share>=0&&share<=
1,now=isInside2?[at(share,el("span",{class:share>.85?"today late":"today"},(state.asOf??DATA.as_of)===null?translate("no\
w"):formatDay(present2)))]:[],labels=ticks.map(([day,isYear3])=>at(shareOf2(day),el("span",{class:`tick${isYear3?" year":
""}${(1-shareOf2(day))*width<22?" late":""}`},isYear3?String(yearOf(day)):formatShortDate(monthOf(day)))));return axisTop.
replaceChildren(el("span"),el("div",{class:"track-of"},el("span",{class:"undated"},hasUndated?translate("undated"):""),el(
"div",{},...labels,...now))),lines.replaceChildren(el("span"),el("div",{class:"track-of"},el("span",{class:"undated"}),el(
"div",{},...ticks.map(([day])=>at(shareOf2(day),el("i"))),...isInside2?[at(share,el("i",{class:"today"}))]:[]))),axisWidth()}
var axisWidth=()=>bySelector(".track-of > div",lines).clientWidth;var tip=el("div",{id:"board-tip",hidden:!0});byId("board").append(tip);var controlsOf=row=>[...row.querySelectorAll(".ro\
w-name, .bar, .track-of .link")];function setStop(control){for(let previous of list2.querySelectorAll('[tabindex="0"]'))
previous.tabIndex=-1;return control&&(control.tabIndex=0),control}function findAgain(control){let row=control.closest(".\
board-row"),same=row&&list2.querySelector(`[data-row="${row.dataset.row}"]`);return same&&(same.querySelector(`[data-bar\
="${control.dataset.bar}"]`)||same.querySelector(".row-name"))}function nearest(row,control){if(control.matches(".row-na\
me"))return row.querySelector(".row-name");let left=element=>element.getBoundingClientRect().left,bars=[...row.querySelectorAll(
".bar")].map(bar=>[Math.abs(left(bar)-left(control)),bar]);return bars.reduce((best,entry)=>entry[0]<best[0]?entry:best,
bars[0])?.[1]||row.querySelector(".row-name")}list2.addEventListener("keydown",event=>{let row=event.target.closest(".bo\
ard-row");if(!row||event.ctrlKey||event.metaKey||event.altKey)return;let controls=controlsOf(row),place2=controls.indexOf(
event.target),toRow={ArrowDown:row.nextSibling,ArrowUp:row.previousSibling,Home:list2.firstChild,End:list2.lastChild},next=event.
key in toRow?toRow[event.key]&&nearest(toRow[event.key],event.target):{ArrowRight:controls[place2+1],ArrowLeft:controls[place2-
1]}[event.key];next&&setStop(next).focus({preventScroll:!0}),next&&bringIntoView(next),(event.key in toRow||event.key===
"ArrowRight"||event.key==="ArrowLeft")&&event.preventDefault()});function bringIntoView(control){let frame=scroller.getBoundingClientRect(),
{top:top2,bottom}=control.getBoundingClientRect(),above=top2-frame.top-56,below=bottom-frame.bottom+24;above<0?scroller.
scrollTop+=above:below>0&&(scroller.scrollTop+=below)}function hideTip(){tip.hidden=!0}function showTip(bar,x=null){tip.
replaceChildren(...describeBar(Number(bar.dataset.bar))),tip.hidden=!1;let frame=tip.offsetParent.getBoundingClientRect(),
{left,top:top2,bottom}=bar.getBoundingClientRect(),right=frame.width-tip.offsetWidth-8,below=bottom-frame.top+8+tip.offsetHeight<
frame.height;tip.style.left=`${Math.max(8,Math.min((x??left)-frame.left-8,right))}px`,tip.style.top=`${below?bottom-frame.
top+8:top2-frame.top-8-tip.offsetHeight}px`}var barOf2=event=>event.target.closest("[data-bar]");list2.addEventListener(
"pointerover",event=>{event.pointerType!=="touch"&&(barOf2(event)?showTip(barOf2(event),event.clientX):hideTip())});list2.
addEventListener("pointerleave",hideTip);list2.addEventListener("focusin",event=>{event.target.matches(".row-name, .bar,\
 .track-of .link")&&setStop(event.target),barOf2(event)&&event.target.matches(":focus-visible")&&showTip(event.target)});
list2.addEventListener("focusout",hideTip);var boardElement=byId("board"),BATCH_ROWS=40,BATCH_BARS=1e3,rows=[],place=null,isCurrent2=!1,boardRows=()=>rows;function buildMore(count=list2.
children.length+BATCH_ROWS){let built2=list2.children.length,bars=0,position=built2;for(;position<Math.min(count,rows.length)&&
bars<BATCH_BARS;position+=1){let element=createRow(rows[position],place);bars+=element.querySelectorAll(".bar").length,list2.
append(element)}moreButton2.hidden=position>=rows.length;let left=rows.length-position;moreButton2.textContent=translate(
"moreRows",formatNumber(Math.min(BATCH_ROWS,left)),formatNumber(left)),markSelection(built2)}function buildBoard({toTop=!1}={}){
if(isCurrent2=state.view==="board",!isCurrent2)return;let focused=boardElement.contains(document.activeElement)?document.
activeElement:null,[count,top2]=[list2.children.length,scroller.scrollTop],listed3=[...shown.listed.keys()].filter(engagement=>shown.
listed[engagement]),compare2=new Intl.Collator(language()).compare;rows=sortRows(buildRows(state.boardRows,listed3,state.
asOf),state.boardSort,row=>rowName(row).text,compare2);let hasUndated=listed3.some(engagement=>!spanOf(engagement,state.
asOf));boardElement.classList.toggle("with-undated",hasUndated),boardElement.hidden=!listed3.length,list2.replaceChildren();
let axis=axisOf(listed3,state.asOf,state.period);place={axis,width:drawAxis(axis,500,hasUndated)||500},drawAxis(axis,place.
width,hasUndated),markChoices(),drawTotals(listed3),buildMore(Math.max(BATCH_ROWS,toTop?0:count)),scroller.scrollTop=toTop?
0:top2,hideTip();let stop=setStop(focused&&findAgain(focused)||list2.querySelector(".row-name"));focused&&!focused.isConnected&&
stop?.focus({preventScroll:!0})}function markSelection(from=0){let{kind,index}=state.selection||{kind:"",index:-1},stack=kind===
"stack"?shown.stacks.find(({engagements})=>engagements.includes(index)):null,chosen=new Set(kind==="engagement"?[index]:
stack?stack.engagements:[]);for(let row of[...list2.children].slice(from)){let isRow=row.dataset.row===`${kind} ${index}`;
row.classList.toggle("chosen",isRow);for(let control of row.querySelectorAll(".row-name, [data-bar]")){let isChosen2=control.
dataset.bar===void 0?isRow:chosen.has(Number(control.dataset.bar));control.classList.toggle("chosen",isChosen2),isChosen2?
control.setAttribute("aria-current","true"):control.removeAttribute("aria-current")}}}function showSelection2(){let{kind,
index}=state.selection||{},position=rows.findIndex(row=>row.kind===kind&&row.index===index||kind==="engagement"&&row.engagements.
includes(index));for(;position>=list2.children.length&&position<list2.children.length+10*BATCH_ROWS;)buildMore();let marks=[
...list2.querySelectorAll(".chosen")],{top:top2,bottom}=scroller.getBoundingClientRect(),first=top2+axisTop.offsetHeight,
isInView=mark=>mark.getBoundingClientRect().bottom>first&&mark.getBoundingClientRect().top<bottom;marks.length&&!marks.some(
isInView)&&(scroller.scrollTop+=marks[0].getBoundingClientRect().top-first-12)}onChange(changed=>{changed.has("language")&&
drawChoices();let sorted=changed.has("boardRows")||changed.has("boardSort");sorted||changed.has("shown")||changed.has("l\
anguage")?buildBoard({toTop:sorted}):changed.has("view")&&state.view==="board"&&!isCurrent2&&buildBoard(),changed.has("s\
election")&&isCurrent2&&markSelection(),(changed.has("selection")||changed.has("view"))&&isCurrent2&&showSelection2()});
moreButton2.addEventListener("click",()=>buildMore());scroller.addEventListener("scroll",()=>{hideTip();let isNearEnd=scroller.
scrollTop+scroller.clientHeight>scroller.scrollHeight-600;isCurrent2&&isNearEnd&&list2.children.length<rows.length&&buildMore()},
{passive:!0});list2.addEventListener("focusin",event=>{list2.children.length<rows.length&&event.target.closest(".board-r\
ow")===list2.lastChild&&buildMore()});new ResizeObserver(()=>{isCurrent2&&scroller.clientWidth&&!matchMedia("print").matches&&
place&&Math.abs(axisWidth()-place.width)>4&&buildBoard()}).observe(scroller);function download(blob,name2){let url=URL.createObjectURL(blob);el("a",{href:url,download:name2}).click(),setTimeout(()=>URL.
revokeObjectURL(url),1e3)}var LONGEST_PART=60;function slug(text,longest=LONGEST_PART){let whole=normalise(text).replace(/[^\p{L}\p{N}]+/gu,"-").replace(
/^-|-$/g,"");if(whole.length<=longest)return whole;let cut=whole.slice(0,longest+1);return cut.slice(0,cut.includes("-")?
cut.lastIndexOf("-"):longest)}var SELECTED={node:NODES,engagement:ENGAGEMENTS,stack:ENGAGEMENTS},name=(table,index)=>localName(
table.iri[index]),nodeNames=nodes=>[...nodes].map(node=>name(NODES,node)),termNames2=group=>[...state.chosen[group]].sort(
(a,b)=>a-b).map(term=>localName(TERMS[group][term].id)).join(" ");function filterNames(){let{story,event,neighbourhood,path,
only:only2,period,text,voices}=state;return[story===null?"":DATA.stories[story].id,event===null?"":name(ENGAGEMENTS,event),
neighbourhood?`near ${name(NODES,neighbourhood.node)}`:"",path?nodeNames(path).join(" to "):"",only2?`only ${nodeNames(only2).
join(" ")}`:"",...GROUPS.map(termNames2),period?[...new Set(period.map(monthOf))].join(" to "):"",text,voices>1?`${voices}\
 voices`:""].filter(Boolean).join(" ")}function fileName(what,suffix,{withSelection=!0}={}){let{kind,index}=withSelection&&
state.selection||{kind:"",index:-1},subject=kind?name(SELECTED[kind],index):filterNames();return`${[document.title,what,
subject,shownDay()?formatIsoDay(shownDay()):""].map(part=>slug(part)).filter(Boolean).join("-")||"map"}.${suffix}`}function csvCell(value){let text=String(value??""),safe=/^[=+\-@\t\r\n]/.test(text)&&!/^-?\d+(\.\d+)?$/.test(text)?`'${text}`:
text;return/[",\r\n]/.test(safe)||safe!==safe.trim()?`"${safe.replaceAll('"','""')}"`:safe}var list3=values=>values.join(
"; "),isoDay=day=>day===null?"":formatIsoDay(day),yes=holds=>holds?"yes":"",knownParties=engagement=>ENGAGEMENTS.parties[engagement].
filter(([,node,,sources])=>node>=0&&isAnySourceKnown(sources)),snakeCase=curie=>localName(curie).replace(/[A-Z]/g,letter=>`\
_${letter.toLowerCase()}`),stepColumns=(name2,step)=>[[name2,step?step[1]:""],[`${name2}_status`,step?termLabel("status",
step[0]):""],[`${name2}_earliest`,step?isoDay(step[2]):""],[`${name2}_latest`,step?isoDay(step[3]):""]],statusDate3=(steps,status)=>steps.
filter(([each])=>each===status).at(-1)?.[1]??"";function sumsOf2(engagement){let numbers2=ENGAGEMENTS.numbers[engagement];
if(!numbers2)return{};let[amount,least,most,currency,claimed,claimedCurrency]=numbers2;return{amount,least,most,currency,
claimed,claimedCurrency}}function engagementColumns(engagement){let{amount,least,most,currency,claimed,claimedCurrency}=sumsOf2(
engagement),steps=ENGAGEMENTS.steps[engagement].filter(step=>isAnySourceKnown(step[5])),dated=steps.filter(([,edtf,earliest,
latest])=>edtf||earliest!==null||latest!==null),status=statusOn(engagement,state.asOf),parties=knownParties(engagement),
sources=sourcesOfEngagements([engagement]);return[["engagement",engagementTitle(engagement).text],["engagement_iri",expandCurie(
ENGAGEMENTS.iri[engagement])],["type",termLabel("type",ENGAGEMENTS.type[engagement])],["form",termLabel("form",ENGAGEMENTS.
form[engagement])],["status",termLabel("status",status)],["date",statusDate3(steps,status)],...stepColumns("first_step",
dated[0]),...stepColumns("last_step",dated.at(-1)),...["starts","ends","expected"].map(name2=>[name2,ENGAGEMENTS[name2][engagement]]),
["amount",amount],["amount_at_least",least],["amount_at_most",most],["currency",currency],["amount_in_words",ENGAGEMENTS.
amount[engagement]],["claimed_amount",claimed],["claimed_currency",claimedCurrency],["claimed_amount_in_words",ENGAGEMENTS.
claim[engagement]],["quantity",ENGAGEMENTS.quantity[engagement]],["sectors",list3(ENGAGEMENTS.sectors[engagement].map(sector=>termLabel(
"sector",sector)))],["places",list3(ENGAGEMENTS.places[engagement].map(place2=>termLabel("place",place2)))],["partly_inf\
erred",yes(hasInference(engagement))],["disputed",yes(ENGAGEMENTS.disputes[engagement].length)],["silent",yes(isSilent(engagement,
state.asOf))],["voices",state.asOf===null?ENGAGEMENTS.voices[engagement]:""],["sources",sources.length],["source_iris",list3(
sources.map(source=>expandCurie(SOURCES.iri[source])))],["source_addresses",list3(sources.map(source=>SOURCES.address[source]))],
...TERMS.role.flatMap(({id},role)=>{let nodes=parties.filter(([each])=>each===role).map(([,node])=>node);return[[snakeCase(
id),list3(nodes.map(node=>nodeName(node).text))],[`${snakeCase(id)}_iri`,list3(nodes.map(node=>expandCurie(NODES.iri[node])))]]})]}
var PARTY_COLUMNS=["engagement","engagement_iri","role","party","party_iri","country","inferred"],partyRows=engagement=>knownParties(
engagement).map(([role,node,inferred2])=>[engagementTitle(engagement).text,expandCurie(ENGAGEMENTS.iri[engagement]),termLabel(
"role",role),nodeName(node).text,expandCurie(NODES.iri[node]),termLabel("country",NODES.country[node]),yes(inferred2)]),
listed=()=>[...shown.listed.keys()].filter(engagement=>shown.listed[engagement]),toCsv=rows2=>rows2.map(row=>`${row.map(
csvCell).join(",")}\r
`).join("");function engagementsCsv(){let names=SIZE.engagements?engagementColumns(0).map(([name2])=>name2):[];return toCsv(
[names,...listed().map(engagement=>engagementColumns(engagement).map(([,value])=>value))])}var partiesCsv=()=>toCsv([PARTY_COLUMNS,
...listed().flatMap(partyRows)]),TABLES={node:NODES,engagement:ENGAGEMENTS,source:SOURCES};function answerCell(cell){if(typeof cell!=
"object")return[cell,""];if(Array.isArray(cell))return[0,1].map(part=>list3(cell.map(([value,sources])=>`${answerCell(value)[0]}\
 (${list3(sources.map(source=>answerCell(source)[part]))})`)));let[[table,index]]=Object.entries(cell);return[({node:()=>nodeName(
index).text,engagement:()=>engagementTitle(index).text,source:()=>SOURCES.title[index]||SOURCES.iri[index]}[table]||(()=>termLabel(
table,index)))(),expandCurie(TABLES[table]?TABLES[table].iri[index]:TERMS[table][index].id)]}function answerCsv({columns,
rows:rows2}){let hasIri=columns.map((_,column)=>rows2.some(row=>typeof row[column]=="object")),spread2=values=>values.flatMap(
([text,iri],column)=>hasIri[column]?[text,iri]:[text]);return toCsv([spread2(columns.map(([name2])=>[snakeCase(name2),`${snakeCase(
name2)}_iri`])),...rows2.map(row=>spread2(row.map(answerCell)))])}var saveTable=(name2,text)=>download(new Blob(["\uFEFF",
text],{type:"text/csv;charset=utf-8"}),name2),tableName=what=>fileName(what,"csv",{withSelection:!1}),saveEngagements=()=>saveTable(
tableName("engagements"),engagementsCsv()),saveParties=()=>saveTable(tableName("parties"),partiesCsv());function chartCsv(columns,rows2){
let from=[describeState(["asOf"]),shownDay()?formatIsoDay(shownDay()):"",DATA.licence,pageAddress()];return toCsv([[...columns,
"filters","day","licence","address"],...rows2.map(row=>[...row,...from])])}var saveChart=(id,columns,rows2)=>saveTable(tableName(
id),chartCsv(columns,rows2)),saveAnswer=answer=>saveTable(`${[document.title,answer.id,answer.day||formatIsoDay(DATA.as_of??
DATA.today)].map(part=>slug(part)).join("-")}.csv`,answerCsv(answer));var textString=text=>`<FEFF${Array.from({length:text.length},(_,at2)=>text.charCodeAt(at2).toString(16).padStart(4,"0")).
join("").toUpperCase()}>`;function packRows({data,width,height}){let length=3*width+1,rows2=new Uint8Array(length*height);
for(let y=0;y<height;y+=1){rows2[y*length]=2;for(let x=0;x<width;x+=1){let from=4*(y*width+x),to=y*length+1+3*x;for(let part=0;part<
3;part+=1)rows2[to+part]=data[from+part]-(y?data[from+part-4*width]:0)}}return rows2}function pageLayout(width,height){let[
pageWidth,pageHeight]=width>height?[841.89,595.28]:[595.28,841.89],scale=Math.min((pageWidth-56)/width,(pageHeight-56)/height);
return{pageWidth,pageHeight,scale,left:(pageWidth-width*scale)/2,top:28}}async function createPdf(image,info,language2){
let{width,height}=image,{pageWidth,pageHeight,scale,left,top:top2}=pageLayout(width,height),stream=new Blob([packRows(image)]).
stream().pipeThrough(new CompressionStream("deflate")),pixels=new Uint8Array(await new Response(stream).arrayBuffer()),number=value=>String(
Math.round(value*100)/100),content2=`q ${[width*scale,0,0,height*scale,left,pageHeight-top2-height*scale].map(number).join(
" ")} cm /P Do Q`,objects=[[`<</Type/Catalog/Pages 2 0 R/Lang${textString(language2)}/ViewerPreferences<</DisplayDocTitl\
e true>>>>`],["<</Type/Pages/Kids[3 0 R]/Count 1>>"],[`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${pageWidth} ${pageHeight}\
]/Resources<</XObject<</P 5 0 R>>>>/Contents 4 0 R>>`],[`<</Length ${content2.length}>>stream
${content2}
endstream`],[`<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filt\
er/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns ${width}>>/Length ${pixels.length}>>stream
`,pixels,`
endstream`],[`<<${Object.entries(info).map(([name2,text])=>`/${name2}${textString(text)}`).join("")}>>`]],parts=[`%PDF-1\
.5
%ééé
`],offsets=[],length=parts[0].length+3,add=part=>{parts.push(part),length+=part.length};objects.forEach((object,at2)=>{offsets.
push(length),add(`${at2+1} 0 obj
`),object.forEach(add),add(`
endobj
`)});let start=length;add(`xref
0 ${objects.length+1}
0000000000 65535 f 
`);for(let offset of offsets)add(`${String(offset).padStart(10,"0")} 00000 n 
`);return add(`trailer<</Size ${objects.length+1}/Root 1 0 R/Info 6 0 R>>
startxref
${start}
%%EOF
`),new Blob(parts,{type:"application/pdf"})}var MOST_HEIGHT=1300,EDGE2=24,TOP5=30,UNDATED=60,GAP4=12;function barStyle(engagement){let set=statusSetOn(engagement,state.
asOf);return styleOf(set,ENGAGEMENTS.occasion[engagement])}function styleOf(set,isOccasion){let strength=setStrength(set),
id=TERMS.set[set]?.id;return isOccasion?{colour:colours.soft,alpha:.35+.5*strength,share:.28}:{colour:id==="realised"?colours["\
tone-3"]:colours.ink,alpha:id==="realised"?1:.22+.78*strength,share:{entered:.76,announced:.5}[id]??1,isBroken:id==="end\
ed"||id==="none"}}function drawBar(renderer,{x,solid,end,y,height,isHollow=!1,style}){let{colour,alpha,share,isBroken}=style,
thick=Math.max(height*share,3),top2=y+(height-thick)/2,fill=(from,to,above,tall,corner)=>renderer.rect(from,above,Math.max(
to-from,0),tall,corner,{fill:colour,alpha}),outline=(from,to,tall)=>renderer.rect(from+.5,y+(height-tall)/2+.5,Math.max(
to-from-1,2),tall-1,1.5,{fill:colours.paper,colour,width:1,alpha});if(isHollow)outline(x,solid,thick);else if(isBroken)for(let left=x;left<
solid;left+=5)fill(left,Math.min(left+3,solid),top2,thick,0);else fill(x,Math.max(solid,x+3),top2,thick,2);end>solid&&outline(
solid,end,Math.max(height*.6,4))}var listed2=()=>[...shown.listed.keys()].filter(engagement=>shown.listed[engagement]);function isChosen({
kind,index,engagements},selection=state.selection){return selection?.kind==="node"?kind==="node"&&index===selection.index:
selection?.kind!=="engagement"?!1:kind==="engagement"&&index===selection.index||engagements.includes(selection.index)}function layOutBoard(paper){
let[width,mostHeight]=paper?boardPicture.paper[paper]:[byId("board").clientWidth,MOST_HEIGHT],hasUndated=listed2().some(
engagement=>!spanOf(engagement,state.asOf)),label2=Math.min(212,Math.round(width*.3)),left=EDGE2+label2+18+(hasUndated?UNDATED:
0),right=width-EDGE2,axis=axisOf(listed2(),state.asOf,state.period),rows2=paper==="dossier"?boardRows().filter(row=>isChosen(
row)):boardRows(),placed=[],y=TOP5+GAP4;for(let row of rows2){let plan=layOut(row.engagements,state.asOf,axis,{least:7/(right-
left),gap:2/(right-left)}),[height,,silentHeight]=barHeights(plan.lanes),name2=breakLines(rowName(row).text,label2,13,600).
slice(0,3),counts=[countText2(row.counts),plan.left?translate("andMore",formatNumber(plan.left)):""].flatMap(text=>breakLines(
text,label2,11.5)),bars=plan.heardLanes*height+(plan.lanes-plan.heardLanes)*silentHeight,undated=hasUndated?11*Math.ceil(
plan.undated.length/5):0,tall=Math.max(name2.length*16+counts.length*15,bars,undated)+GAP4;if(placed.length&&y+tall>mostHeight)
break;placed.push({row,plan,name:name2,counts,y}),y+=tall}return{width,height:y,left,right,axis,label:label2,hasUndated,
rows:placed,all:rows2}}function drawAxis2(renderer,{axis,left,right,height,hasUndated}){let place2=day=>left+(day-axis.from)/
(axis.to-axis.from)*(right-left),text=(words,x2,y,colour,style={})=>renderer.text(words,x2,y,{size:12,colour,anchor:"sta\
rt",...style});hasUndated&&text(translate("undated"),left-UNDATED,10,colours.soft);for(let[day,isYear3]of ticksOf(axis,right-
left))renderer.rect(place2(day),0,1,height,0,{fill:colours.hair}),text(isYear3?String(yearOf(day)):formatShortDate(monthOf(
day)),place2(day)+5,10,isYear3?colours.ink:colours.soft);let present2=presentDay(state.asOf),x=place2(present2);x<left||
x>right||(renderer.rect(x-1,18,2,height-18,0,{fill:colours.accent,alpha:.6}),text((state.asOf??DATA.as_of)===null?translate(
"now"):formatDay(present2),x-6,24,colours.accent,{weight:600,anchor:"end"}))}function drawRow(renderer,{row,plan,name:name2,
counts,y},{left,right,label:label2,isFirst,rightToLeft}){let place2=share=>left+share*(right-left),x=rightToLeft?EDGE2+label2:
EDGE2,anchor=rightToLeft?"end":"start";isFirst||renderer.rect(EDGE2,y-GAP4/2,right-EDGE2,1,0,{fill:colours.hair});let isSelected=state.
selection?.kind===row.kind&&isChosen(row),write=(lines2,from,step,style)=>lines2.forEach((line,at2)=>renderer.text(line,
x,from+at2*step,{anchor,...style}));write(name2,y+8,16,{size:13,weight:600,colour:isSelected?colours.accent:colours.ink}),
write(counts,y+8+name2.length*16,15,{size:11.5,colour:colours.soft});let[height,gap,silentHeight,silentGap]=barHeights(plan.
lanes),selected=state.selection?.kind==="engagement"?state.selection.index:-1;for(let bar of plan.bars){let heardLane=Math.
min(bar.lane,plan.heardLanes),top2=y+heardLane*height+(bar.lane-heardLane)*silentHeight,tall=bar.isSilent?silentHeight-silentGap:
height-gap,[from,to]=[place2(bar.start),place2(bar.end)];drawBar(renderer,{x:from,solid:place2(bar.solid),end:to,y:top2,
height:tall,style:barStyle(bar.engagement)}),bar.engagement===selected&&renderer.rect(from-2,top2-2,to-from+4,tall+4,3,{
colour:colours.accent,width:2})}plan.undated.forEach((engagement,at2)=>{let markLeft=left-UNDATED+at2%5*11,top2=y+Math.floor(
at2/5)*11;drawBar(renderer,{x:markLeft,solid:markLeft+9,end:markLeft+9,y:top2,height:9,isHollow:isSilent(engagement,state.
asOf),style:barStyle(engagement)})})}function draw2(renderer,paper){let board=layOutBoard(paper),rightToLeft=document.documentElement.
dir==="rtl";drawAxis2(renderer,board),board.rows.forEach((row,at2)=>drawRow(renderer,row,{...board,isFirst:at2===0,rightToLeft}))}
function legend2(){let{promises,states,occasions}=countPromises(listed2(),state.asOf),sample=name2=>{let style=styleOf(TERMS.
set.findIndex(({id})=>id===(BAR_OF_STATE[name2]||"entered")),name2==="occasion");return(renderer,x,y)=>drawBar(renderer,
{x:x-12,solid:x+(name2==="silent"?-7:12),end:x+12,y:y-4.5,height:9,style})},entries=PROMISE_STATES.filter(name2=>states[name2]).
map(name2=>[translate(`story_promise_${name2}`,formatNumber(states[name2])),sample(name2)]);return occasions&&entries.push(
[pluralise(occasions,"occasion"),sample("occasion")]),[[pluralise(promises,"promise"),entries]]}function notes(paper){let{
rows:rows2,all}=layOutBoard(paper),engagementsIn2=some=>new Set(some.flatMap(({engagements})=>engagements)),seen=engagementsIn2(
rows2.map(({row})=>row)),rest=all.slice(rows2.length),unseen=[...engagementsIn2(rest)].filter(engagement=>!seen.has(engagement)).
length;return[translate("occasionMeaning"),`${translate("labelled",translate("boardSort"),translate(`sort_${state.boardSort}`))}\
.`,rest.length?translate("boardRest",pluralise(rest.length,"boardRow"),pluralise(unseen,"engagement")):""]}var boardPicture={
paper:{dossier:[688,460],whole:[688,770]},has:selection=>boardRows().some(row=>isChosen(row,selection)),size:paper=>{let{
width,height}=layOutBoard(paper);return[width,height]},draw:draw2,legend:legend2,notes};var drawKey=style=>(renderer,x,y)=>drawMark(renderer,{kind:"key",r:6,px:x,py:y,...style}),drawLineKey=set=>(renderer,x,y)=>renderer.
curve([x-13,y,x,y,x+13,y],{colour:colours.soft,width:3,alpha:setStrength(set)}),drawTypeKey=type=>(renderer,x,y)=>{let colour=colours[`\
tone-${typeTone(type)}`];renderer.shape(CARD_PATH,x,y,8,{fill:colours.card,colour,width:1.4}),renderer.shape(typeIcon(type),
x,y,5.3,{colour,width:1.2})};function legend3(){let seen={set:new Set,type:new Set,country:new Set,kind:new Set};projectItems(
readCamera());for(let item of scene.items.filter(({isInFrame})=>isInFrame)){item.kind==="node"&&(seen.country.add(NODES.
country[item.index]<0?-1:countrySide(NODES.country[item.index])),seen.kind.add(NODES.kind[item.index]));for(let engagement of item.
engagements||[])seen.type.add(ENGAGEMENTS.type[engagement]);for(let[set]of item.sets||[])seen.set.add(set)}let entries=(group,draw3,label2=index=>termLabel(
group,index))=>[translate(`group_${group}`),[...seen[group]].filter(index=>index>=0).sort((a,b)=>a-b).map(index=>[capitalise(
label2(index)),draw3(index)])];return[entries("set",drawLineKey),entries("type",drawTypeKey),entries("country",side=>drawKey(
{shape:"circle",side}),side=>side<Math.min(DATA.sides,2)?termLabel("country",side):translate("otherCountries")),entries(
"kind",kind=>drawKey({shape:kindShape(kind),side:kindShape(kind)==="blank"?"blank":3}))]}var notes2=()=>[translate("read\
Width"),translate("readRim"),state.measure?translate("readSize",measureName(state.measure)):"",scene.items.some(({engagements=[]})=>engagements.
length>1)?translate("readNumber"):""],frameOn=paper=>paper&&!state.camera?mapPicture.paper[paper]:null,mapPicture={paper:{
dossier:[688,400],whole:[688,620]},has:({kind,index})=>!!findItem(kind,index),size:paper=>frameOn(paper)||[mapElement.clientWidth,
mapElement.clientHeight],draw:(renderer,paper)=>frameOn(paper)?drawFitted(renderer,...frameOn(paper)):drawMap(renderer,readCamera(),
[]),legend:legend3,notes:notes2};var PICTURES={map:mapPicture,board:boardPicture},MARGIN2=24,ROW5=21,isPicture=()=>state.view in PICTURES&&PICTURES[state.
view].size().every(length=>length>0),isInPicture=selection=>isPicture()&&PICTURES[state.view].has(selection);function pictureTexts(){
let selection=describeSelection();return{title:stripControls(document.title),counts:stripControls(byId("counts").textContent).
trim(),story:storyText(),choices:[selection&&capitalise(translate("labelled",translate("selected"),selection)),describeState(
["asOf"])].filter(Boolean).join(translate("semicolon")),provenance:provenance()}}function layOut2(texts,width){let y=0;return{
lines:texts.flatMap(([text,style,gap=0])=>(y+=text?gap:0,breakLines(text,width-2*MARGIN2,style.size,style.weight).map(line=>(y+=
style.size*1.4,[line,style,y-style.size*.7])))),height:y}}function placeLegend(groups,width){let filled=groups.filter(([
,entries])=>entries.length),isNarrow=width<560,indent=isNarrow?0:Math.max(0,...filled.map(([title])=>textWidth(title,600,
12)))+18,placed=[],row=-1;for(let[title,entries]of filled){placed.push([MARGIN2,row+=1,title,null]),isNarrow&&(row+=1);let x=MARGIN2+
indent;for(let[label2,draw3]of entries){let entryWidth=52+textWidth(stripControls(label2),400,12);x>MARGIN2+indent&&x+entryWidth-
18>width-MARGIN2&&([x,row]=[MARGIN2+indent,row+1]),placed.push([x,row,label2,draw3]),x+=entryWidth}}return{placed,rows:row+
1}}function drawPicture(surface,{bare=!1,paper=null,view:view2=PICTURES[state.view]}={}){let[width,viewHeight]=view2.size(
paper),rightToLeft=document.documentElement.dir==="rtl",place2=x=>rightToLeft?width-x:x,anchor=rightToLeft?"end":"start",
{title,counts,story,choices:choices2,provenance:lines2}=pictureTexts(),plain=(size,colour,weight=400)=>({size,colour,weight,
anchor}),head=layOut2(bare?[]:[[title,plain(18,colours.ink,650)],[counts,plain(12.5,colours.soft),3],[view2.heading??"",
plain(16,colours.ink,600),8],[story,plain(12.5,colours.ink),3],[choices2,plain(12.5,colours.ink),3]],width),foot=layOut2(
bare?[]:lines2.map(line=>[line,plain(11,colours.soft),2]),width),legend4=placeLegend(view2.legend(),width),notes3=layOut2(
[[view2.notes(paper).filter(Boolean).join(" "),plain(11.5,colours.soft),2]],width),top2=bare?0:head.height+32,legendTop=top2+
viewHeight+14,notesTop=legendTop+legend4.rows*ROW5+2,footTop=notesTop+notes3.height+14,renderer=surface.open(width,Math.
ceil(bare?notesTop+notes3.height+4:footTop+foot.height+18)),write=(texts,above)=>texts.lines.forEach(([text,style,y])=>renderer.
text(text,place2(MARGIN2),above+y,style));write(head,18),surface.inside(top2,width,viewHeight,inner=>view2.draw(inner,paper));
for(let[x,row,label2,draw3]of legend4.placed){let y=legendTop+(row+.5)*ROW5;draw3&&draw3(renderer,place2(x+13),y);let style=draw3?
plain(12,colours.ink):plain(12,colours.soft,600);renderer.text(stripControls(label2),place2(draw3?x+32:x),y,style)}write(
notes3,notesTop),bare||renderer.rect(MARGIN2,footTop-7,width-2*MARGIN2,1,0,{fill:colours.hair}),write(foot,footTop)}var SCREEN_SCALE=2,PRINT_DENSITY=300/72;function createCanvasPicture(scaleOf,options={}){let canvas2=document.createElement(
"canvas"),ctx=canvas2.getContext("2d",{alpha:!1});return drawPicture({open(width,height){let scale=scaleOf(width,height);
return[canvas2.width,canvas2.height]=[Math.round(scale*width),Math.round(scale*height)],ctx.scale(scale,scale),ctx.fillStyle=
colours.paper,ctx.fillRect(0,0,width,height),createCanvasRenderer(ctx,colours.font)},inside(top2,width,height,draw3){ctx.
save(),ctx.beginPath(),ctx.rect(0,top2,width,height),ctx.clip(),ctx.translate(0,top2),draw3(createCanvasRenderer(ctx,colours.
font)),ctx.restore()}},options),canvas2}function createSvgPicture({bare=!1,...options}={}){let{title,...texts}=pictureTexts(),
root=svg("svg",{role:"img",lang:interfaceLanguage(),direction:"ltr",...bare?{"aria-label":title}:{}});return drawPicture(
{open(width,height){if(root.setAttribute("viewBox",`0 0 ${width} ${height}`),!bare){for(let[name2,length]of Object.entries(
{width,height}))root.setAttribute(name2,length);let description=Object.values(texts).flat().filter(Boolean).join(`
`);root.append(svg("title",{},cleanForXml(title)),svg("desc",{},cleanForXml(description)))}return root.append(svg("rect",
{width,height,fill:colours.paper})),createSvgRenderer(root,colours.font)},inside(top2,width,height,draw3){let frame=svg(
"svg",{x:0,y:top2,width,height,viewBox:`0 0 ${width} ${height}`,overflow:"hidden"});root.append(frame),draw3(createSvgRenderer(
frame,colours.font))}},{bare,...options}),root}var pictureName=(view2,suffix)=>view2?fileName(view2.id,suffix,{withSelection:!1}):
fileName(state.view,suffix);function savePng(view2){let name2=pictureName(view2,"png");createCanvasPicture(()=>SCREEN_SCALE,
{view:view2}).toBlob(blob=>download(blob,name2),"image/png")}function saveSvg(view2){let picture2=new XMLSerializer().serializeToString(
createSvgPicture({view:view2}));download(new Blob([`<?xml version="1.0" encoding="UTF-8"?>
`,picture2,`
`],{type:"image/svg+xml"}),pictureName(view2,"svg"))}async function savePdf(){let name2=fileName(state.view,"pdf"),{title,
counts,story,choices:choices2,provenance:provenance2}=pictureTexts(),canvas2=onPaper(()=>createCanvasPicture((width2,height2)=>pageLayout(
width2,height2).scale*PRINT_DENSITY)),{width,height}=canvas2,image=canvas2.getContext("2d").getImageData(0,0,width,height),
info={Title:title,Author:DATA.creators.join(", "),Subject:[counts,story,choices2].filter(Boolean).join(" · "),Keywords:provenance2.
join(" · ")};download(await createPdf(image,info,interfaceLanguage()),name2)}var PAINTS=["fill","colour","halo"];function createPen(renderer,paint,mark,left=0){let dyed=style=>{let named=PAINTS.filter(
name2=>style[name2]).map(name2=>[name2,paint(style[name2])]);return{...style,...Object.fromEntries(named)}};return{rect:(x,y,width,height,corner,style)=>renderer.
rect(left+x,y,Math.max(0,width),Math.max(0,height),corner,dyed(style)),shape:(d,x,y,r,style)=>renderer.shape(d,left+x,y,
r,dyed(style)),curve:(points,style)=>renderer.curve(points.map((each,at2)=>at2%2?each:left+each),dyed(style)),text:(text,x,y,style)=>renderer.
text(String(text),left+x,y,dyed({size:12,colour:"ink",...style})),mark}}var nameOf3=(chart,{key})=>`${chart.id} ${key}`,
onScreen=name2=>`var(--${name2})`;function createChart(chart,width){let numbers2=numbersOf(chart),{height,draw:draw3}=chart.
layout(numbers2,width),root=svg("svg",{width,height,viewBox:`0 0 ${width} ${height}`,role:"group",direction:"ltr","aria-\
label":translate("chartLabel",translate(`chart_${chart.id}`))}),penOn=(layer2,mark)=>createPen(createSvgRenderer(layer2,
colours.font),onScreen,mark),layer=null,between=new Proxy({},{get:(_,name2)=>(...values)=>(layer??=root.appendChild(svg(
"g",{"aria-hidden":"true"})),penOn(layer)[name2](...values))});return draw3({...createPen(between,name2=>name2,null),mark(cell,[
x,y,wide,high],drawMark2){let label2=chart.describe(cell,numbers2),name2=nameOf3(chart,cell);layer=null;let mark=svg("g",
{class:"mark",id:name2.replaceAll(" ","-"),role:"button",tabindex:"-1","aria-label":label2,"data-cell":name2},svg("title",
{},label2),svg("rect",{x,y,width:wide,height:high,class:"hit"}));root.append(mark),drawMark2(penOn(mark,null))}}),root.querySelector(
".mark")?.setAttribute("tabindex","0"),root}var EDGE3=24,chartPicture=(chart,width)=>({id:chart.id,heading:chart.headline(
numbersOf(chart)),has:()=>!1,legend:()=>[],size:()=>[width+2*EDGE3,chart.layout(numbersOf(chart),width).height],notes:()=>[
translate(`chart_${chart.id}_what`),translate(`chart_${chart.id}_not`)],draw(renderer){let pen=createPen(renderer,name2=>colours[name2],
(cell,area,drawMark2)=>drawMark2(pen),EDGE3);chart.layout(numbersOf(chart),width).draw(pen)}});function setStop2(mark){for(let each of mark.
ownerSVGElement.querySelectorAll('[tabindex="0"]'))each.setAttribute("tabindex","-1");return mark.setAttribute("tabindex",
"0"),mark}var middle=mark=>{let{left,right,top:top2,bottom}=mark.getBoundingClientRect();return[(left+right)/2,(top2+bottom)/
2]};function nearest2(marks,from,down){let[x,y]=middle(from),best=marks.map(mark=>{let[left,top2]=middle(mark);return[(top2-
y)*down>1?Math.abs(top2-y)+2.2*Math.abs(left-x):1/0,mark]}).reduce((least,each)=>each[0]<least[0]?each:least);return best[0]<
1/0?best[1]:void 0}function listen(element){let open2=(mark,focus)=>{setStop2(mark),change({cell:mark.dataset.cell,selection:null,
answer:null},{focus})};element.addEventListener("click",({target})=>{let mark=target.closest(".mark");mark&&open2(mark,!1)}),
element.addEventListener("keydown",event=>{let mark=event.target.closest(".mark");if(!mark||event.ctrlKey||event.metaKey||
event.altKey)return;let marks=[...mark.ownerSVGElement.querySelectorAll(".mark")],place2=marks.indexOf(mark),next={ArrowRight:()=>marks[place2+
1],ArrowLeft:()=>marks[place2-1],Home:()=>marks[0],End:()=>marks.at(-1),ArrowDown:()=>nearest2(marks,mark,1),ArrowUp:()=>nearest2(
marks,mark,-1)}[event.key];if(next){let other=next();other&&setStop2(other).focus()}else if(event.key==="Enter"||event.key===
" ")open2(mark,!0);else return;event.preventDefault()})}var view=byId("stage-analyse"),SMALLEST2=300,OFFERED=3,drawnWidth=0,LARGEST3=1080;function widthNow(){let{paddingLeft,paddingRight}=getComputedStyle(
view);return Math.max(SMALLEST2,Math.min(LARGEST3,Math.floor(view.clientWidth-parseFloat(paddingLeft)-parseFloat(paddingRight))))}
function offer(chart){let{cells}=chart.numbers([...Array(SIZE.engagements).keys()].filter(isTrusted)),sizes=new Map;for(let engagement of new Set(
cells.flatMap(({engagements})=>engagements)))for(let node of shownParties(engagement))!isPerson[node]&&!isUnnamed[node]&&
sizes.set(node,(sizes.get(node)??0)+1);let most=[...sizes].sort((a,b)=>b[1]-a[1]||a[0]-b[0]).slice(0,OFFERED);return el(
"p",{class:"none"},translate(most.length?"chartMost":"chartNothing"),...most.flatMap(([node,size])=>[" ",button({class:"\
link"},()=>reset({asOf:state.asOf,voices:state.voices,neighbourhood:{node,hops:1}}),nameElement(node)),` (${formatNumber(
size)})`]))}function createSection(chart,width){let numbers2=numbersOf(chart),name2=translate(`chart_${chart.id}`),isEmpty=!numbers2.
cells.length,controls=chart.controls?.(numbers2)??[],files={SVG:()=>saveSvg(chartPicture(chart,width)),PNG:()=>savePng(chartPicture(
chart,width)),CSV:()=>saveChart(chart.id,chart.columns(),chart.rows(numbers2))};return el("section",{class:"chart","aria\
-labelledby":`chart-${chart.id}`},el("p",{class:"kicker"},name2),el("h2",{id:`chart-${chart.id}`},chart.headline(numbers2)),
el("p",{class:"soft"},translate(`chart_${chart.id}_what`)),controls.length?el("div",{class:"board-choices"},...controls):
"",isEmpty?offer(chart):createChart(chart,width),el("p",{class:"not"},translate(`chart_${chart.id}_not`)),isEmpty?"":el(
"p",{class:"files"},...Object.entries(files).map(([format2,save])=>button({class:"link","aria-label":translate("chartSav\
e",name2,format2)},save,format2))))}function markCell(){let key=openCell()&&state.cell;for(let mark of view.querySelectorAll(
".mark"))mark.classList.toggle("chosen",mark.dataset.cell===key)}function drawCharts(){let focused=view.contains(document.
activeElement)?document.activeElement:null,choice=focused&&focused.dataset.choice,top2=view.scrollTop;if(drawnWidth=state.
view==="analyse"?widthNow():0,!drawnWidth)return;view.replaceChildren(...CHARTS.map(chart=>createSection(chart,drawnWidth))),
markCell(),view.scrollTop=top2,(focused?.id?document.getElementById(focused.id):choice?[...view.querySelectorAll("[data-\
choice]")].find(each=>each.dataset.choice===choice):null)?.focus({preventScroll:!0})}listen(view);onChange(changed=>{["s\
hown","charts","language"].some(name2=>changed.has(name2))||changed.has("view")&&!drawnWidth?drawCharts():(changed.has("\
cell")||changed.has("view"))&&markCell()});new ResizeObserver(()=>{drawnWidth&&view.clientWidth&&!matchMedia("print").matches&&
Math.abs(widthNow()-drawnWidth)>4&&drawCharts()}).observe(view);var isOnline=()=>/^https?:/.test(location.href),ownFile=()=>location.pathname.slice(location.pathname.lastIndexOf("/")+1),
fileBeside=()=>isOnline()?"":decodeURIComponent(ownFile()),escape=text=>text.replace(/[&<>"]/g,sign=>`&#${sign.charCodeAt(
0)};`);function embedCode(){let attributes={src:`${isOnline()?location.href.split("#")[0]:ownFile()}#${[location.hash.slice(
1),"embed=yes"].filter(Boolean).join("&")}`,title:document.title,width:"100%",height:"520",loading:"lazy",style:"border:\
0"};return`<iframe ${Object.entries(attributes).map(([name2,text])=>`${name2}="${escape(text)}"`).join(" ")}></iframe>`}
function startEmbedded(){let choices2=el("span",{class:"soft"}),whole=el("a",{target:"_blank",rel:"noopener"}),caption=el(
"footer",{class:"caption"},el("strong",{},document.title),choices2,whole);document.body.append(caption),onChange(changed=>{
if(choices2.textContent=describeState(),whole.textContent=translate("openWhole"),whole.href=location.href.replace(/([#&])embed=yes$/,
(_,sign)=>sign==="#"?"#":""),!changed.has("selection")||!state.selection)return;let item=state.view==="map"?findItem(state.
selection.kind,state.selection.index):void 0;byId("layout").classList.toggle("panel-first",item!==void 0&&item.px>mapElement.
clientWidth/2)})}isEmbedded()&&startEmbedded();function selectedIds(){let{selection,only:only2}=state;if(!selection)return[
...only2||[]].map(node=>NODES.iri[node]);let{kind,index}=selection;return kind==="node"?[NODES.iri[index]]:(kind==="stac\
k"&&findItem(kind,index)?.engagements||[index]).map(engagement=>ENGAGEMENTS.iri[engagement])}parent!==window&&location.protocol===
"about:"&&onChange(changed=>{(changed.has("selection")||changed.has("only"))&&parent.postMessage({selected:selectedIds()},
"*")});var PICTURES2={png:savePng,svg:saveSvg,pdf:savePdf},openAnswer2=()=>state.answer===null||state.selection?null:DATA.answers[state.
answer],ACTIONS={...PICTURES2,csv:saveTable2,parties:saveParties},saving=byId("save").parentElement,code=byId("embed-cod\
e");function saveTable2(){let answer=openAnswer2();if(!answer)return saveEngagements();saveAnswer(answer);let{rows:rows2,
count,command}=answer;rows2.length<count&&announce(`${pluralise(count,"row")}${translate("answerFirst",formatNumber(rows2.
length))} ${translate("answerAll")} ${command}`)}function setMenuOpen(open2){byId("save").setAttribute("aria-expanded",String(
open2)),byId("save-menu").hidden=!open2,code.hidden=!0;let answer=openAnswer2();for(let format2 of Object.keys(PICTURES2))
byId(`save-${format2}`).hidden=open2&&(answer!==null||!isPicture());byId("save-parties").hidden=answer!==null,byId("save\
-csv").textContent=translate(answer?"saveAnswer":"saveCsv")}function closeMenu(){setMenuOpen(!1),byId("save").focus()}async function copyEmbedCode(){
code.value=embedCode();try{if(self!==top)throw new Error("a page in a frame may not use the clipboard");await navigator.
clipboard.writeText(code.value),closeMenu(),announce(fileBeside()?translate("embedBeside",fileBeside()):translate("copie\
d"))}catch{code.hidden=!1,code.focus(),code.select(),announce(translate("copyByHand"))}}byId("save").addEventListener("c\
lick",()=>setMenuOpen(byId("save-menu").hidden));saving.addEventListener("focusout",({relatedTarget})=>{saving.contains(
relatedTarget)||setMenuOpen(!1)});for(let[format2,save]of Object.entries(ACTIONS))byId(`save-${format2}`).addEventListener(
"click",()=>{closeMenu(),save()});byId("copy-embed").addEventListener("click",copyEmbedCode);addEventListener("keydown",
event=>{event.key!=="Escape"||byId("save-menu").hidden||(event.stopImmediatePropagation(),closeMenu())},!0);onChange(changed=>{
changed.has("view")&&setMenuOpen(!1)});var PAGE_HEIGHT=950,PAGES={dossier:2,whole:6},SPACING=.97,LIMITS2=[160,120,90,70,60,52,46,41,37,33,30,27,24,22,20,18,16,
14,12,11,10,9,8,7,6,5,4,3],ROWS2=3,MOST_BUILT=2e3,MOST_OF_PAGE=.4,FEWEST=3,SCREEN_ONLY="input, select, textarea, [hidden\
], .screen-only, .close, .back, .choice, .path, .buttons, .message, .key, .copy h3, h3:has(+ .keys), .keys";function readableAddress(address){
let whole=address.replace(/#:~:text=.*/,"");try{let decoded=decodeURI(whole);return stripControls(decoded)===decoded?decoded:
whole}catch{return whole}}function writeAddresses(copy){for(let anchor of copy.querySelectorAll('a[href^="http"]')){let address=readableAddress(
anchor.getAttribute("href"));if([...(anchor.closest("li")||anchor).querySelectorAll(".address")].map(each=>each.textContent).
includes(address)||address.endsWith(anchor.textContent))continue;(anchor.closest("p")||anchor.closest(".source-line")||anchor).
after(el("span",{class:"address",dir:"ltr"},address))}}function leftOut2(list4,count){let attributes={class:"left-out","\
data-count":count},text=translate("leftOut",formatNumber(count));return list4.matches("tbody")?el("tr",attributes,el("td",
{colspan:9},text)):el("li",attributes,text)}function copyPanel(){let panel2=byId("panel");for(let each of panel2.querySelectorAll(
"details"))Number(each.dataset.left||0)<=MOST_BUILT&&each.dispatchEvent(new Event("toggle"));let copy=el("div",{class:"p\
anel"},...[...panel2.children].map(child=>child.cloneNode(!0)));for(let unwanted of copy.querySelectorAll(SCREEN_ONLY))unwanted.
remove();for(let each of copy.querySelectorAll("details")){let[summary,...content2]=each.children;if(each.dataset.left){
let list4=each.previousElementSibling;list4.append(...content2.length?content2[0].children:[leftOut2(list4,Number(each.dataset.
left))]),each.remove()}else each.replaceWith(el("section",{},el("h3",{},...summary.childNodes),...content2))}for(let each of copy.
querySelectorAll("section"))each.querySelector(":scope > h3:only-child")&&each.remove();for(let each of copy.querySelectorAll(
"[id]"))each.removeAttribute("id");return writeAddresses(copy),copy}function limitOf(list4,most){let depth=0;for(let outer=list4.
parentElement.closest("ul, ol");outer;outer=outer.parentElement.closest("ul, ol"))depth+=1;return depth?depth>1?Math.floor(
most/12):Math.ceil(most/7):list4.querySelector(":scope > li > .source-details, :scope > li > div > .source-details")?Math.
ceil(most/3):most}function cutLists(copy,most){for(let list4 of copy.querySelectorAll("ul:not(.lives, .life-key), ol, tb\
ody")){let limit=limitOf(list4,most),note=list4.querySelector(":scope > .left-out"),entries=[...list4.children].filter(entry=>entry!==
note);if(entries.length<=limit+(note?0:1))continue;for(let entry of entries.slice(limit))entry.remove();let left=entries.
length-limit+Number(note?.dataset.count||0);note?.remove(),list4.append(leftOut2(list4,left))}}function printedEngagements(){
let{kind,index}=state.selection||{kind:"",index:-1};return kind==="node"?[...engagementsOf(index)].filter(isTrusted):kind===
"engagement"?[index]:kind==="stack"?findItem("stack",index)?.engagements||[index]:shownEngagements()}var isDossier=()=>state.
selection!==null||state.answer!==null;function createTable(){let{table,total}=createPaperTable(LIMITS2[0]*ROWS2),note=el(
"p",{class:"left-out"}),{rows:rows2}=table.tBodies[0];return{box:el("div",{class:"paper-table"},table,note),cut(most){for(;rows2.
length>most;)rows2[rows2.length-1].remove();note.textContent=total>rows2.length?translate("leftOut",formatNumber(total-rows2.
length)):""}}}var CHART_WIDTH=640,chartFigures=()=>state.view!=="analyse"||isDossier()?[]:CHARTS.filter(chart=>numbersOf(
chart).cells.length).map(chart=>el("figure",{},el("h2",{},chart.headline(numbersOf(chart))),createSvgPicture({bare:!0,view:chartPicture(
chart,CHART_WIDTH)})));function addPaper(withPicture){let{title,counts,story,choices:choices2}=pictureTexts(),hasWords=withPicture||
!isDossier(),kind=isDossier()?"dossier":"whole",panel2=copyPanel(),charts=chartFigures(),table=isDossier()||charts.length?
{box:""}:createTable(),timeline=panel2.querySelector(".timeline")||"",paper=el("main",{id:"paper",class:kind},el("header",
{},el("h1",{},title),hasWords?el("p",{class:"counts"},counts):"",...hasWords?[story,choices2].filter(Boolean).map(text=>el(
"p",{},text)):[]),withPicture?el("figure",{},createSvgPicture({bare:!0,paper:kind})):"",...charts,panel2,timeline,table.
box,el("footer",{},...provenance(printedEngagements()).map(line=>el("p",{dir:"auto"},line))));document.getElementById("p\
aper")?.remove(),document.body.append(paper),withPicture&&kind==="whole"&&panel2.classList.toggle("next-page",panel2.offsetTop>
.75*PAGE_HEIGHT);let whole=timeline&&timeline.offsetHeight>MOST_OF_PAGE*PAGE_HEIGHT?timeline.offsetHeight:0;return LIMITS2.
find(limit=>(table.box&&table.cut(limit*ROWS2),cutLists(panel2,limit),paper.getBoundingClientRect().height-whole<=PAGE_HEIGHT*
PAGES[kind]*SPACING))||0}function buildPaper(){(!(isDossier()?state.selection&&isInPicture(state.selection):isPicture())||
addPaper(!0)<FEWEST&&isDossier())&&addPaper(!1)}addEventListener("beforeprint",()=>{document.documentElement.classList.add(
"on-paper"),repaint(),buildPaper()});addEventListener("afterprint",()=>{document.getElementById("paper")?.remove(),document.
documentElement.classList.remove("on-paper"),repaint()});addEventListener("keydown",event=>{let typing=event.target.matches?.("input, select, textarea, .sparql");event.ctrlKey||
event.metaKey||event.altKey||(event.key==="/"&&!typing?(event.preventDefault(),byId("search").focus()):/^[1-3]$/.test(event.
key)&&!typing&&state.selection&&state.selection.kind==="node"?change({neighbourhood:{node:state.selection.index,hops:Number(
event.key)}},{refit:!0}):event.key==="0"&&!typing&&state.neighbourhood&&change({neighbourhood:null},{refit:!0}))},!0);var NAMED_PARTS=3;
function followAddress(){let unknown=readAddress(),parts=unknown.slice(0,NAMED_PARTS).map(part=>part.length>50?`${part.slice(
0,48)}…`:part);unknown.length>NAMED_PARTS&&parts.push(translate("andMore",unknown.length-NAMED_PARTS)),unknown.length&&
announce(translate("badAddress",parts.join(translate("comma"))))}addEventListener("popstate",followAddress);byId("skip").
addEventListener("click",event=>{event.preventDefault(),change({view:"table"}),byId("rows").focus()});for(let query of["\
(prefers-color-scheme: dark)","(forced-colors: active)"])matchMedia(query).addEventListener("change",()=>repaint());matchMedia(
"(max-width: 900px)").matches&&(byId("legend-fold").open=!1);document.documentElement.classList.toggle("embedded",isEmbedded());
followAddress();newsLine()&&announce(newsLine());requestAnimationFrame(()=>requestAnimationFrame(()=>{document.documentElement.
dataset.ready="true"}));return __toCommonJS(main_exports);})();

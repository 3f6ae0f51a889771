var pcgraph=(()=>{var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __hasOwnProp=Object.prototype.hasOwnProperty;var __export=(target,all)=>{for(var name in all)__defProp(target,name,{get:all[name],enumerable:!0})},__copyProps=(to,from,except,desc)=>{
if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(from))!__hasOwnProp.call(to,key)&&
key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,key))||desc.enumerable});return to};var __toCommonJS=mod=>__copyProps(__defProp({},"__esModule",{value:!0}),mod);var main_exports={};__export(main_exports,{DATA:()=>DATA,ENGAGEMENTS:()=>ENGAGEMENTS,GROUPS:()=>GROUPS,KEY_LINES:()=>KEY_LINES,
KEY_ORGANISATIONS:()=>KEY_ORGANISATIONS,LINKS_DOWN:()=>LINKS_DOWN,MAX_HOPS:()=>MAX_HOPS,MAX_LINES:()=>MAX_LINES,MEASURES:()=>MEASURES,
NODES:()=>NODES,NO_SET:()=>NO_SET,SIZE:()=>SIZE,SOURCES:()=>SOURCES,TERMS:()=>TERMS,TIES:()=>TIES,VIEWS:()=>VIEWS,applyFilters:()=>applyFilters,
buildIndex:()=>buildIndex,buildScene:()=>buildScene,camera:()=>camera,change:()=>change,choose:()=>choose,daysOfMonth:()=>daysOfMonth,
defaultState:()=>defaultState,describe:()=>describe,drawDuration:()=>drawDuration,drawLines:()=>drawLines,drawMap:()=>drawMap,
expandCurie:()=>expandCurie,facetCounts:()=>facetCounts,failedConditions:()=>failedConditions,findEngagement:()=>findEngagement,
findItem:()=>findItem,findNode:()=>findNode,fit:()=>fit,formatIsoDay:()=>formatIsoDay,hasInference:()=>hasInference,hideTooltip:()=>hideTooltip,
highlightAround:()=>highlightAround,highlightPath:()=>highlightPath,hitTest:()=>hitTest,hovered:()=>hovered,isBelievedOn:()=>isBelievedOn,
isHeardOn:()=>isHeardOn,isInside:()=>isInside,isKnownOn:()=>isKnownOn,isRestricted:()=>isRestricted,isSilent:()=>isSilent,
itemKey:()=>itemKey,keepMoving:()=>keepMoving,known:()=>known,lastHeard:()=>lastHeard,mapElement:()=>mapElement,matching:()=>matching,
monthOf:()=>monthOf,network:()=>network,onChange:()=>onChange,outcomesOf:()=>outcomesOf,panBy:()=>panBy,panTo:()=>panTo,
parseDay:()=>parseDay,pointOnCurve:()=>pointOnCurve,positionOf:()=>positionOf,projectItems:()=>projectItems,readCamera:()=>readCamera,
repaint:()=>repaint,reset:()=>reset,saveCamera:()=>saveCamera,scene:()=>scene,sectorsOf:()=>sectorsOf,select:()=>select,
setHovered:()=>setHovered,showTooltip:()=>showTooltip,shown:()=>shown,sparql:()=>sparql,state:()=>state,statusOn:()=>statusOn,
statusSetOn:()=>statusSetOn,sum:()=>sum,termsOf:()=>termsOf,tiesOf:()=>tiesOf,tiesOfEngagement:()=>tiesOfEngagement,turtle:()=>turtle,
updateShown:()=>updateShown,whatHides:()=>whatHides,yearOf:()=>yearOf,zoomBy:()=>zoomBy});var parseJson=id=>JSON.parse(document.getElementById(id).textContent),DATA=parseJson("data"),{nodes:NODES,ties:TIES,engagements:ENGAGEMENTS,
sources:SOURCES,words:TERMS}=DATA;{let network2=parseJson("network"),column=(Kind,rows2,name)=>Kind.from(rows2,row=>row[name]);
NODES.x=column(Float64Array,network2.nodes,"x"),NODES.y=column(Float64Array,network2.nodes,"y"),TIES.from=column(Int32Array,
network2.edges,"from"),TIES.to=column(Int32Array,network2.edges,"to")}TERMS.mark=["silent","inferred","disputed"].map(id=>({
id,label:id}));var GROUPS=["type","set","mark","sector","country","kind","tier"],SIZE={nodes:NODES.iri.length,ties:TIES.
from.length,engagements:ENGAGEMENTS.iri.length,sources:SOURCES.iri.length};function buildIndex(count,forEachPair){let starts=new Int32Array(
count+1);forEachPair(key=>{starts[key+1]+=1});for(let key=0;key<count;key+=1)starts[key+1]+=starts[key];let values=new Int32Array(
starts[count]),next=starts.slice();return forEachPair((key,value)=>{values[next[key]]=value,next[key]+=1}),key=>values.subarray(
starts[key],starts[key+1])}var createLookup=curies=>{let indices=new Map(curies.map((curie,index)=>[curie,index]));return curie=>indices.
get(curie)??-1},findNode=createLookup(NODES.iri),findEngagement=createLookup(ENGAGEMENTS.iri),tiesOf=buildIndex(SIZE.nodes,
add=>{for(let tie=0;tie<SIZE.ties;tie+=1)add(TIES.from[tie],tie),TIES.to[tie]!==TIES.from[tie]&&add(TIES.to[tie],tie)}),
tiesOfEngagement=buildIndex(SIZE.engagements,add=>{for(let tie=0;tie<SIZE.ties;tie+=1)TIES.engagement[tie]>=0&&add(TIES.
engagement[tie],tie)});function isBelievedOn(intervals,day){if(day===null)return intervals.length%2===1;for(let index=0;index<
intervals.length;index+=2)if((intervals[index]===null||intervals[index]<=day)&&(index+1>=intervals.length||day<intervals[index+
1]))return!0;return!1}function statusOn(engagement,day){let intervals=ENGAGEMENTS.status[engagement];for(let index=intervals.
length-3;index>=0;index-=3){let[status,since,until]=[intervals[index],intervals[index+1],intervals[index+2]];if(day===null?
until===null:(since===null||since<=day)&&(until===null||day<until))return status}return-1}var NO_SET=TERMS.set.findIndex(
({id})=>id==="none"),statusSetOn=(engagement,day)=>{let status=statusOn(engagement,day);return status<0?NO_SET:TERMS.status[status].
set??NO_SET};function isKnownOn(engagement,day){return ENGAGEMENTS.status[engagement].length?statusOn(engagement,day)>=0:
day===null||!ENGAGEMENTS.sources[engagement].length||ENGAGEMENTS.sources[engagement].some(source=>SOURCES.known[source]===
null||SOURCES.known[source]<=day)}var isHeardOn=(sources,day)=>day===null||!sources||!sources.length||sources.some(source=>SOURCES.
known[source]===null||SOURCES.known[source]<=day);function lastHeard(engagement,day){let days=ENGAGEMENTS.sources[engagement].
map(source=>SOURCES.known[source]).filter(known2=>known2!==null&&(day===null||known2<=day));return days.length?Math.max(
...days):null}var SILENT_AFTER=5*365.25,OPEN_SETS=new Set(["entered","announced","prospective"]);function isSilent(engagement,day){
let heard=lastHeard(engagement,day);return heard!==null&&(day??DATA.as_of??DATA.today)-heard>=SILENT_AFTER&&OPEN_SETS.has(
TERMS.set[statusSetOn(engagement,day)]?.id)}var hasInference=engagement=>ENGAGEMENTS.inferred[engagement].length>0||ENGAGEMENTS.
parties[engagement].some(([,,inferred2])=>inferred2)||ENGAGEMENTS.steps[engagement].some(step=>step[4]);function expandCurie(curie){
let colon=curie.indexOf(":"),namespace=Object.hasOwn(DATA.prefixes,curie.slice(0,colon))?DATA.prefixes[curie.slice(0,colon)]:
null;return namespace===null?curie:namespace+curie.slice(colon+1)}var parseDay=text=>{let day=/^\d{4}-\d\d-\d\d$/.test(text)?
Date.parse(`${text}T00:00:00Z`)/864e5:NaN;return Number.isNaN(day)||formatIsoDay(day)!==text?null:day},formatIsoDay=day=>new Date(
day*864e5).toISOString().slice(0,10),yearOf=day=>new Date(day*864e5).getUTCFullYear(),monthOf=day=>formatIsoDay(day).slice(
0,7);function daysOfMonth(text){if(!/^\d{4}-(0[1-9]|1[0-2])$/.test(text||""))return null;let[year,month]=text.split("-").
map(Number);return[Date.UTC(year,month-1,1)/864e5,Date.UTC(year,month,0)/864e5]}var VIEWS=["map","board","table"],MEASURES=DATA.measures.map(({name})=>name),MAX_HOPS=3,defaultState=()=>({view:"map",language:DATA.
languages[0],measure:MEASURES[0]||"",chosen:Object.fromEntries(GROUPS.map(group=>[group,new Set])),voices:1,people:!1,unnamed:!1,
asOf:null,period:null,event:null,only:null,text:"",story:null,selection:null,neighbourhood:null,path:null,level:"key",pins:new Map,
camera:null,sort:[0,!0],boardRows:"party",boardSort:"size"}),state=defaultState(),listeners=[],onChange=listener=>{listeners.
push(listener)};function change(patch,options={}){Object.assign(state,patch);let changed=new Set(Object.keys(patch));for(let listener of listeners)
listener(changed,options)}function select(kind,index,{focus=!1,move=!0}={}){change({selection:kind?{kind,index}:null},{history:!0,
focus,move})}function reset(patch={}){let{view,language:language2,measure,sort,selection,boardRows,boardSort,pins}=state;
change({...defaultState(),view,language:language2,measure,sort,selection,boardRows,boardSort,pins,...patch},{refit:!0})}var en_default={months:"January February March April May June July August September October November December",about:"ab\
out {0}",probably:"probably {0}",probablyAbout:"probably about {0}",by:"by {0}",since:"since {0}",between:"between {0} a\
nd {1}",fromTo:"{0} to {1}",decade:"s",dateNotStated:"date not stated",comma:", ",organisation:"organisation|organisatio\
ns",tie:"tie|ties",engagement:"engagement|engagements",source:"source|sources",voice:"independent voice|independent voic\
es",member:"member|members",step:"step|steps",details:"Details",close:"Close",closeKey:"Close (Esc)",howToRead:"How to r\
ead this map",stories:"Stories",allStories:"All stories",storiesAsOf:"As known on {0}",headline:"{0}: {1}",headline_announced:"\
{0} only planned",headline_silent:"{0} silent for five years",story_set_realised:"{0} done or in progress",story_set_entered:"\
{0} signed",story_set_announced:"{0} planned",story_set_prospective:"{0} talked about",story_set_ended:"{0} ended",story_set_none:"\
{0} suspended or without a status",story_event:"Latest event with results",story_event_text:"{1}. Its parts and results:\
 {2} ({3}).",story_promise:"Largest promise",story_promise_text:"{1}, planned or signed. Latest status: {2}; last mentio\
ned on {3}.{4}",story_others:" In other currencies: {0}.",story_other:"{0} ({1}, {2})",story_silence:"Longest silence",story_silence_text:"\
Latest status: {1}; last mentioned on {2}. Not reported as done and silent for five years: {3}.",story_money:"Sums named\
, completed and only claimed",story_money_text:"A sum is named for {0}, of which {1} are done or in progress. {2} of the\
m are loans, grants, investments or acquisitions; {3} of those are completed.{4}",story_claim:" A sum is only claimed fo\
r {0}; the largest is {1}, {2}.",story_dispute:"Most disputed",story_dispute_text:"Sources contradict each other on {1}.\
 Disputed in all: {2}.",story_connected:"Most partners",story_connected_text:"Named together with {1} in {2}: {3}.",story_voices:"\
Most widely reported",story_voices_text:"{1} in {2} report it. Latest status: {3}.",introPartners:"Each mark is an organ\
isation. Each line is a tie between two organisations. Select either to see its details and the source passages that sup\
port it.",introEngagements:"Round and square marks are organisations. The small cards between them are what they do toge\
ther: agreements, plans, talks or events. A number on a card says how many there are between the same parties. Select an\
ything to see its details and the passages that support it.",readLine:"The darker the line, the further the engagement h\
as come: pale lines are only planned or talked about.",readWidth:"The wider the line, the more independent voices report\
 it.",readArrow:"An arrow points from the acting party to the receiving party.",readSide:"Filled mark: {0}. Ring: {1}. M\
ark with a dot: another country.",readOneSide:"Filled mark: {0}. Mark with a dot: another country.",readShape:"The shape\
 shows the kind of organisation.",readSize:"The larger the mark, the higher its {0}.",readUnnamed:"A dashed outline is a\
 party that the source does not name.",missing:"Known gaps",methods:"How the data were made",keys:"Keys",keyFind:"find",
keyClose:"close",keyNext:"next control",keyZoom:"zoom (when the map has focus)",keyMove:"pan (when the map has focus)",background:"\
background",backgroundMeaning:"General knowledge; not stated by a source in this collection",inferred:"inferred",inferredMeaning:"\
Our interpretation; the source does not state it explicitly",unnamed:"unnamed",unnamedMeaning:"The source does not name \
this party",alsoWritten:"Also known as",noTie:"No tie with another organisation is known.",noStatus:"no status reported",
rank:"rank {0} of {1}",sure:"90 % interval: ranks {0}–{1}; in the top {2} in {3} % of draws",otherCountries:"other cou\
ntries",noTieNow:"No tie with another organisation was known on the chosen date.",withoutTie:"Involved, without a direct\
 tie",placeInNetwork:"Position in the network",toldBy:"Reported by {0}",steps:"Show only neighbours within",wholeMap:"Sh\
ow the whole map",pathTo:"Shortest path to",pathNone:"No path connects the two organisations in the current view.",pathShown:"\
Shortest path, {0}: {1}",pathClear:"Clear path",chooseOrganisation:"Choose an organisation …",to:"to",from:"by",more_n:"\
{0} more",measure_degree:"number of partners",measure_strength:"weight of ties",measure_betweenness:"betweenness",measure_pagerank:"\
PageRank",community:"Community",around:"around {0}",members:"Members",innerTies:"{0} within the community",outerTies:"{0\
} to other communities",openCommunity:"Expand on the map",foldCommunity:"Collapse into one mark",communityMeaning:"Organ\
isations with more ties among themselves than with others. Communities are computed; no source states them.",neighbourCommunities:"\
Connected communities",sector:"Sector",place:"Place",number:"Number",amount:"Amount",expected:"Expected",starts:"Starts",
ends:"Ends",aim:"Aim",aims:"Aims",howFar:"Progress",noStep:"No source reports any progress.",openStatuses:"Not reported \
yet: {0}",dateBounds:"earliest {0}, latest {1}",latestBound:"no later than {0}",whoTakesPart:"Parties",noParty:"No party\
 is recorded.",whereSaid:"Evidence",noPassage:"No passage is recorded.",openPassage:"open the page at this passage",passage_proved:"\
The words were found at the source.",passage_moved:"The words were found at the source, at another place.",passage_reflowed:"\
The words were found at the source, with other spaces or punctuation.",passage_changed:"The words are no longer in the t\
ext of the source.","passage_source-gone":"The address of the source no longer answers.","passage_hash-not-checked":"A p\
erson read the words; no machine has compared them with the source yet.","passage_pointer-only":"Only the place is named\
, which no machine can check.",saidBy:"statement by {0}",tierSource:"{0} source",disputed:"Disputed",believed:"believed",
notBelieved:"not believed",verdictReason:"Reason:",verdictOpen:"Undecided: no verdict has been given. By default, the be\
tter source is believed, then the newer one.",readInto:"Inferred",readIntoText:"Our interpretation; no source states it \
explicitly: {0}.",notKnown:"Unknown",claimed:"{0} claimed, {1} identified",linked:"Related",colon:": ",fullStop:".",noEngagement:"\
No engagement is known.",count_realised:"{0} done or in progress",count_entered:"{0} signed",count_announced:"{0} planne\
d",count_prospective:"{0} talked about",count_silent:"{0} silent since {1}",count_silentOrEarlier:"{0} silent since {1} \
or earlier",count_ended:"{0} ended",count_none:"{0} suspended or without a status",silentSince:"silent since {0}",disputedChip:"\
disputed",byPaper:"By agreement, event or programme",withoutPaper:"Other engagements",roleThrough:"{0} (through {1})",withWhom:"\
With whom",facts:"Facts",neighbours:"Neighbours and paths",belongsTo:"Belongs to",cameOfIt:"What came of it",showOutcomes:"\
Show only this and what came of it",money_claimed:"claimed",money_paid:"paid",money_begun:"payments begun",money_signed:"\
signed",money_promised:"promised",money_planned:"planned",money_discussed:"talked about",money_value:"value",money_price:"\
price",moneyInferred:"{0}, inferred",hiddenBy:"Hidden at present by these settings: {0}.",hiddenSmall:"Not on the map at\
 present, which shows only the largest organisations.",hiddenPast:"no longer believed",showIt:"Show it",quotation:"Quota\
tion",proves:"Proves “{0}”",provesItself:"Proves that it exists and what it is",readThere:"The words can be read at \
the source.",place_paragraph:"paragraph {0}|paragraphs {0}",place_characters:"characters {0}|characters {0}",place_item:"\
list item {0}|list items {0}",place_record:"record {0}|records {0}",place_section:"section {0}|sections {0}",place_page:"\
page {0}|pages {0}",place_opening:"opening",place_body:"body of the text",place_title:"title",place_caption:"caption",place_last:"\
last paragraph",passageShort_proved:"words found",passageShort_moved:"words found",passageShort_reflowed:"words found",passageShort_changed:"\
words no longer at the source","passageShort_source-gone":"source gone","passageShort_hash-not-checked":"not yet checked",
"passageShort_pointer-only":"place named only",knownSince:"Known since {0}",knownAlways:"Known since the beginning of th\
e record",noLonger:"No longer believed since {0}",notYet:"Not yet known on the chosen date",wasBelieved:"Believed from {\
0} to {1}",dayAlways:"the beginning",form:"Form",notThen:"not believed on the chosen date",otherTie:"other tie derived f\
rom it|other ties derived from it",tieFrom:"tie derived from it|ties derived from it",unnamedParty:"unnamed party",link_covers:"\
covers","link_is covered by":"is covered by","link_led to":"led to","link_came of":"resulted from",link_during:"during",
"link_had during it":"included","link_part of":"part of","link_has part":"has part",link_delivers:"delivers",link_uses:"\
uses","link_said by":"said by",link_representative:"representative",link_precedes:"precedes",link_follows:"follows","wha\
t_the same elsewhere":"Same as",copyTurtle:"Copy as Turtle",copySparql:"Copy as SPARQL",copyCitation:"Copy citation",copyLink:"\
Copy link",takeAway:"Copy or cite",copied:"Copied.",copyByHand:"The browser blocked copying. The text is selected: press\
 Ctrl+C or ⌘C.",copiedText:"Text to copy",citeAsOf:"as of {0}",skip:"Skip to the table",views:"View",partners:"Partner\
s",engagements:"Engagements",find:"Find an organisation or an engagement",findHint:"Find a name",found:"Search results",
notFound:"No match",language:"Language",save:"Save",savePng:"Image (PNG)",saveSvg:"Vector image (SVG)",saveCsv:"Table (C\
SV)",help:"Stories",linkCopied:"Link copied.",linkByHand:"The browser blocked copying. Copy the address from the address\
 bar.",legend:"Legend and filters",hint:"Filter",showAll:"Show all",mapLabel:"Map. Arrow keys move from mark to mark, En\
ter opens one.",zoom:"Zoom",zoomIn:"Zoom in",zoomOut:"Zoom out",fit:"Show the whole map",of:"{0} of {1}",asOfDay:"as kno\
wn on {0}",nothingLeft:"No results match these filters.",nothingYet:"Nothing to show yet.",nearBanner:"Showing only what\
 is within {0} of {1}.",cutBanner:"Showing the {0} with the highest {1} and the {2} between them, out of {3} and {4}.",showCommunities:"\
Show communities",foldedBanner:"{0} communities group {1} organisations. Double-click one to expand it.",foldedLines:"On\
ly the strongest {0} of {1} lines are drawn.",unfoldAll:"Expand all",group_relation:"Tie",group_type:"Engagement",group_set:"\
Progress",group_country:"Country",group_kind:"Kind of organisation",group_sector:"Sector",group_tier:"Best source",group_evidence:"\
Evidence",group_picture:"Display",show:"Show",level_all:"everything",level_communities:"communities",level_top:"the most\
 central",sizeBy:"Mark size",voices:"Independent voices",any:"any number",atLeast:"at least {0}",switch_disputed:"Disput\
ed only",switch_isolates:"Organisations without ties",switch_unnamed:"Unnamed parties and groups",time:"Time",asOf:"As k\
nown on",asOfLong:"What was known on a given date",now:"now",years:"Years",yearsLong:"Engagements with a step that may f\
all in these years; undated engagements are excluded",fromYear:"From year",toYear:"To year",tableTies:"Ties in view",tableEngagements:"\
Engagements in view",taller:"Larger table",smaller:"Smaller table",earlierRows:"Show the previous {0}",moreRows:"Show {0\
} more of {1}",andMore:"and {0} more",boardRows:"Rows",rows_party:"Parties",rows_paper:"Papers and programmes",boardSort:"\
Sort by",sort_silence:"Silence",sort_size:"Size",sort_name:"Name",boardLabel:"Promises, row by row",boardHint:"The up an\
d down arrow keys move between rows, left and right between bars. Enter opens the row or the bar.",promised:"{0} promise\
d",promisedDone:"{0} done or in progress",promisedSilent:"{0} silent",promisedSilentLong:"{0} of them silent for five ye\
ars",occasion:"talk or event|talks and events",occasionMeaning:"Talks, visits and other events promise nothing themselve\
s. What came of them is counted on its own.",colon:": ",noPartyNamed:"No party named",noPaper:"Part of no paper or progr\
amme",undated:"undated",moreBars:"Show {0} more",unheardSince:"nothing heard since {0}",boardRow:"row|rows",boardRest:"N\
ot printed: {0}, with {1} that are in no printed row.",notStated:"not stated",col_from:"From",col_tie:"Tie",col_to:"To",
col_matter:"Engagement",col_status:"Status",col_date:"Date",col_sector:"Sector",col_voices:"Voices",col_sources:"Sources",
col_type:"Type",col_parties:"Parties",col_money:"Money",view_map:"Map",view_board:"Promises",view_table:"Table",lasso:"D\
raw a line around organisations to see only these",group_mark:"Also",mark_silent:"silent for five years",mark_inferred:"\
partly inferred",mark_disputed:"disputed",switch_people:"People as marks of their own",condition_asOf:"date",condition_period:"\
months",condition_voices:"independent voices",condition_text:"text",condition_event:"event",condition_only:"chosen organ\
isations",condition_neighbourhood:"neighbours",dropFilter:"Drop “{0}”: {1}",eventBanner:"Only “{0}” and what came of\
 it.",onlyBanner:"Only {0} and what they do together.",textBanner:"Only what contains “{0}”.",keyBanner:"The {0} lar\
gest of {1}, with {2} of {3}.",showLargest:"Only the largest",releasePins:"Put moved marks back",play:"Play: show how th\
e picture grew",pause:"Pause",months_of:"Months",monthsLong:"Engagements with a step that may fall in these months; unda\
ted engagements are excluded",fromMonth:"From month",toMonth:"To month",badAddress:"The address of this page holds somet\
hing unknown, which was left out: {0}",keyNextMark:"next mark on the map",unnamedBanner:"{0} not drawn, because no sourc\
e names a party.",showUnnamed:"Show unnamed parties"};var STRINGS={en:en_default,...JSON.parse(document.getElementById("words")?.textContent||"{}")};var RIGHT_TO_LEFT=new Set(["ur"]),language=()=>state.language,interfaceLanguage=()=>language()in STRINGS?language():"en",
fillPlaceholders=(text,values)=>text.replace(/\{(\d)\}/g,(_,index)=>values[index]??"");function languageName(code){try{return new Intl.
DisplayNames([code],{type:"language"}).of(code)}catch{return code}}function translate(key,...values){return fillPlaceholders(
STRINGS[interfaceLanguage()][key]??STRINGS.en[key]??key,values)}var formatNumber=value=>(Number.isInteger(value)?value:Number(
value.toPrecision(4))).toLocaleString("en");function pluralise(count,key){let forms=translate(key).split("|");return`${formatNumber(
count)} ${forms[count===1?0:forms.length-1]}`.replace(/ (?=[\u4e00-\u9fff])/,"")}function termLabel(group,index){let entry=index>=
0?TERMS[group][index]:null,translation=entry&&STRINGS[interfaceLanguage()][`${group}_${localName(entry.id)}`];return translation||
(entry?entry.labels&&entry.labels[language()]||entry.label:"")}var termMeaning=(group,index)=>index>=0&&TERMS[group][index].
meaning||"",localName=curie=>curie.slice(curie.indexOf(":")+1),capitalise=text=>text.charAt(0).toUpperCase()+text.slice(
1);function localisedLabel(table,row){let translation=language()!=="en"&&table.labels[row]?table.labels[row][language()]:
"";return translation?{text:translation,lang:language()}:{text:table.label[row]||table.iri[row],lang:""}}function nodeName(node){
let kind=NODES.kind[node];return kind>=0&&localName(TERMS.kind[kind].id)==="UnnamedParty"&&interfaceLanguage()!=="en"?{text:translate(
"unnamedParty"),lang:interfaceLanguage()}:localisedLabel(NODES,node)}var engagementTitle=engagement=>localisedLabel(ENGAGEMENTS,
engagement);function nodeMapName(node){let{text,lang}=nodeName(node);return lang?text:NODES.short[node]||text}var stripControls=text=>text.
replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g,""),normalise=text=>stripControls(text).normalize(
"NFKD").replace(/\p{M}/gu,"").toLowerCase();function el(tag,attributes,...children){let element=document.createElement(tag);for(let[name,value]of Object.entries(attributes||
{}))value==null||value===!1||element.setAttribute(name,value===!0?"":value);return element.append(...children.filter(child=>child!=
null&&child!==""&&child!==!1)),element}function button(attributes,action,...children){let element=el("button",{type:"but\
ton",...attributes},...children);return element.addEventListener("click",action),element}function svg(tag,attributes,...children){
let element=document.createElementNS("http://www.w3.org/2000/svg",tag);for(let[name,value]of Object.entries(attributes))
element.setAttribute(name,value);return element.append(...children),element}var bdi=(text,lang)=>el("bdi",{lang:lang||null},
text);function nameElement(node){let{text,lang}=nodeName(node);return bdi(text,lang)}function link(address,text){return/^https?:\/\//i.
test(address||"")?el("a",{href:address,rel:"noopener noreferrer",target:"_blank"},text||address):document.createTextNode(
text||address||"")}var byId=id=>document.getElementById(id);var SIDE_STYLES={0:{},1:{ring:.42},2:DATA.sides?{dot:.36}:{},3:{ring:.2},ink:{},blank:{ring:.2,dash:[.42,.34]}},SHAPES=(()=>{
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
TERMS.kind[kind].id)]||"octagon",countrySide=country=>country<0?3:country<DATA.sides?country:2,lineWidth=voices=>2+1.1*Math.
min(Math.max(voices-1,0),4);function typeIcon(type){let name=type<0?"":localName(TERMS.type[type].id);return ICONS[ICON_BY_TYPE[name]||
name]||ICONS.Initiative}function lineSwatch({relation=-1,set=-1,width=3}){let line=svg("line",{x1:1,x2:27,y1:7,y2:7,class:`\
tone-${relation<0?"ink":relationTone(relation)}`,"stroke-width":width*(set<0?1:.35+.85*setStrength(set)),"stroke-opacity":set<
0?1:setStrength(set)});return svg("svg",{class:"swatch",width:28,height:14,viewBox:"0 0 28 14","aria-hidden":"true"},line)}
function nodeSwatch({kind=null,country=null}){let shape=kind===null?"circle":kindShape(kind),side=shape==="blank"?"blank":
country===null?"ink":countrySide(country),{ring,dot,dash}=SIDE_STYLES[side],mark=svg("path",{d:SHAPES[shape],class:`side\
-${side==="blank"?3:side}${ring?" ring":""}`});return ring&&(mark.setAttribute("transform",`scale(${1-ring/2})`),mark.setAttribute(
"stroke-width",ring/(1-ring/2))),dash&&mark.setAttribute("stroke-dasharray",dash.join(" ")),svg("svg",{class:"swatch",width:18,
height:18,viewBox:"-1.4 -1.4 2.8 2.8","aria-hidden":"true"},mark,...dot?[svg("circle",{r:dot,class:"dot"})]:[])}function typeSwatch(type){
return svg("svg",{class:"swatch",width:18,height:18,viewBox:"-1.4 -1.4 2.8 2.8","aria-hidden":"true"},svg("path",{d:typeIcon(
type),class:`sign tone-${typeTone(type)}`}))}var colours={};function readColours(){let probe=document.body.appendChild(el("span")),get=name=>(probe.style.color=`var(\
--${name})`,getComputedStyle(probe).color);colours={font:getComputedStyle(document.body).fontFamily};for(let name of["pa\
per","card","well","ink","soft","hair","accent"])colours[name]=get(name);for(let tone=0;tone<=TONES;tone+=1)colours[`ton\
e-${tone}`]=get(`tone-${tone}`);for(let side=0;side<4;side+=1)colours[`side-${side}`]=get(`side-${side}`);probe.remove()}var buildPartyIndex=nodeOf=>buildIndex(SIZE.engagements,add=>{ENGAGEMENTS.parties.forEach((parties,engagement)=>{for(let node of new Set(
parties.map(([,party])=>nodeOf(party))))node>=0&&add(engagement,node)})}),actsFor=NODES.acts_for||[],partyNodes=buildPartyIndex(
node=>node),organisationNodes=buildPartyIndex(node=>actsFor[node]>=0?actsFor[node]:node),engagementsOf=buildIndex(SIZE.nodes,
add=>{for(let engagement=0;engagement<SIZE.engagements;engagement+=1)for(let node of new Set([...partyNodes(engagement),
...organisationNodes(engagement)]))add(node,engagement)}),HIDDEN_KINDS=new Set(["pcg:UnnamedParty","pcg:Group"]),kindIs=ids=>Uint8Array.
from(NODES.kind,kind=>Number(kind>=0&&ids.has(TERMS.kind[kind].id))),isUnnamed=kindIs(HIDDEN_KINDS),isPerson=kindIs(new Set(
["pcg:Person"])),shownIndex=null,shownFor="";function shownParties(engagement){let key=`${state.people} ${state.unnamed}`;
if(key!==shownFor){let parties=state.people?partyNodes:organisationNodes;shownIndex=buildIndex(SIZE.engagements,add=>{for(let each=0;each<
SIZE.engagements;each+=1)for(let node of parties(each))(state.unnamed||!isUnnamed[node])&&(state.people||!isPerson[node])&&
add(each,node)}),shownFor=key}return shownIndex(engagement)}function distances(from,maxDistance,isAllowed,reachedBy){let distance=new Int32Array(SIZE.nodes).fill(-1),visited=new Uint8Array(
SIZE.engagements),queue=[from];distance[from]=0;for(let node of queue){if(distance[node]>=maxDistance)break;for(let engagement of engagementsOf(
node))if(!(visited[engagement]||!isAllowed(engagement))){visited[engagement]=1;for(let other of shownParties(engagement))
distance[other]>=0||(distance[other]=distance[node]+1,reachedBy&&(reachedBy[other]=[node,engagement]),queue.push(other))}}
return distance}function shortestPath(from,to,isAllowed){let reachedBy=[];if(distances(from,1/0,isAllowed,reachedBy)[to]<
0)return null;let path={nodes:[to],engagements:[]};for(let node=to;node!==from;){let[previous,engagement]=reachedBy[node];
path.engagements.unshift(engagement),path.nodes.unshift(node=previous)}return path}function matchText(text){let words=text.toLowerCase();return new Set(ENGAGEMENTS.label.flatMap((label,engagement)=>label.
toLowerCase().includes(words)?[engagement]:[]))}var sectorsOf=buildIndex(SIZE.engagements,add=>ENGAGEMENTS.sectors.forEach((sectors,engagement)=>{let withBroader=new Set;
for(let sector of sectors)for(let broader=sector;broader>=0&&!withBroader.has(broader);broader=TERMS.sector[broader].broader??
-1)withBroader.add(broader);for(let sector of withBroader)add(engagement,sector)})),inferred=Uint8Array.from(ENGAGEMENTS.
iri,(_,engagement)=>Number(hasInference(engagement)));function termsOf(group,engagement){let parties=()=>ENGAGEMENTS.parties[engagement].
map(([,node])=>node).filter(node=>node>=0);switch(group){case"type":return[ENGAGEMENTS.type[engagement]];case"set":return[
statusSetOn(engagement,state.asOf)];case"tier":return[ENGAGEMENTS.tier[engagement]];case"sector":return sectorsOf(engagement);case"\
country":return[...new Set(parties().map(node=>NODES.country[node]))];case"kind":return[...new Set(parties().map(node=>NODES.
kind[node]))];default:return[isSilent(engagement,state.asOf),inferred[engagement],ENGAGEMENTS.disputes[engagement].length>
0].flatMap((holds,mark)=>holds?[mark]:[])}}function isInPeriod(engagement,[first,last]){return ENGAGEMENTS.steps[engagement].
some(([,,earliest,latest])=>(earliest!==null||latest!==null)&&(earliest===null||earliest<=last)&&(latest===null||latest>=
first))}var LINKS_DOWN=new Set(["covers","led to","had during it","has part"]);function outcomesOf(event){let found=new Set(
[event]);for(let engagement of found)for(let[label,other]of ENGAGEMENTS.links[engagement])other>=0&&LINKS_DOWN.has(label)&&
found.add(other);return found}var CONDITIONS=[{name:"asOf",isSet:()=>state.asOf!==null,without:{asOf:null},test:()=>e=>isKnownOn(
e,state.asOf)},{name:"period",isSet:()=>state.period,without:{period:null},test:()=>e=>isInPeriod(e,state.period)},{name:"\
voices",isSet:()=>state.voices>1,without:{voices:1},test:()=>e=>ENGAGEMENTS.voices[e]>=state.voices},{name:"text",isSet:()=>state.
text,without:{text:""},test:()=>{let found=matchText(state.text);return e=>found.has(e)}},{name:"event",isSet:()=>state.
event!==null,without:{event:null},test:()=>{let found=outcomesOf(state.event);return e=>found.has(e)}},{name:"only",isSet:()=>state.
only,without:{only:null},test:()=>e=>{let parties=shownParties(e);return parties.some(node=>state.only.has(node))&&parties.
filter(node=>state.only.has(node)).length>=Math.min(2,parties.length)}},{name:"neighbourhood",isSet:()=>state.neighbourhood,
without:{neighbourhood:null},test:()=>{let{node,hops}=state.neighbourhood,distance=distances(node,hops-1,()=>!0),isNear=party=>distance[party]>=
0;return e=>partyNodes(e).some(isNear)||organisationNodes(e).some(isNear)}}];for(let group of GROUPS)CONDITIONS.push({name:group,
isSet:()=>state.chosen[group].size>0,get without(){return{chosen:{...state.chosen,[group]:new Set}}},test:()=>e=>[...termsOf(
group,e)].some(term=>state.chosen[group].has(term))});var conditions=()=>CONDITIONS.filter(({isSet})=>isSet()).map(({name,
without,test})=>[name,without,test()]),facetCounts={},matching=new Uint8Array(SIZE.engagements),known=0;function applyFilters(){
let active=conditions();matching=new Uint8Array(SIZE.engagements),known=0,facetCounts=Object.fromEntries(GROUPS.map(group=>[
group,new Int32Array(TERMS[group].length)]));for(let engagement=0;engagement<SIZE.engagements;engagement+=1){if(!isKnownOn(
engagement,state.asOf))continue;known+=1;let failed=active.filter(([,,test])=>!test(engagement));if(failed.length||(matching[engagement]=
1),!(failed.length>1)){for(let group of GROUPS)if(!(failed.length&&failed[0][0]!==group))for(let term of termsOf(group,engagement))
term>=0&&(facetCounts[group][term]+=1)}}}function whatHides(){let before={...state};return CONDITIONS.filter(({isSet})=>isSet()).
map(({name,without})=>{Object.assign(state,without);let others=conditions(),left=0;for(let engagement=0;engagement<SIZE.
engagements;engagement+=1)isKnownOn(engagement,state.asOf)&&others.every(([,,test])=>test(engagement))&&(left+=1);return Object.
assign(state,before),[name,without,left]}).sort((a,b)=>b[2]-a[2])}var failedConditions=engagement=>conditions().filter(([
,,test])=>!test(engagement)).map(([name,without])=>[name,without]),isRestricted=()=>CONDITIONS.some(({isSet})=>isSet())||
state.path!==null,sum=flags=>flags.reduce((total,flag)=>total+flag,0);var KEY_ORGANISATIONS=25,KEY_LINES=150,MAX_LINES=3e3,shown={nodes:new Uint8Array(SIZE.nodes),engagements:new Uint8Array(
SIZE.engagements),listed:new Uint8Array(SIZE.engagements),stacks:[],lines:0,path:null,isReduced:!1,counts:{nodes:0,engagements:0},
matching:{nodes:0,engagements:0}};function rankNodes(candidates){let values=NODES.measure[state.measure]||[],larger=(a,b)=>(values[b]??
-1)-(values[a]??-1)||engagementsOf(b).length-engagementsOf(a).length||a-b,sorted=[...candidates].sort(larger);if(DATA.sides<
2)return sorted;let sides=[0,1].map(side=>sorted.filter(node=>NODES.country[node]===side)),ranking=[];for(let place2=0;place2<
Math.max(sides[0].length,sides[1].length);place2+=1)for(let side of sides)place2<side.length&&ranking.push(side[place2]);
return[...ranking,...sorted.filter(node=>NODES.country[node]<0||NODES.country[node]>1)]}function buildStacks(isDrawn,fewest,mostLines=1/0){
let stacks=new Map,lines2=0;for(let engagement=0;engagement<SIZE.engagements;engagement+=1){if(!matching[engagement])continue;
let all=shownParties(engagement),parties=[];for(let node of all)isDrawn[node]&&parties.push(node);if(!parties.length||parties.
length<fewest)continue;let key=parties.sort((a,b)=>a-b).join(" "),stack=stacks.get(key);if(stack)stack.engagements.push(
engagement);else{if((lines2+=parties.length)>mostLines)return null;stacks.set(key,{index:engagement,parties,engagements:[
engagement]})}}return[...stacks.values()]}var countLines=stacks=>stacks.reduce((lines2,{parties})=>lines2+parties.length,
0);function reduce(nodes,most,mostLines,required){let ranking=[...new Set([...required,...rankNodes(nodes)])],draw=count=>{
let isDrawn=new Uint8Array(SIZE.nodes);for(let node of ranking.slice(0,count))isDrawn[node]=1;return buildStacks(isDrawn,
2,mostLines)},[low,high]=[Math.min(required.length,ranking.length),Math.min(most,ranking.length)];for(;low<high;){let middle=Math.
ceil((low+high)/2);draw(middle)?low=middle:high=middle-1}return draw(low)||[]}function updateShown(){applyFilters();let everyNode=new Uint8Array(
SIZE.nodes);for(let engagement=0;engagement<SIZE.engagements;engagement+=1)if(matching[engagement])for(let node of shownParties(
engagement))everyNode[node]=1;let candidates=[...everyNode.keys()].filter(node=>everyNode[node]),path=state.path&&shortestPath(
...state.path,engagement=>matching[engagement]),isKey=state.level==="key"&&!state.neighbourhood&&!state.only&&state.event===
null,required=[...path?path.nodes:[],...state.neighbourhood?[state.neighbourhood.node]:[]],[most,mostLines]=isKey?[KEY_ORGANISATIONS,
KEY_LINES]:[1/0,MAX_LINES],whole=candidates.length<=most&&buildStacks(everyNode,1,mostLines),stacks=whole||reduce(candidates,
most,mostLines,required),nodes=new Uint8Array(SIZE.nodes),engagements=new Uint8Array(SIZE.engagements);for(let stack of stacks){
for(let node of stack.parties)nodes[node]=1;for(let engagement of stack.engagements)engagements[engagement]=1}state.neighbourhood&&
(nodes[state.neighbourhood.node]=1),shown={nodes,engagements,listed:matching,stacks,path,lines:countLines(stacks),isReduced:!whole&&
sum(engagements)<sum(matching),counts:{nodes:sum(nodes),engagements:sum(engagements)},matching:{nodes:candidates.length,
engagements:sum(matching)}}}var SHOWN_BY=new Set(["measure","chosen","voices","people","unnamed","asOf","period","event",
"only","text","neighbourhood","path","level"]);onChange(changed=>{[...changed].some(name=>SHOWN_BY.has(name))&&(updateShown(),
changed.add("shown"))});var MOST_IN_ARCS=110,ROW=36,APART=25,SWEEPS=16;function chooseArcs(nodes,stacks){let arcs=new Map;if(DATA.sides===2){for(let{
key,index}of nodes)arcs.set(key,[0,1].includes(NODES.country[index])?NODES.country[index]:2);return arcs}let counts=[0,0];
for(let{key}of[...nodes].sort((a,b)=>b.weight-a.weight||a.index-b.index)){let partners=[0,0];for(let{partyKeys}of stacks)
if(partyKeys.includes(key))for(let other of partyKeys)arcs.has(other)&&(partners[arcs.get(other)]+=1);let free=[0,1].filter(
arc=>counts[arc]<Math.ceil(nodes.length/2)),best=free.length<2?free[0]:partners[0]===partners[1]?+(counts[0]>counts[1]):
+(partners[0]>partners[1]);arcs.set(key,best),counts[best]+=1}return arcs}function orderRows(arcs,nodes,stacks){let rows2=[
0,1,2].map(arc=>nodes.filter(({key})=>arcs.get(key)===arc)),heights2=new Map,assign=row=>row.forEach((node,place2)=>heights2.
set(node.key,(place2+.5)/row.length));rows2.forEach(assign);let stacksOf=new Map(nodes.map(({key})=>[key,stacks.filter(({
partyKeys})=>partyKeys.includes(key))]));for(let sweep=0;sweep<SWEEPS;sweep+=1){let row=rows2[sweep%2],pull=new Map(row.
map(node=>{let others=stacksOf.get(node.key).flatMap(({partyKeys})=>partyKeys.filter(key=>key!==node.key)),sum2=others.reduce(
(total,key)=>total+heights2.get(key),heights2.get(node.key));return[node.key,sum2/(others.length+1)]}));row.sort((a,b)=>pull.
get(a.key)-pull.get(b.key)||a.index-b.index),assign(row)}return rows2}function separate(stacks,halfWidth){for(let round=0;round<
80;round+=1){let moved=!1;for(let i=0;i<stacks.length;i+=1)for(let j=0;j<i;j+=1){let a=stacks[i],b=stacks[j],dx=a.x-b.x||
.01*(i-j),dy=a.y-b.y||.01;if(dx*dx+dy*dy>=APART*APART)continue;moved=!0;let distance=Math.hypot(dx,dy),step=(.5*(APART-distance)+
.05)/distance;a.x+=dx*step,a.y+=dy*step,b.x-=dx*step,b.y-=dy*step}for(let stack of stacks)stack.x=Math.min(Math.max(stack.
x,-halfWidth),halfWidth);if(!moved)return}}function placeInArcs(nodes,stacks){let arcs=chooseArcs(nodes,stacks),rows2=orderRows(
arcs,nodes,stacks),most=Math.max(rows2[0].length,rows2[1].length,6),height=most*ROW,width=Math.max(height*.95,400);for(let arc of[
0,1])rows2[arc].forEach((node,place2)=>{let u=2*(place2+.5)/rows2[arc].length-1,spread=rows2[arc].length/most,side=arc?1:
-1;Object.assign(node,{x:side*(width/2)*(.86+.14*Math.sqrt(1-u*u)),y:u*height*Math.max(spread,Math.min(1,.5+.5*spread))/
2,labelSide:side})});let perRow=4;rows2[2].forEach((node,place2)=>{let inRow=Math.min(perRow,rows2[2].length-Math.floor(
place2/perRow)*perRow);Object.assign(node,{labelSide:0,x:((place2%perRow+.5)/inRow-.5)*width*.8,y:height/2+30+Math.floor(
place2/perRow)*48})});let byKey=new Map(nodes.map(node=>[node.key,node])),degree=new Map(nodes.map(({key})=>[key,stacks.
filter(({partyKeys})=>partyKeys.includes(key)).length]));for(let stack of stacks){let parties=stack.partyKeys.map(key=>byKey.
get(key)).filter(Boolean),weights=parties.map(({key})=>1/(degree.get(key)+1.5)),total=weights.reduce((sum2,weight)=>sum2+
weight,0),mean=axis=>parties.reduce((sum2,party,place2)=>sum2+party[axis]*weights[place2],0)/total;stack.x=Math.min(Math.
max(mean("x"),-width*.34),width*.34),stack.y=mean("y")}return separate(stacks,width*.38),most}var scene={items:[],lines:[],byKey:new Map,linesOf:new Map,stackOf:new Map,sides:!1,arcs:!1,rows:0,stretch:[1,1]},itemKey=(kind,index)=>`${kind}\
 ${index}`,findItem=(kind,index)=>kind==="engagement"?scene.stackOf.get(index):scene.byKey.get(itemKey(kind,index));function addItem(item){
return Object.assign(item,{key:itemKey(item.kind,item.index),order:scene.items.length}),scene.items.push(item),scene.byKey.
set(item.key,item),scene.linesOf.set(item.key,[]),item}function progressOf(engagements){let counts=new Map;for(let engagement of engagements){
let set=statusSetOn(engagement,state.asOf);counts.set(set,(counts.get(set)||0)+1)}let sets=[...counts].sort((a,b)=>setStrength(
b[0])-setStrength(a[0])||a[0]-b[0]);return{sets,strength:setStrength(sets[0][0])}}function commonest(values){let counts=new Map;
for(let value of values)counts.set(value,(counts.get(value)||0)+1);return[...counts].reduce((best,entry)=>entry[1]>best[1]?
entry:best)[0]}function addNodes(){let values=NODES.measure[state.measure]||[],highest=0;for(let node=0;node<SIZE.nodes;node+=
1)shown.nodes[node]&&values[node]>highest&&(highest=values[node]);for(let node=0;node<SIZE.nodes;node+=1){if(!shown.nodes[node])
continue;let share=highest>0&&values[node]>0?Math.sqrt(values[node]/highest):0,shape=kindShape(NODES.kind[node]);addItem(
{kind:"node",index:node,x:NODES.x[node],y:NODES.y[node],size:4.6+10.4*share,weight:1+share,shape,side:shape==="blank"?"b\
lank":countrySide(NODES.country[node])})}}function addStacks(){for(let{index,parties,engagements}of shown.stacks){let progress=progressOf(
engagements),type=commonest(engagements.map(engagement=>ENGAGEMENTS.type[engagement])),stack=addItem({kind:"stack",index,
engagements,type,...progress,x:ENGAGEMENTS.x[index],y:ENGAGEMENTS.y[index],size:5.6+Math.min(1.1*Math.sqrt(engagements.length-
1),5),weight:.3+Math.min(engagements.length,20)/40,shape:"card",side:"card",colour:`tone-${typeTone(type)}`,partyKeys:parties.
map(node=>itemKey("node",node))});for(let engagement of engagements)scene.stackOf.set(engagement,stack);let width=.5*lineWidth(
Math.max(...engagements.map(engagement=>ENGAGEMENTS.voices[engagement])));for(let node of parties){let line={stack,node,
from:findItem("node",node),to:stack,colour:stack.colour,width,strength:progress.strength};scene.lines.push(line),scene.linesOf.
get(line.from.key).push(line),scene.linesOf.get(stack.key).push(line)}}}function buildScene(){Object.assign(scene,{items:[],
lines:[],byKey:new Map,linesOf:new Map,stackOf:new Map}),addNodes();let nodes=[...scene.items];addStacks(),scene.arcs=nodes.
length<=MOST_IN_ARCS,scene.rows=scene.arcs?placeInArcs(nodes,scene.items.slice(nodes.length)):0;for(let item of scene.items)
item.origin=state.pins.get(item.key)||[item.x,item.y];let sides=new Set(nodes.map(item=>item.side));scene.sides=TERMS.country.
length>1&&sides.has(0)&&sides.has(1)}function highlightAround(kind,index){let item=findItem(kind,index);if(!item)return null;
let items=new Set([item]),lines2=new Set,secondary=new Set,add=line=>{lines2.add(line),items.add(line.from),items.add(line.
to)},ownLines=scene.linesOf.get(item.key);if(ownLines.forEach(add),item.kind==="node"){for(let line of ownLines)for(let other of scene.
linesOf.get(line.to.key))lines2.has(other)||secondary.add(other);secondary.forEach(add)}return{items,lines:lines2,secondary}}
function highlightPath(){let{path}=shown;if(!path)return null;let nodes=new Set(path.nodes.map(node=>findItem("node",node))),
stacks=new Set(path.engagements.map(engagement=>findItem("engagement",engagement))),lines2=new Set(scene.lines.filter(line=>stacks.
has(line.to)&&nodes.has(line.from)));return{items:new Set([...nodes,...stacks].filter(Boolean)),lines:lines2}}function projectItems(camera2){let growth=Math.min(Math.max((camera2.scale/camera2.fitScale)**.6,.55),3.6)*camera2.density;
for(let item of scene.items)item.px=(item.x-camera2.x)*camera2.scale+camera2.width/2,item.py=(item.y-camera2.y)*camera2.
scale+camera2.height/2,item.r=item.size*growth,item.isInFrame=item.px>-60&&item.px<camera2.width+60&&item.py>-60&&item.py<
camera2.height+60;for(let line of scene.lines)line.curve=lineCurve(line)}function lineCurve({from,to}){let[dx,dy]=[to.px-
from.px,to.py-from.py];return scene.arcs&&from.labelSide?[from.px,from.py,from.px+dx*.45,from.py,to.px,to.py]:[from.px,from.
py,from.px+dx/2-dy*.06,from.py+dy/2+dx*.06,to.px,to.py]}var crossesFrame=({from:a,to:b},{width,height})=>Math.max(a.px,b.
px)>0&&Math.min(a.px,b.px)<width&&Math.max(a.py,b.py)>0&&Math.min(a.py,b.py)<height;function drawLines(renderer,camera2,highlight,path){
let opacity=Math.min(.85,Math.max(.3,11/Math.sqrt(scene.lines.length+1))),groups=new Map,add=(layer,line,alpha,width)=>{
let key=`${layer} ${line.colour} ${alpha.toFixed(3)} ${width.toFixed(2)}`;groups.has(key)||groups.set(key,{layer,curves:[],
style:{colour:colours[line.colour],alpha,width}}),groups.get(key).curves.push(line.curve)};for(let line of scene.lines){
if(!crossesFrame(line,camera2))continue;let strength=opacity*(.25+.75*line.strength),width=line.width*(.6+.4*line.strength),
isOnPath=path&&path.lines.has(line),isSecondary=highlight?.secondary?.has(line);isOnPath&&groups.set(line,{layer:1,curves:[
line.curve],style:{colour:colours.accent,width:width+6,alpha:.4}}),isOnPath||highlight?.lines.has(line)&&!isSecondary?add(
3,line,Math.max(.55,line.strength),width*1.5):isSecondary?add(2,line,strength,width):add(0,line,highlight||path?strength*
.22:strength,width)}for(let{curves,style}of[...groups.values()].sort((a,b)=>a.layer-b.layer))renderer.curves(curves,style)}var CARD_PATH="M-.86,-1H.86Q1.14,-1 1.14,-.72V.72Q1.14,1 .86,1H-.86Q-1.14,1 -1.14,.72V-.72Q-1.14,-1 -.86,-1Z",QUESTION_MARK_PATH="\
M-.34,-.3Q-.34,-.62 0,-.62T.34,-.3Q.34,-.06 0,.1V.26M0,.52V.56",MIN_ICON_RADIUS=5;function drawMark(renderer,item,isFaded){
let{px:x,py:y,r}=item,d=item.shape==="card"?CARD_PATH:SHAPES[item.shape];renderer.shape(d,x,y,r,{fill:colours.paper,colour:colours.
paper,width:3.5});let alpha=isFaded?.22:1;if(item.side==="card")return drawStack(renderer,item,alpha);let style=SIDE_STYLES[item.
side],colour=colours[`side-${item.side==="blank"?3:item.side}`];if(style.ring){let innerRadius=r*(1-style.ring/2);renderer.
shape(d,x,y,innerRadius,{colour,width:Math.max(style.ring*r,1.3),alpha,dashes:style.dash&&style.dash.map(dash=>dash*innerRadius)})}else
renderer.shape(d,x,y,r,{fill:colour,alpha});style.dot&&renderer.shape(SHAPES.circle,x,y,style.dot*r,{fill:colours.paper}),
item.side==="blank"&&r>5&&renderer.shape(QUESTION_MARK_PATH,x,y,r*.8,{colour,width:Math.max(1.2,r*.14),alpha})}function drawStack(renderer,item,alpha){
let{px:x,py:y,r,engagements,strength}=item,colour=colours[item.colour],pale=alpha*(.45+.55*strength);if(r<MIN_ICON_RADIUS)
return renderer.shape(CARD_PATH,x,y,r,{fill:colour,alpha:pale*.8});if(renderer.shape(CARD_PATH,x,y,r,{fill:colours.card,
colour,width:1.5,alpha:pale}),engagements.length===1){let icon=typeIcon(ENGAGEMENTS.type[engagements[0]]);return renderer.
shape(icon,x,y,r*.66,{colour,width:Math.max(1.2,r*.13),alpha:pale})}renderer.text(formatNumber(engagements.length),x,y-r*
.14,{size:Math.min(Math.max(r*1.05,8.5),17),weight:650,colour:colours.ink,alpha});let left=x-r;for(let[set,count]of item.
sets){let width=2*r*count/engagements.length;renderer.rect(left,y+r*.62,width,r*.28,0,{fill:colour,alpha:alpha*(.15+.85*
setStrength(set))}),left+=width}}var isSelected=item=>!!state.selection&&findItem(state.selection.kind,state.selection.index)===
item;function drawMarks(renderer,highlight,path,hovered2){let rank=item=>isSelected(item)||item===hovered2?2:highlight&&
highlight.items.has(item)?1:0,ranked=scene.items.filter(item=>item.isInFrame).map(item=>({item,rank:rank(item)})).sort((a,b)=>a.
rank-b.rank||a.item.size-b.item.size||a.item.order-b.item.order);for(let{item}of ranked){let{px:x,py:y,r}=item,isOnPath=path&&
path.items.has(item);drawMark(renderer,item,(highlight||path)&&!(highlight&&highlight.items.has(item))&&!isOnPath);let isChosen=isSelected(
item),reach=item.shape==="card"?1.35:1.2;isOnPath&&renderer.shape(SHAPES.circle,x,y,r*reach+3,{colour:colours.accent,width:2,
alpha:.7}),(isChosen||item===hovered2)&&renderer.shape(SHAPES.circle,x,y,r*reach+4,{colour:isChosen?colours.accent:colours.
soft,width:isChosen?2.5:1.5}),state.pins.has(item.key)&&renderer.shape(SHAPES.circle,x+r,y-r,2.6,{fill:colours.accent})}}var pointOnCurve=([x1,y1,cx,cy,x2,y2],t)=>[(1-t)*(1-t)*x1+2*t*(1-t)*cx+t*t*x2,(1-t)*(1-t)*y1+2*t*(1-t)*cy+t*t*y2];function isInside([
x,y],polygon){let inside=!1;return polygon.forEach(([x1,y1],place2)=>{let[x2,y2]=polygon[(place2+1)%polygon.length];y1>y!=
y2>y&&x<(x2-x1)*(y-y1)/(y2-y1)+x1&&(inside=!inside)}),inside}function wrapText(text,maxLines,lineLength=20,longest=26){let lines2=[""],words=stripControls(text).trim().split(/\s+/).
flatMap(part=>/[\u3400-\u9fff]/.test(part)?part.match(/.{1,10}/gu):[part]);for(let part of words){let last=lines2[lines2.
length-1];last&&last.length+part.length>lineLength?lines2.push(part):lines2[lines2.length-1]=last?`${last} ${part}`:part}
let kept=lines2.slice(0,maxLines).map(line=>line.length>longest?`${[...line].slice(0,longest-2).join("")}…`:line);return lines2.
length>maxLines&&!kept[maxLines-1].endsWith("…")&&(kept[maxLines-1]+="…"),kept}function createAreaIndex(){let cells=new Map,
CELL_SIZE=64,visitCells=(area,visit)=>{for(let x=Math.floor(area.left/CELL_SIZE);x<=area.right/CELL_SIZE;x+=1)for(let y=Math.
floor(area.top/CELL_SIZE);y<=area.bottom/CELL_SIZE;y+=1)if(visit(x*4096+y))return!0;return!1},overlap=(a,b)=>a.left<b.right&&
b.left<a.right&&a.top<b.bottom&&b.top<a.bottom;return{add:area=>visitCells(area,key=>{cells.has(key)||cells.set(key,[]),
cells.get(key).push(area)}),free:area=>!visitCells(area,key=>(cells.get(key)||[]).some(other=>overlap(area,other)))}}var measuringContext=document.
createElement("canvas").getContext("2d"),widthCache=new Map;function textWidth(text,weight,size){let key=`${weight} ${size}\
 ${text}`;return widthCache.has(key)||(widthCache.size>6e3&&(widthCache=new Map),measuringContext.font=`${weight} ${size}\
px ${colours.font}`,widthCache.set(key,measuringContext.measureText(text).width)),widthCache.get(key)}var isArcNode=item=>scene.
arcs&&item.labelSide!==void 0,itemName=item=>item.kind==="node"?nodeMapName(item.index):item.engagements.length===1?engagementTitle(
item.index).text:"",sizeOf=(item,camera2)=>camera2.width<500||rowHeight(camera2)<18?11:item.kind==="stack"?11.5:item.weight>
1.45?13:12,rowHeight=camera2=>scene.arcs?camera2.height*camera2.scale/camera2.fitScale/(scene.rows+2):1/0;function arcNameWidths(width){
let widths=[0,0];for(let item of scene.items){if(!item.labelSide)continue;let side=item.labelSide<0?0:1;for(let line of wrapText(
itemName(item),2))widths[side]=Math.max(widths[side],textWidth(line,650,width<500?11:13)+item.size+16)}return widths.map(
needed=>Math.min(needed,width*.3))}function namePositions(item){let{px:x,py:y}=item,r=(item.kind==="stack"?item.r*1.15:item.
r)+4;if(isArcNode(item)&&item.labelSide){let side=item.labelSide;return[0,4,-4,9,-9].map(dy=>[x+side*r,y+dy,side<0?1:0,.5])}
let d=item.r*.72+2,positions=[[[x,y+r,.5,0],0,1,0],[[x,y-r,.5,1],0,-1,.2],[[x+r,y,0,.5],1,0,.35],[[x-r,y,1,.5],-1,0,.35],
[[x+d,y+d,0,0],.7,.7,.8],[[x-d,y+d,1,0],-.7,.7,.8],[[x+d,y-d,0,1],.7,-.7,.8],[[x-d,y-d,1,1],-.7,-.7,.8],[[x,y+r,.2,0],.2,
.95,.6],[[x,y+r,.8,0],-.2,.95,.6]],ownLines=scene.linesOf.get(item.key),sample=ownLines.length>40?ownLines.filter((_,index)=>index%
Math.ceil(ownLines.length/40)===0):ownLines;return positions.map(([position,dx,dy,penalty])=>{let cost=penalty;for(let{from,
to}of sample){let other=from===item?to:from,distance=Math.hypot(other.px-x,other.py-y)||1;cost+=Math.max(0,(dx*(other.px-
x)+dy*(other.py-y))/distance-(dx?.8:.35))}return{position,cost}}).sort((a,b)=>a.cost-b.cost).map(({position})=>position)}
function nameArea([x,y,alignX,alignY],width,height){let left=x-width*alignX,top2=y-height*alignY;return{left,right:left+
width,top:top2,bottom:top2+height}}function placeNames(camera2,highlight,hovered2,occupied,areas){for(let area of occupied)
areas.add(area);let isInside2=({left,right,top:top2,bottom})=>left>=3&&right<=camera2.width-3&&top2>=3&&bottom<=camera2.
height-3,itemsInFrame=scene.items.filter(item=>item.isInFrame);for(let{px,py,r}of itemsInFrame)areas.add({left:px-r,right:px+
r,top:py-r,bottom:py+r});let rank=item=>isSelected(item)?3:item===hovered2?2:highlight&&highlight.items.has(item)?1:0,areStacksNamed=camera2.
scale/camera2.fitScale>2.2||highlight&&highlight.lines.size-highlight.secondary.size<=12,isNamed=item=>item.kind==="node"||
rank(item)>1||areStacksNamed&&(rank(item)||!highlight),candidates=itemsInFrame.filter(item=>isNamed(item)&&itemName(item)).
map(item=>({item,itemRank:rank(item)})).sort((a,b)=>b.itemRank-a.itemRank||Number(isArcNode(b.item))-Number(isArcNode(a.
item))||b.item.weight-a.item.weight||a.item.order-b.item.order).slice(0,400),limit=Math.max(30,Math.round(camera2.width*
camera2.height/5200)),placed=[];for(let{item,itemRank}of candidates){if(placed.length>=limit&&!itemRank)break;let size=sizeOf(
item,camera2),weight=itemRank>1||item.weight>1.45?650:450,text=itemName(item),variants=isArcNode(item)&&item.labelSide?[
...rowHeight(camera2)>26?[wrapText(text,2),wrapText(text,3,12)]:[],wrapText(text,1,34,34)]:[wrapText(text,item.kind==="s\
tack"?3:2),wrapText(text,4,11)],positions=namePositions(item);for(let lines2 of variants){let width=Math.max(...lines2.map(
line=>textWidth(line,weight,size)))+4,height=size*1.18*lines2.length,area=positions.map(position=>nameArea(position,width,
height)).find(each=>isInside2(each)&&areas.free(each))||itemRank>1&&lines2===variants[1]&&nameArea(positions[0],width,height);
if(area){areas.add(area),placed.push({item,lines:lines2,size,weight,dx:(area.left+area.right)/2-item.px,dy:area.top-item.
py});break}}}return placed}var lastPlaced=[];function drawNames(renderer,camera2,highlight,hovered2,occupied,isMoving){let areas=createAreaIndex();
isMoving||(lastPlaced=placeNames(camera2,highlight,hovered2,occupied,areas));for(let{item,lines:lines2,size,weight,dx,dy}of lastPlaced){
let isFaded=highlight&&!highlight.items.has(item),colour=item.kind==="stack"?colours.soft:colours.ink;lines2.forEach((line,row)=>renderer.
text(line,item.px+dx,item.py+dy+size*1.18*(row+.5),{size,weight,colour,alpha:isFaded?.35:1,halo:colours.paper}))}return isMoving||
drawRoles(renderer,camera2,highlight,areas),lastPlaced.length}function drawRoles(renderer,camera2,highlight,areas){let lines2=highlight?
[...highlight.lines].filter(line=>!highlight.secondary.has(line)):[];if(!(!lines2.length||lines2.length>12))for(let line of lines2){
let roles=new Set(line.stack.engagements.flatMap(engagement=>ENGAGEMENTS.parties[engagement]).filter(([,party])=>party===
line.node).map(([role])=>termLabel("role",role)));if(!roles.size||roles.size>2)continue;let text=stripControls([...roles].
join(", ")),width=textWidth(text,600,11)+4;for(let fraction of[.5,.42,.58,.34,.66]){let[x,y]=pointOnCurve(line.curve,fraction),
area=nameArea([x,y,.5,.5],width,14);if(!(!areas.free(area)||area.left<3||area.right>camera2.width-3)){areas.add(area),renderer.
text(text,x,y,{size:11,weight:600,colour:colours[line.colour],halo:colours.paper});break}}}}var cleanForXml=text=>stripControls(String(text)).replace(/[\ud800-\udfff\u007f-\u009f\ufffe\uffff]/gu,""),pathCache=new Map;
function cachedPath(d){return pathCache.has(d)||(pathCache.size>4e3&&pathCache.clear(),pathCache.set(d,new Path2D(d))),pathCache.
get(d)}function createCanvasRenderer(ctx,font){ctx.lineJoin="round",ctx.textBaseline="middle",ctx.direction="ltr";let paint=({
fill,colour,width,alpha=1,dashes},path)=>{fill&&(ctx.globalAlpha=alpha,ctx.fillStyle=fill,path?ctx.fill(path):ctx.fill()),
colour&&(ctx.globalAlpha=alpha,ctx.strokeStyle=colour,ctx.lineWidth=width,ctx.setLineDash(dashes||[]),path?ctx.stroke(path):
ctx.stroke())};return{curve([x1,y1,cx,cy,x2,y2],style){ctx.beginPath(),ctx.moveTo(x1,y1),ctx.quadraticCurveTo(cx,cy,x2,y2),
paint(style)},curves(list2,style){ctx.beginPath();for(let[x1,y1,cx,cy,x2,y2]of list2)ctx.moveTo(x1,y1),ctx.quadraticCurveTo(
cx,cy,x2,y2);paint(style)},shape(d,x,y,r,style){ctx.save(),ctx.translate(x,y),ctx.scale(r,r),paint({...style,width:style.
width/r,dashes:style.dashes&&style.dashes.map(dash=>dash/r)},cachedPath(d)),ctx.restore()},rect(x,y,width,height,cornerRadius,style){
ctx.beginPath(),ctx.roundRect(x,y,width,height,cornerRadius),paint(style)},text(text,x,y,{size,weight=400,colour,alpha=1,
anchor="middle",halo,spacing=0}){ctx.font=`${weight} ${size}px ${font}`,"letterSpacing"in ctx&&(ctx.letterSpacing=`${spacing}\
px`),ctx.textAlign={start:"left",middle:"center",end:"right"}[anchor],ctx.globalAlpha=alpha,halo&&(ctx.setLineDash([]),ctx.
lineWidth=3.6,ctx.strokeStyle=halo,ctx.strokeText(text,x,y)),ctx.fillStyle=colour,ctx.fillText(text,x,y)}}}function createSvgRenderer(root,font){
let round=value=>String(Math.round(value*100)/100),styleAttributes=({fill,colour,width,alpha=1,dashes})=>({fill:fill||"n\
one",...colour?{stroke:colour,"stroke-width":round(width),"stroke-linejoin":"round"}:{},...colour&&dashes&&dashes.length?
{"stroke-dasharray":dashes.map(round).join(" ")}:{},...alpha<1?{opacity:round(alpha)}:{}}),append=(tag,attributes,...children)=>root.
append(svg(tag,attributes,...children));return{curve:([x1,y1,cx,cy,x2,y2],style)=>append("path",{d:`M${round(x1)},${round(
y1)}Q${round(cx)},${round(cy)} ${round(x2)},${round(y2)}`,...styleAttributes(style)}),curves:(list2,style)=>append("path",
{d:list2.map(([x1,y1,cx,cy,x2,y2])=>`M${round(x1)},${round(y1)}Q${round(cx)},${round(cy)} ${round(x2)},${round(y2)}`).join(
""),...styleAttributes(style)}),shape:(d,x,y,r,style)=>append("path",{d,transform:`translate(${round(x)} ${round(y)}) sc\
ale(${r.toFixed(3)})`,...styleAttributes(style),...style.colour?{"stroke-width":(style.width/r).toFixed(4)}:{},...style.
dashes&&style.dashes.length?{"stroke-dasharray":style.dashes.map(dash=>(dash/r).toFixed(3)).join(" ")}:{}}),rect:(x,y,width,height,cornerRadius,style)=>append(
"rect",{x:round(x),y:round(y),width:round(width),height:round(height),rx:cornerRadius,...styleAttributes(style)}),text:(text,x,y,{
size,weight=400,colour,alpha=1,anchor="middle",halo,spacing=0})=>append("text",{x:round(x),y:round(y),fill:colour,"font-\
family":font,"font-size":size,"font-weight":weight,"text-anchor":anchor,"dominant-baseline":"central",...alpha<1?{opacity:round(
alpha)}:{},...spacing?{"letter-spacing":spacing}:{},...halo?{stroke:halo,"stroke-width":3.6,"stroke-linejoin":"round","p\
aint-order":"stroke"}:{}},cleanForXml(text))}}function drawSides(renderer,camera2){if(!scene.sides)return[];let edges=[-1/0,1/0];for(let item of scene.items)item.side===
0&&(edges[0]=Math.max(edges[0],item.px+item.r)),item.side===1&&(edges[1]=Math.min(edges[1],item.px-item.r));let gutter=Math.
max(edges[1]-edges[0],0),[leftEdge,rightEdge]=gutter>0?[edges[0]+Math.min(14,gutter/3),edges[1]-Math.min(14,gutter/3)]:[
(edges[0]+edges[1])/2,(edges[0]+edges[1])/2],countryNames=[],halves=[[0,Math.min(leftEdge,camera2.width),0],[Math.max(rightEdge,
0),camera2.width,1]];for(let[from,to,side]of halves){if(to-from<40)continue;renderer.rect(from,0,to-from,camera2.height,
0,{fill:colours[`side-${side}`],alpha:.035});let text=stripControls(termLabel("country",side)),size=camera2.width<500?12:
14,width=text.length*(size*.72+2);if(width>to-from-16)continue;let x=side?to-18:from+18,style={size,weight:600,colour:colours[`\
side-${side}`],anchor:side?"end":"start",spacing:1.6,halo:colours.paper};countryNames.push({left:side?x-width:x,right:side?
x:x+width,top:12,bottom:34,draw:()=>renderer.text(text,x,22,style)})}return countryNames}var mapElement=document.getElementById("map"),reducedMotion=matchMedia("(prefers-reduced-motion: reduce)"),NETWORK_OPTIONS={
physics:{enabled:!1},layout:{improvedLayout:!1,randomSeed:7},nodes:{shape:"dot",hidden:!0,physics:!1,chosen:!1,font:{size:0}},
interaction:{hover:!1,selectable:!1,dragNodes:!1,zoomSpeed:.7,keyboard:!1}},points=new vis.DataSet([]),network=new vis.Network(
mapElement,{nodes:points,edges:new vis.DataSet([])},NETWORK_OPTIONS),camera={x:0,y:0,scale:1,width:1,height:1,fitScale:1,
density:1},hovered=null,drawDuration=0,isMovedByReader=!1,movingUntil=0,stopTimer=0,saveTimer=0;readColours();function drawMap(renderer,frame,occupied,isMoving=!1){
projectItems(frame);let hoveredItem=hovered&&findItem(hovered.kind,hovered.index),path=highlightPath(),highlight=state.selection&&
highlightAround(state.selection.kind,state.selection.index)||hovered&&highlightAround(hovered.kind,hovered.index),countryNames=drawSides(
renderer,frame);drawLines(renderer,frame,highlight,path),drawMarks(renderer,highlight,path,hoveredItem),drawNames(renderer,
frame,highlight,hoveredItem,[...occupied,...countryNames],isMoving);for(let{draw}of countryNames)draw()}function readCamera(){
let{x,y}=network.getViewPosition(),{clientWidth:width,clientHeight:height}=mapElement;return Object.assign(camera,{x,y,scale:network.
getScale(),width,height})}network.on("afterDrawing",ctx=>{if(!mapElement.clientWidth)return;let start=performance.now(),
ratio=ctx.canvas.width/mapElement.clientWidth;ctx.save(),ctx.setTransform(ratio,0,0,ratio,0,0),readCamera();let frame=mapElement.
getBoundingClientRect(),{left,right,top:top2,bottom}=document.querySelector(".zoom").getBoundingClientRect(),buttons={left:left-
frame.left-4,right:right-frame.left+4,top:top2-frame.top-4,bottom:bottom-frame.top+4};drawMap(createCanvasRenderer(ctx,colours.
font),camera,[buttons],start<movingUntil),ctx.restore(),drawDuration=performance.now()-start});function keepMoving(){isMovedByReader=
!0,movingUntil=performance.now()+160,clearTimeout(stopTimer),stopTimer=setTimeout(()=>network.redraw(),180)}function repaint(){
readColours(),network.redraw()}var animationOptions=()=>reducedMotion.matches?!1:{duration:320,easingFunction:"easeInOut\
Quad"};function fitCamera(width,height){let isNarrow=width<500,[nameLeft,nameRight]=scene.arcs?arcNameWidths(width):[0,0],
margin=isNarrow?30:58,margins={left:Math.max(margin,nameLeft),right:Math.max(margin,nameRight),top:scene.sides?50:34,bottom:isNarrow?
62:40},density=scene.arcs?Math.min(Math.max(Math.min(height/(scene.rows*36+1),width/540),.5),1.1):Math.min(Math.max(Math.
sqrt(width*height/Math.max(scene.items.length,1))/62,.5),1.2),[left,right,top2,bottom]=[1/0,-1/0,1/0,-1/0];for(let{origin:[
x,y]}of scene.items)left=Math.min(left,x),right=Math.max(right,x),top2=Math.min(top2,y),bottom=Math.max(bottom,y);left>right&&
([left,right,top2,bottom]=[-1,1,-1,1]);let[availableWidth,availableHeight]=[Math.max(width-margins.left-margins.right,40),
Math.max(height-margins.top-margins.bottom,40)],ratio=availableHeight/availableWidth/((bottom-top2+1)/(right-left+1)),[mostWide,
mostHigh]=scene.arcs?[1/0,1/0]:[1.5,1.9],[wider,higher]=scene.stretch=[Math.min(Math.max(1/ratio,1),mostWide),Math.min(Math.
max(ratio,1),mostHigh)];for(let item of scene.items)[item.x,item.y]=[item.origin[0]*wider,item.origin[1]*higher];[left,right,
top2,bottom]=[left*wider,right*wider,top2*higher,bottom*higher];let scale=Math.max(1e-4,Math.min(2.4,availableWidth/Math.
max(right-left,1),availableHeight/Math.max(bottom-top2,1)));return{x:(left+right)/2+(margins.right-margins.left)/2/scale,
y:(top2+bottom)/2+(margins.bottom-margins.top)/2/scale,scale,fitScale:scale,density,width,height}}function updateFit(){let fitted=fitCamera(
mapElement.clientWidth||1,mapElement.clientHeight||1);return Object.assign(camera,{fitScale:fitted.fitScale,density:fitted.
density}),fitted}function restoreCamera(){isMovedByReader=!0,network.setSize("100%","100%"),updateFit();let[x,y,scale]=state.
camera;network.moveTo({position:{x:x*scene.stretch[0],y:y*scene.stretch[1]},scale,animation:!1})}function fit(animated=!0){
if(!mapElement.clientWidth)return;network.setSize("100%","100%");let{x,y,scale}=updateFit();isMovedByReader=!1,network.moveTo(
{position:{x,y},scale,animation:animated&&animationOptions()}),state.camera&&change({camera:null})}function zoomBy(factor){
let scale=Math.min(Math.max(network.getScale()*factor,camera.fitScale*.3),camera.fitScale*30);isMovedByReader=!0,network.
moveTo({scale,animation:animationOptions()}),saveCamera()}function panBy(dx,dy){let{x,y,scale,width,height}=readCamera();
isMovedByReader=!0;let position={x:x+dx*width/scale,y:y+dy*height/scale};network.moveTo({position,scale,animation:animationOptions()}),
saveCamera()}function saveCamera(){clearTimeout(saveTimer),saveTimer=setTimeout(()=>{let{x,y}=network.getViewPosition();
change({camera:[x/scene.stretch[0],y/scene.stretch[1],network.getScale()]},{fromMap:!0})},450)}function panTo(item){if(!item)
return;let panel2=document.getElementById("panel"),freeHeight=getComputedStyle(panel2).position==="fixed"&&panel2.offsetHeight?
Math.max(panel2.getBoundingClientRect().top-mapElement.getBoundingClientRect().top,120):mapElement.clientHeight,visibleHeight=Math.
min(freeHeight,mapElement.clientHeight);if(projectItems(readCamera()),item.px>40&&item.py>30&&item.px<mapElement.clientWidth-
40&&item.py<visibleHeight-40)return;let scale=network.getScale();network.moveTo({position:{x:item.x,y:item.y+(mapElement.
clientHeight-visibleHeight)/2/scale},scale,animation:animationOptions()})}function setHovered(kind,index){let next=index>=
0?{kind,index}:null;return next?.kind===hovered?.kind&&next?.index===hovered?.index?!1:(hovered=next,network.redraw(),!0)}
for(let name of["dragging","zoom"])network.on(name,keepMoving);for(let name of["dragEnd","zoom"])network.on(name,saveCamera);
network.on("resize",()=>requestAnimationFrame(()=>{mapElement.clientWidth&&(state.camera?restoreCamera():isMovedByReader||
fit(!1))}));onChange((changed,{refit,move=!0,fromMap}={})=>{fromMap||((changed.has("shown")||changed.has("pins")||changed.
has("language"))&&(buildScene(),hovered&&!findItem(hovered.kind,hovered.index)&&(hovered=null),updateFit(),points.clear(),
points.add(scene.items.map(({key,x,y})=>({id:key,x,y})))),changed.has("camera")&&state.camera?restoreCamera():refit||changed.
has("view")||changed.has("shown")&&!isMovedByReader?fit(!1):changed.has("selection")&&state.selection&&move&&requestAnimationFrame(
()=>{state.selection&&panTo(findItem(state.selection.kind,state.selection.index))}),network.redraw())});var FLAGS=["people","unnamed"],CHOICES={view:VIEWS,measure:MEASURES,level:["key","all"],language:DATA.languages,boardRows:[
"party","paper"],boardSort:["silence","size","name"]},SELECTABLE={node:[index=>NODES.iri[index],findNode],engagement:[index=>ENGAGEMENTS.
iri[index],findEngagement],stack:[index=>ENGAGEMENTS.iri[index],findEngagement]};function formatAddress(){let parameters=new URLSearchParams,
defaults=defaultState();for(let name of[...Object.keys(CHOICES),"voices","text"])state[name]!==defaults[name]&&parameters.
set(name,state[name]);for(let name of FLAGS)state[name]&&parameters.set(name,"yes");for(let group of GROUPS)for(let index of state.
chosen[group])parameters.append(group,TERMS[group][index].id);state.asOf!==null&&parameters.set("as-of",formatIsoDay(state.
asOf)),state.period&&parameters.set("months",state.period.map(monthOf).join(" ")),state.story!==null&&parameters.set("st\
ory",DATA.stories[state.story].id),state.event!==null&&parameters.set("event",ENGAGEMENTS.iri[state.event]);for(let node of state.
only||[])parameters.append("only",NODES.iri[node]);state.selection&&parameters.set(state.selection.kind,SELECTABLE[state.
selection.kind][0](state.selection.index)),state.neighbourhood&&parameters.set("near",`${state.neighbourhood.hops} ${NODES.
iri[state.neighbourhood.node]}`);for(let node of state.path||[])parameters.append("path",NODES.iri[node]);for(let[key,[x,
y]]of state.pins){let[kind,index]=key.split(" ");parameters.append("pin",`${kind} ${SELECTABLE[kind][0](index)} ${Math.round(
x)} ${Math.round(y)}`)}return state.camera&&parameters.set("camera",state.camera.map(number=>Number(number.toPrecision(5))).
join(" ")),String(state.sort)!==String(defaults.sort)&&parameters.set("sort",`${state.sort[0]}${state.sort[1]?"":"-"}`),
String(parameters).replaceAll("%3A",":")}function parseAddress(hash){let parameters=new URLSearchParams(hash.replace(/^#/,
"")),result=defaultState(),unknown=[],read=(name,parse)=>{for(let text of parameters.getAll(name)){let value=parse(text);
(value==null||value===-1)&&unknown.push(`${name}=${text}`)}parameters.delete(name)},keep=(name,value)=>(value!==null&&value!==
-1&&(result[name]=value),value);for(let[name,allowed]of Object.entries(CHOICES))read(name,text=>keep(name,allowed.includes(
text)?text:null));for(let name of FLAGS)read(name,text=>keep(name,text==="yes"?!0:null));for(let group of GROUPS)read(group,
text=>{let index=TERMS[group].findIndex(({id})=>id===text);return index<0?null:result.chosen[group].add(index)});read("v\
oices",text=>keep("voices",/^[1-9]\d?$/.test(text)?Number(text):null)),read("text",text=>keep("text",text.slice(0,200))),
read("as-of",text=>keep("asOf",parseDay(text))),read("months",text=>{let[first,last]=text.split(" ").map(daysOfMonth);return keep(
"period",first&&last&&first[0]<=last[1]?[first[0],last[1]]:null)}),read("story",text=>keep("story",DATA.stories.findIndex(
({id})=>id===text))),read("event",text=>keep("event",findEngagement(text))),read("only",text=>{let node=findNode(text);return node<
0?null:keep("only",(result.only||new Set).add(node))});for(let[kind,[,find]]of Object.entries(SELECTABLE))read(kind,text=>find(
text)<0?null:keep("selection",{kind,index:find(text)}));read("near",text=>{let[,hops,name]=/^([1-3]) (.+)$/.exec(text)||
[];return name&&findNode(name)>=0?keep("neighbourhood",{node:findNode(name),hops:Number(hops)}):null});let path=[];if(read(
"path",text=>findNode(text)<0?null:path.push(findNode(text))),path.length===2)result.path=path;else for(let node of path)
unknown.push(`path=${NODES.iri[node]}`);read("pin",text=>{let[,kind,name,x,y]=/^(node|stack) (.+) (-?\d{1,6}) (-?\d{1,6})$/.
exec(text)||[],index=kind?SELECTABLE[kind][1](name):-1;return index<0?null:result.pins.set(`${kind} ${index}`,[Number(x),
Number(y)])}),read("camera",text=>{let numbers=text.split(" ").map(Number);return keep("camera",numbers.length===3&&numbers.
every(Number.isFinite)&&numbers[2]>.001&&numbers[2]<100?numbers:null)}),read("sort",text=>keep("sort",/^\d-?$/.test(text)?
[Number(text[0]),text.length<2]:null)),parameters.delete("embed");for(let[name,text]of parameters)unknown.push(`${name}=${text}`);
return{result,unknown}}function readAddress(){let{result,unknown}=parseAddress(location.hash),focus=location.hash.length<
2&&DATA.focus?findNode(DATA.focus.node):-1;return focus>=0&&(result.neighbourhood={node:focus,hops:Math.min(MAX_HOPS,DATA.
focus.hops)},result.selection={kind:"node",index:focus}),change(result,{refit:!result.camera}),unknown}var embedded=new URLSearchParams(
location.hash.slice(1)).get("embed")==="yes",isEmbedded=()=>embedded;onChange((changed,{history:addToHistory=!1}={})=>{let hash=[
formatAddress(),embedded?"embed=yes":""].filter(Boolean).join("&");if(location.hash.slice(1)!==hash)try{history[addToHistory?
"pushState":"replaceState"](null,"",hash?`#${hash}`:location.pathname+location.search)}catch{}});function parseDate(edtf){let match=/^(\d{4}|\d{3}X|\d\dXX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)$/.exec(edtf);return!match||Number(
match[2])>12||match[2]==="00"?null:{year:match[1],month:match[2]?Number(match[2]):0,day:match[3]?Number(match[3]):0,qualifier:match[4]}}
function formatSingleDate(edtf,omit="",short=!1){let parts=parseDate(edtf);if(!parts)return edtf;let{month,day,qualifier}=parts,
year=omit?"":parts.year.replaceAll("X","0")+(parts.year.includes("X")?translate("decade"):""),shownMonth=omit==="month"?
0:month,name=shownMonth?translate("months").split(" ")[shownMonth-1]:"",text=interfaceLanguage()==="zh"?[year&&(parts.year.
includes("X")?year:`${year}年`),shownMonth&&`${shownMonth}月`,day&&`${day}日`].filter(Boolean).join(""):[day||"",short&&
interfaceLanguage()==="en"?name.slice(0,3):name,year].filter(Boolean).join(" ");return qualifier?translate({"~":"about",
"?":"probably","%":"probablyAbout"}[qualifier],text):text}var INTERVAL_PATTERN=/^([[{]?)([^[\]{}/,]*?)(\.\.|\/|,)([^[\]{}/,]*?)[\]}]?$/;
function formatIntervalEnds(from,to,short){let[start,end]=[parseDate(from),parseDate(to)],shared=!(start&&end&&!start.qualifier&&
!end.qualifier&&!!start.month==!!end.month&&!!start.day==!!end.day)||start.year!==end.year||!start.month?"":start.month===
end.month&&start.day?"month":"year";return interfaceLanguage()==="zh"?[formatSingleDate(from,"",short),formatSingleDate(
to,shared,short)]:[formatSingleDate(from,shared,short),formatSingleDate(to,"",short)]}function formatDate(edtf){let[,set,
from,,to]=INTERVAL_PATTERN.exec(edtf)||[];return to===void 0?formatSingleDate(edtf):from?!to||to===".."?translate("since",
formatSingleDate(from)):translate(set?"between":"fromTo",...formatIntervalEnds(from,to,!1)):translate("by",formatSingleDate(
to))}function formatShortDate(edtf){let[,,from,,to]=INTERVAL_PATTERN.exec(edtf)||[];return from&&to&&to!==".."?formatIntervalEnds(
from,to,!0).join("–"):to===void 0?formatSingleDate(edtf,"",!0):formatDate(edtf)}var formatDay=day=>day==null?"":formatSingleDate(
formatIsoDay(day));var LIST_LIMIT=12,section=(title,...content2)=>el("section",{},el("h3",{},title),...content2),bulletList=(items,attributes)=>el(
"ul",attributes||{},...items.map(item=>el("li",{},item))),chip=(key,mark="")=>el("span",{class:`chip ${mark}`.trim(),title:translate(
`${key}Meaning`)},translate(key)),soft=(...content2)=>el("span",{class:"soft"},...content2),details=(title,...content2)=>el(
"details",{},el("summary",{},title),...content2),dataText=text=>bdi(text,interfaceLanguage()==="en"?"":"en"),propertyName=name=>STRINGS[interfaceLanguage()][`\
what_${name}`]?translate(`what_${name}`):dataText(capitalise(name));function definitionList(entries){let filled=entries.
filter(([,value])=>value!==""&&value!==null&&value!==void 0);return filled.length?el("dl",{},...filled.flatMap(([term,value,
...marks])=>[el("dt",{},term),el("dd",{},typeof value=="string"?dataText(value):value,...marks)])):""}function longList(items,draw,{
limit=LIST_LIMIT,...attributes}={}){let list2=entries=>el("ul",attributes,...entries.map(item=>el("li",{},draw(item))));
if(items.length<=limit+2)return items.length?list2(items):"";let rest2=details(translate("more_n",formatNumber(items.length-
limit)));return rest2.addEventListener("toggle",()=>{rest2.children.length<2&&rest2.append(list2(items.slice(limit)))}),
el("div",{},list2(items.slice(0,limit)),rest2)}var nodeLink=node=>button({class:"link"},event=>select("node",node,{focus:isFromKeyboard(
event)}),nameElement(node)),isFromKeyboard=event=>event.detail===0,measureName=name=>STRINGS[interfaceLanguage()][`measu\
re_${name}`]?translate(`measure_${name}`):name,joinWithDots=parts=>parts.filter(Boolean).flatMap((item,position)=>position?
[" · ",item]:[item]),engagementLink=(engagement,attributes={class:"link"},...before)=>{let{text,lang}=engagementTitle(engagement);
return button(attributes,event=>select("engagement",engagement,{focus:isFromKeyboard(event)}),...before,bdi(text,lang))},
linkLabel=name=>STRINGS[interfaceLanguage()][`link_${name}`]||STRINGS.en[`link_${name}`]?translate(`link_${name}`):name;var isAnySourceKnown=sources=>isHeardOn(sources,state.asOf),knownSteps=engagement=>ENGAGEMENTS.steps[engagement].filter(
([,,,,,sources])=>isAnySourceKnown(sources)),knownSources=engagement=>ENGAGEMENTS.sources[engagement].filter(source=>isAnySourceKnown(
[source])),countVoices=sources=>new Set(sources.map(source=>SOURCES.voice[source])).size;function addressOf(source,quote){
let address=SOURCES.address[source];return quote&&address?`${address.split("#")[0]}#:~:text=${textFragment(quote)}`:address}
function textFragment(quote){let words=quote.trim().split(/\s+/),encode=list2=>encodeURIComponent(list2.join(" ")).replaceAll(
"-","%2D");return words.length<=8?encode(words):`${encode(words.slice(0,4))},${encode(words.slice(-4))}`}var dataLink=(address,text)=>el(
"bdi",{lang:interfaceLanguage()==="en"?null:"en"},link(address,text));function sourceDetails(source,note=""){let facts=[
SOURCES.publisher[source]&&dataText(SOURCES.publisher[source]),SOURCES.date[source]&&formatDate(SOURCES.date[source]),SOURCES.
tier[source]>=0&&translate("tierSource",termLabel("tier",SOURCES.tier[source])),SOURCES.said_by[source]&&dataText(translate(
"saidBy",SOURCES.said_by[source])),note];return el("div",{class:"source-details"},el("span",{class:"source"},dataLink(SOURCES.
address[source],SOURCES.title[source]||SOURCES.iri[source])),soft(...joinWithDots(facts)))}function sourceLine(source,quote=""){
let name=SOURCES.publisher[source]||SOURCES.title[source]||SOURCES.iri[source],line=el("span",{class:"source-line",title:SOURCES.
title[source]},dataLink(addressOf(source,quote),name));return SOURCES.date[source]&&line.append(translate("comma"),formatShortDate(
SOURCES.date[source])),line}var sourcesOf=node=>new Set([...engagementsOf(node)].flatMap(engagement=>ENGAGEMENTS.parties[engagement].
filter(([,party])=>party===node).flatMap(([,,,sources])=>sources||[])));function sourceSection(node){let known2=[...sourcesOf(
node)].filter(source=>isAnySourceKnown([source]));return known2.length?details(el("span",{},translate("toldBy",pluralise(
known2.length,"source"))," ",soft(`(${pluralise(countVoices(known2),"voice")})`)),longList(known2,source=>sourceDetails(
source),{limit:30,class:"cards"})):""}var STATES=["proved","moved","reflowed","hash-not-checked","pointer-only","source-\
gone","changed"],bestState=passages=>STATES.find(name=>passages.some(([,,,,each])=>each===name))||"";function bestSource(engagement,sources){
let quoted=new Set(ENGAGEMENTS.passages[engagement].filter(([,,,,,quote])=>quote).map(([source])=>source)),key=source=>[
SOURCES.tier[source]<0?99:SOURCES.tier[source],quoted.has(source)?0:1,SOURCES.address[source]?0:1,-(SOURCES.known[source]??
-1/0)];return[...sources].sort((a,b)=>{let[one,other]=[key(a),key(b)],place2=one.findIndex((value,position)=>value!==other[position]);
return place2<0?a-b:one[place2]-other[place2]})[0]}function bestPassage(engagement){let sources=knownSources(engagement),
passages=sources.length?ENGAGEMENTS.passages[engagement].filter(([source,,,,,quote])=>quote&&source===bestSource(engagement,
sources)):[],last=knownSteps(engagement).at(-1)?.[6];return passages.find(([,,,proves])=>proves===last)||passages[0]||null}
function evidenceLine(engagement){let sources=knownSources(engagement);if(!sources.length)return soft(translate("noPassa\
ge"));let best=bestState(ENGAGEMENTS.passages[engagement].filter(([source])=>sources.includes(source)));return el("span",
{class:"evidence-line"},...joinWithDots([sourceLine(bestSource(engagement,sources),bestPassage(engagement)?.[5]),pluralise(
countVoices(sources),"voice"),best&&el("span",{title:translate(`passage_${best}`)},translate(`passageShort_${best}`))]))}
var LONG_QUOTATION=220;function quotation(engagement){let quote=bestPassage(engagement)?.[5];if(!quote)return"";let words=el(
"blockquote",{},bdi(quote));return quote.length>LONG_QUOTATION?details(translate("quotation"),words):words}var PLACES=[[
/^para ([\d, -]+)$/,"paragraph"],[/^characters (\d+–\d+)$/,"characters"],[/^(?:list )?item ([\d, -]+)$/,"item"],[/^record ([\d, -]+)$/,
"record"],[/^section ([\d, -]+)$/,"section"],[/^page ([\d, -]+)$/,"page"],[/^opening$/,"opening"],[/^body$/,"body"],[/^title$/,
"title"],[/^caption$/,"caption"],[/^last para$/,"last"]];function placesInWords(locations){let numbers=new Map,places=[];
for(let location2 of new Set(locations)){let[pattern,name]=PLACES.find(([each])=>each.test(location2))||[],found=pattern?.
exec(location2)[1];found?numbers.set(name,[...numbers.get(name)||[],found.replaceAll("-","–")]):places.push(name?translate(
`place_${name}`):location2.replace(/\bpara (?=\d+[-,])/g,"paragraphs ").replace(/\bpara\b/g,"paragraph"))}for(let[name,found]of numbers){
let text=found.join(translate("comma")),forms=translate(`place_${name}`,text).split("|");places.push(forms[/\D/.test(text)?
forms.length-1:0])}return places}function provenThing(engagement,name){let step=ENGAGEMENTS.steps[engagement].find(each=>each[6]===
name);if(!step)return translate("provesItself");let date=step[1]&&formatShortDate(step[1]);return translate("proves",date?
`${termLabel("status",step[0])}, ${date}`:termLabel("status",step[0]))}function passageSection(engagement){let bySource=new Map(
knownSources(engagement).map(source=>[source,[]]));for(let passage of ENGAGEMENTS.passages[engagement])isAnySourceKnown(
[passage[0]])&&bySource.set(passage[0],[...bySource.get(passage[0])||[],passage]);if(!bySource.size)return section(translate(
"whereSaid"),el("p",{class:"soft"},translate("noPassage")));let rank=([source])=>SOURCES.tier[source]<0?99:SOURCES.tier[source],
sorted=[...bySource].sort((a,b)=>rank(a)-rank(b)||(SOURCES.known[b[0]]??0)-(SOURCES.known[a[0]]??0)),passages=[...bySource.
values()].flat(),states=STATES.filter(name=>passages.some(([,,,,each])=>each===name));return section(el("span",{},translate(
"whereSaid")," ",soft(`${pluralise(bySource.size,"source")}${translate("comma")}${pluralise(countVoices([...bySource.keys()]),
"voice")}`)),el("p",{class:"soft small"},...states.map(name=>states.length>1?`${capitalise(translate(`passageShort_${name}`))}${translate(
"colon")}${translate(`passage_${name}`)} `:`${translate(`passage_${name}`)} `),passages.length&&passages.every(([,,,,,quote])=>!quote)?
translate("readThere"):""),longList(sorted,([source,entries])=>sourceCard(engagement,source,entries,states.length>1),{class:"\
cards said",limit:8}))}function sourceCard(engagement,source,entries,showsState){let byState=new Map;for(let[,fragment,location2,
name,state2,quote]of entries){let byThing=byState.get(state2)||byState.set(state2,new Map).get(state2),thing=provenThing(
engagement,name);byThing.set(thing,[...byThing.get(thing)||[],{location:location2||fragment,quote}])}let quoted=({location:location2,
quote})=>el("div",{},el("blockquote",{},bdi(quote)),soft(bdi(placesInWords([location2])[0])),SOURCES.address[source]?el(
"span",{}," · ",link(addressOf(source,quote),translate("openPassage"))):""),places=passages=>placesInWords(passages.filter(
({quote})=>!quote).map(({location:location2})=>location2)).flatMap((place2,position)=>[position?translate("comma"):"",bdi(
place2)]);return el("div",{},sourceDetails(source),...[...byState].flatMap(([name,byThing])=>[el("ul",{class:"passages"},
...[...byThing].map(([thing,passages])=>el("li",{},thing,translate("colon"),soft(...places(passages)),...passages.filter(
({quote})=>quote).map(quoted)))),showsState||name==="changed"?el("p",{class:`passage-state ${name}`},capitalise(translate(
`passageShort_${name}`))):""]))}function fillSentence(key,parts){return translate(key,...parts.map((_,index)=>`{${index}}`)).split(/\{(\d)\}/).flatMap((piece,index)=>index%
2?parts[Number(piece)]||[]:[piece])}var joinParts=(lists,separator)=>lists.flatMap((list2,index)=>index?[separator,...list2]:
list2),PARTS={engagement:id=>{let{text,lang}=findEngagement(id)<0?{text:id}:engagementTitle(findEngagement(id));return[bdi(
text,lang)]},node:id=>[findNode(id)<0?bdi(id):nameElement(findNode(id))],count:(count,noun)=>[pluralise(count,noun)],number:number=>[
formatNumber(number)],text:text=>[bdi(text)],date:edtf=>[formatDate(edtf)],day:day=>[formatDay(day)],status:id=>[termLabel(
"status",TERMS.status.findIndex(term=>term.id===id))||translate("noStatus")],sets:counts=>[counts.map(([set,count])=>translate(
`story_set_${set}`,formatNumber(count))).join(translate("comma"))],properties:names=>joinParts(names.map(name=>[STRINGS[interfaceLanguage()][`\
what_${name}`]||dataText(name)]),translate("comma")),others:others=>others.length?fillSentence("story_others",[joinParts(
others.map(parts=>fillSentence("story_other",parts.map(writePart)))," · ")]):[],claim:(count,claim,name)=>count?fillSentence(
"story_claim",[PARTS.count(count,"engagement"),PARTS.text(claim),writePart(name)]):[]},writePart=([kind,...values])=>Object.
hasOwn(PARTS,kind)?PARTS[kind](...values):[bdi(String(values[0]??""))];function storyWords(story){if(story.kind){let parts=story.
parts.map(writePart),kind=[translate(`story_${story.kind}`)],isNamed=["engagement","node"].includes(story.parts[0][0]);return{
kind:isNamed?kind:[],title:isNamed?parts[0]:kind,text:fillSentence(`story_${story.kind}_text`,parts)}}let translation=(story.
labels||{})[language()],write=field=>[translation?bdi(translation[field],language()):dataText(story[field])];return{kind:[],
title:write("title"),text:write("text")}}function headline(){let{engagements,...counts}=DATA.headline;if(!engagements)return"";
let keys={realised:"story_set_realised",announced:"headline_announced",silent:"headline_silent"},parts=Object.keys(keys).
filter(name=>counts[name]).map(name=>translate(keys[name],formatNumber(counts[name]))),total=pluralise(engagements,"enga\
gement");return parts.length?translate("headline",total,parts.join(translate("comma"))):total}var storyAddress=story=>[`\
story=${story.id}`,story.address,state.language===defaultState().language?"":`language=${state.language}`].filter(Boolean).
join("&");function openStory(index,focus){change({...parseAddress(storyAddress(DATA.stories[index])).result},{history:!0,
refit:!0,focus}),byId("stage").scrollIntoView({block:"nearest"})}function storyCard(story,index){let{kind,title,text}=storyWords(
story),card=el("a",{class:"story",href:`#${storyAddress(story)}`,"data-key":`story-${story.id}`,"aria-current":state.story===
index?"true":null},kind.length?soft(...kind):"",el("strong",{},...title),el("span",{},...text));return card.addEventListener(
"click",event=>{event.ctrlKey||event.metaKey||event.shiftKey||event.altKey||(event.preventDefault(),openStory(index,isFromKeyboard(
event)))}),card}function storyNotice(leave){if(state.story===null)return"";let{kind,title,text}=storyWords(DATA.stories[state.
story]);return el("span",{class:"story-notice"},button({class:"link"},event=>leave(isFromKeyboard(event)),translate("all\
Stories"))," · ",...kind.length?[soft(...kind)," "]:[],el("strong",{},...title),el("span",{class:"text"}," ",...text))}
function showIntro(){let sources=SOURCES.iri.map((_,index)=>index).sort((a,b)=>(SOURCES.date[a]<SOURCES.date[b])-(SOURCES.
date[a]>SOURCES.date[b])),howToRead=details(translate("howToRead"),...readingGuide());return howToRead.open=!DATA.stories.
length,["",headline()||translate("nothingYet"),headline()?el("p",{class:"soft"},translate("storiesAsOf",formatDay(DATA.as_of??
DATA.today))):"",DATA.stories.length?el("ul",{class:"stories","aria-label":translate("stories")},...DATA.stories.map((story,index)=>el(
"li",{},storyCard(story,index)))):"",howToRead,DATA.unknowns.length?section(translate("missing"),longList(DATA.unknowns,
dataText,{limit:5,class:"unknown"})):"",DATA.methods.length?details(translate("methods"),bulletList(DATA.methods.map(dataText),
{class:"methods"})):"",sources.length?details(pluralise(sources.length,"source"),longList(sources,source=>sourceDetails(
source),{limit:40,class:"cards"})):""]}function readingGuide(){let sets=TERMS.set.map(({id})=>localName(id)),used=new Set(
ENGAGEMENTS.status.map(intervals=>intervals[intervals.length-3]).filter(status=>status>=0).map(status=>TERMS.status[status].
set)),sides=[0,1].filter(index=>index<DATA.sides).map(index=>termLabel("country",index));return[el("p",{},translate("int\
roEngagements")),el("ul",{class:"key"},el("li",{},el("span",{class:"stack"},...["realised","entered","announced","prospe\
ctive"].map(id=>sets.indexOf(id)).filter(set=>used.has(set)).map(set=>lineSwatch({set}))),el("span",{},translate("readLi\
ne"))),el("li",{},el("span",{class:"stack"},lineSwatch({width:1.5}),lineSwatch({width:5})),el("span",{},translate("readW\
idth"))),sides.length?el("li",{},el("span",{class:"stack side"},...[...sides,""].map((_,index)=>nodeSwatch({country:index}))),
el("span",{},translate(sides.length>1?"readSide":"readOneSide",...sides))):"",el("li",{},el("span",{class:"stack side"},
...[...new Map(TERMS.kind.map((_,index)=>[kindShape(index),index])).values()].slice(0,3).map(kind=>nodeSwatch({kind}))),
el("span",{},translate("readShape"))),state.measure?el("li",{},el("span",{class:"dots","aria-hidden":"true"}),el("span",
{},translate("readSize",measureName(state.measure)))):"",state.unnamed?el("li",{},el("span",{class:"stack side"},nodeSwatch(
{kind:TERMS.kind.findIndex(({id})=>localName(id)==="UnnamedParty")})),el("span",{},translate("readUnnamed"))):""),el("h3",
{},translate("keys")),el("dl",{class:"keys"},...[["/","keyFind"],["Esc","keyClose"],["Tab","keyNext"],["+ −","keyZoom"],
["← ↑ ↓ →","keyMove"]].flatMap(([key,meaning])=>[el("dt",{},...key.split(" ").map(part=>el("kbd",{dir:"ltr"},part))),
el("dd",{},translate(meaning))]))]}var announceTimer=0;function announce(text){byId("message").textContent=text,byId("message").classList.add("visible"),clearTimeout(
announceTimer),announceTimer=setTimeout(()=>byId("message").classList.remove("visible"),4e3)}function translatePage(){document.
documentElement.lang=interfaceLanguage(),document.documentElement.dir=RIGHT_TO_LEFT.has(interfaceLanguage())?"rtl":"ltr";
for(let element of document.querySelectorAll("[data-text]"))element.textContent=translate(element.dataset.text);for(let element of document.
querySelectorAll("[data-label]"))element.setAttribute("aria-label",translate(element.dataset.label));for(let element of document.
querySelectorAll("[data-placeholder]"))element.placeholder=translate(element.dataset.placeholder);for(let id of["in","ou\
t","fit","lasso"])byId(id).title=translate(byId(id).dataset.label);byId("language").value=language(),byId("headline").textContent=
headline()}function showCounts(){let{counts,matching:matching2}=shown,drawn=state.view==="map"?counts.engagements:matching2.
engagements,text=pluralise(state.view==="map"?counts.nodes:matching2.nodes,"organisation")+translate("comma")+(drawn===known?
pluralise(drawn,"engagement"):translate("of",formatNumber(drawn),pluralise(known,"engagement"))),day=state.asOf??DATA.as_of;
byId("counts").textContent=day===null?text:`${text} · ${translate("asOfDay",formatDay(day))}`}function showEmpty(){let isEmpty=shown.
matching.engagements===0;byId("empty").hidden=!isEmpty,isEmpty&&byId("empty").replaceChildren(el("p",{},translate(SIZE.engagements?
"nothingLeft":"nothingYet")),...whatHides().map(([name,without,left])=>button({class:"link"},()=>change(without,{refit:!0}),
translate("dropFilter",conditionName(name),pluralise(left,"engagement")))))}var conditionName=name=>translate(GROUPS.includes(
name)?`group_${name}`:`condition_${name}`);function showBanner(){let notices=[],addNotice=(text,...actions)=>notices.push(
el("span",{},text,...actions.flatMap(([key,patch])=>[" ",button({class:"link"},()=>{change(patch,{refit:!0}),document.activeElement===
document.body&&byId("map").focus()},translate(key))])));if(state.event!==null&&addNotice(translate("eventBanner",engagementTitle(
state.event).text),["showAll",{event:null}]),state.only&&addNotice(translate("onlyBanner",pluralise(state.only.size,"org\
anisation")),["showAll",{only:null}]),state.text&&addNotice(translate("textBanner",state.text),["showAll",{text:""}]),state.
neighbourhood){let{hops,node}=state.neighbourhood;addNotice(translate("nearBanner",pluralise(hops,"step"),nodeName(node).
text),["showAll",{neighbourhood:null}])}if(state.path){let names=shown.path&&shown.path.nodes.map(node=>nodeName(node).text).
join(" – ");addNotice(shown.path?translate("pathShown",pluralise(shown.path.nodes.length-1,"step"),names):translate("p\
athNone"),["pathClear",{path:null}])}state.view==="map"&&shown.isReduced?addNotice(translate("keyBanner",formatNumber(shown.
counts.nodes),pluralise(shown.matching.nodes,"organisation"),formatNumber(shown.counts.engagements),pluralise(shown.matching.
engagements,"engagement")),...state.level==="key"?[["showAll",{level:"all"}]]:[]):state.view==="map"&&state.level==="all"&&
!shown.isReduced&&addNotice("",["showLargest",{level:"key"}]);let unseen=shown.matching.engagements-shown.counts.engagements;
state.view==="map"&&!shown.isReduced&&unseen&&addNotice(translate("unnamedBanner",pluralise(unseen,"engagement")),...state.
unnamed?[]:[["showUnnamed",{unnamed:!0}]]),state.pins.size&&addNotice("",["releasePins",{pins:new Map}]);let story=storyNotice(
leaveStory);byId("banner").replaceChildren(story,...notices),byId("banner").hidden=!notices.length&&!story}for(let view of VIEWS)
byId(`view-${view}`).addEventListener("click",()=>change({view},{history:!0}));byId("language").append(...DATA.languages.
map(code=>el("option",{value:code,lang:code},languageName(code))));byId("language").parentElement.hidden=DATA.languages.
length<2;byId("language").addEventListener("change",()=>change({language:byId("language").value}));byId("copy-link").addEventListener(
"click",async()=>{try{if(self!==top)throw new Error("a frame has no address worth sending");await navigator.clipboard.writeText(
location.href),announce(translate("linkCopied"))}catch{announce(translate("linkByHand"))}});byId("in").addEventListener(
"click",()=>zoomBy(1.35));byId("out").addEventListener("click",()=>zoomBy(1/1.35));byId("fit").addEventListener("click",
()=>{change({camera:null}),fit()});var isPanelWanted=!0;function updatePanel(){let closed=!isPanelWanted&&!state.selection;
byId("layout").classList.toggle("closed",closed),byId("show-panel").setAttribute("aria-expanded",String(!closed&&!state.
selection))}function showStories(){isPanelWanted=!0,state.selection&&select(null),updatePanel(),byId("panel").scrollIntoView(
{block:"nearest"})}byId("show-panel").addEventListener("click",()=>{if(!(!byId("layout").classList.contains("closed")&&!state.
selection&&byId("panel").getBoundingClientRect().top<innerHeight-100))return showStories();isPanelWanted=!1,updatePanel()});
function leaveStory(fromKeyboard){change({...defaultState(),language:state.language},{history:!0,refit:!0}),showStories(),
fromKeyboard&&byId("panel-title").focus({preventScroll:!0})}onChange(changed=>{if(changed.has("language")&&translatePage(),
changed.has("view"))for(let view of VIEWS)byId(`view-${view}`).setAttribute("aria-pressed",String(view===state.view)),byId(
`stage-${view}`).hidden=view!==state.view;["shown","language","measure","view","pins","story"].some(name=>changed.has(name))&&
(showCounts(),showBanner(),showEmpty()),changed.has("selection")&&updatePanel()});var tooltip=document.getElementById("tooltip"),lasso=document.getElementById("lasso"),lassoPath=document.querySelector("\
#lasso-line path"),narrowScreen=matchMedia("(max-width: 900px)");function hitTest(x,y,tolerance){let best=null,least=1/0;
for(let item of scene.items){let distance=Math.hypot(item.px-x,item.py-y)-item.r;distance<tolerance&&distance<least&&([best,
least]=[item,distance])}if(best)return best;least=tolerance+1;for(let{curve,to}of scene.lines){if(!curve)continue;let[x1,
y1,cx,cy,x2,y2]=curve;if(!(x<Math.min(x1,cx,x2)-tolerance||x>Math.max(x1,cx,x2)+tolerance||y<Math.min(y1,cy,y2)-tolerance||
y>Math.max(y1,cy,y2)+tolerance))for(let step=0;step<=24;step+=1){let[px,py]=pointOnCurve(curve,step/24),distance=Math.hypot(
px-x,py-y);distance<least+4&&([best,least]=[to,distance])}}return best}function positionOf(item){return projectItems(readCamera()),
[item.px,item.py]}function describe(item){let softLine=(...parts)=>el("span",{class:"soft"},parts.filter(Boolean).join("\
 · "));if(item.kind==="node")return[el("strong",{},nameElement(item.index)),softLine(termLabel("kind",NODES.kind[item.index]),
termLabel("country",NODES.country[item.index]),pluralise(engagementsOf(item.index).length,"engagement"))];let[first]=item.
engagements;if(item.engagements.length===1){let{text,lang}=engagementTitle(first);return[el("strong",{},bdi(text,lang)),
softLine(capitalise(termLabel("type",ENGAGEMENTS.type[first])),termLabel("status",statusOn(first,state.asOf)))]}let parties=scene.
linesOf.get(item.key).flatMap(({node},place2)=>[place2?" – ":"",nameElement(node)]);return[el("strong",{},...parties),
softLine(pluralise(item.engagements.length,"engagement"),...item.sets.map(([set,count])=>`${count} ${termLabel("set",set)}`))]}
function showTooltip(x,y,item){tooltip.replaceChildren(...describe(item)),tooltip.hidden=!1;let left=Math.min(x+14,mapElement.
clientWidth-tooltip.offsetWidth-8),top2=y+18+tooltip.offsetHeight>mapElement.clientHeight?y-tooltip.offsetHeight-12:y+18;
tooltip.style.transform=`translate(${Math.max(left,8)}px, ${Math.max(top2,8)}px)`}function hideTooltip(){tooltip.hidden=
!0,mapElement.classList.remove("pointing")}function choose(item,options){item.kind==="stack"&&item.engagements.length===
1?select("engagement",item.engagements[0],options):select(item.kind,item.index,options)}var inFrame=event=>{let frame=mapElement.
getBoundingClientRect();return[event.clientX-frame.left,event.clientY-frame.top]};mapElement.addEventListener("pointermo\
ve",event=>{if(event.pointerType==="touch"||event.buttons)return;let[x,y]=inFrame(event),item=hitTest(x,y,4);if(setHovered(
item?item.kind:"",item?item.index:-1),!item)return hideTooltip();mapElement.classList.add("pointing"),showTooltip(x,y,item)});
mapElement.addEventListener("pointerleave",()=>{hideTooltip(),setHovered("",-1)});network.on("click",({pointer,event})=>{
hideTooltip();let item=hitTest(pointer.DOM.x,pointer.DOM.y,event&&event.pointerType==="touch"?14:5);item?choose(item,{move:narrowScreen.
matches}):state.selection&&select(null)});network.on("dragStart",hideTooltip);mapElement.addEventListener("touchend",event=>{
event.target.matches("canvas")&&event.preventDefault()});function follow(event,move,done){event.stopPropagation(),mapElement.
setPointerCapture(event.pointerId);let[startX,startY]=inFrame(event),moved=!1,onMove=next=>{let[x,y]=inFrame(next);moved||=
Math.hypot(x-startX,y-startY)>4,moved&&move(x,y)},stop=next=>{mapElement.removeEventListener("pointermove",onMove);for(let name of[
"pointerup","pointercancel"])mapElement.removeEventListener(name,stop,!0);next.stopPropagation(),done(moved&&next.type===
"pointerup")};mapElement.addEventListener("pointermove",onMove);for(let name of["pointerup","pointercancel"])mapElement.
addEventListener(name,stop,!0)}function startDrag(event,item){hideTooltip(),follow(event,(x,y)=>{item.x=(x-camera.width/
2)/camera.scale+camera.x,item.y=(y-camera.height/2)/camera.scale+camera.y,keepMoving(),network.redraw()},moved=>{if(!moved)
return choose(item);let[x,y]=[Math.round(item.x/scene.stretch[0]),Math.round(item.y/scene.stretch[1])];change({pins:new Map(
state.pins).set(item.key,[x,y])},{history:!0})})}function startLasso(event){let polygon=[inFrame(event)];follow(event,(x,y)=>{
polygon.push([x,y]),lassoPath.setAttribute("d",`M${polygon.map(point=>point.join(",")).join("L")}Z`)},moved=>{lassoPath.
setAttribute("d",""),lasso.setAttribute("aria-pressed","false");let caught=scene.items.filter(({kind,px,py})=>kind==="no\
de"&&isInside([px,py],polygon));!moved||!caught.length||change({only:new Set(caught.map(({index})=>index)),selection:null},
{refit:!0,history:!0})})}mapElement.addEventListener("pointerdown",event=>{if(event.button||!event.target.matches("canva\
s"))return;if(event.shiftKey||lasso.getAttribute("aria-pressed")==="true")return startLasso(event);if(event.pointerType===
"touch")return;let[x,y]=inFrame(event),item=hitTest(x,y,4);item&&Math.hypot(item.px-x,item.py-y)<item.r+4&&startDrag(event,
item)},!0);lasso.addEventListener("click",()=>lasso.setAttribute("aria-pressed",String(lasso.getAttribute("aria-pressed")!==
"true")));var DIRECTIONS={ArrowLeft:[-1,0],ArrowRight:[1,0],ArrowUp:[0,-1],ArrowDown:[0,1]},cursor=()=>hovered&&findItem(hovered.kind,
hovered.index);function nextItem(from,[dx,dy]){if(!from)return scene.items.reduce((best2,item)=>!best2||item.weight>best2.
weight?item:best2,null);let best=null,least=1/0;for(let item of scene.items){let[x,y]=[item.px-from.px,item.py-from.py],
along=x*dx+y*dy,across=Math.abs(x*dy-y*dx);if(item===from||along<=.5)continue;let cost=along+2.2*across;cost<least&&([best,
least]=[item,cost])}return best}mapElement.addEventListener("keydown",event=>{if(event.ctrlKey||event.metaKey||event.altKey)
return;let direction=DIRECTIONS[event.key],item=cursor();if(direction&&event.shiftKey)panBy(direction[0]*.15,direction[1]*
.15);else if(direction){item&&positionOf(item);let next=nextItem(item,direction);next&&(panTo(next),setHovered(next.kind,
next.index),showTooltip(...positionOf(next),next),document.getElementById("message").textContent=describe(next).map(({textContent})=>textContent).
join(", "))}else if(event.key==="Enter"&&item)hideTooltip(),choose(item,{focus:!0});else if(event.key==="+"||event.key===
"=")zoomBy(1.35);else if(event.key==="-")zoomBy(1/1.35);else if(event.key==="f")fit();else return;event.preventDefault()});
mapElement.addEventListener("blur",()=>{hideTooltip(),setHovered("",-1)});var PREFIXES={...DATA.prefixes,rdfs:"http://www.w3.org/2000/01/rdf-schema#"};function turtleLiteral(text,lang=""){return`\
"${text.replace(/[\\"]/g,"\\$&").replace(/[\u0000-\u001f\u007f]/g,character=>`\\u${character.charCodeAt(0).toString(16).
padStart(4,"0")}`)}"${lang?`@${lang}`:""}`}var iriReference=iri=>`<${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g,encodeURIComponent)}\
>`;function rdfTerm(curie){let[,prefix,name]=/^([a-z]*):(.*)$/s.exec(curie)||[];return prefix!==void 0&&Object.hasOwn(PREFIXES,
prefix)&&/^[A-Za-z0-9_](?:[\w.-]*[\w-])?$/.test(name)?curie:iriReference(expandCurie(curie))}function prefixDeclarations(text,form){
let bare=text.replace(/"(?:[^"\\]|\\.)*"|<[^>]*>|#.*/g,""),used=new Set([...bare.matchAll(/(?<![\w?])([a-z]+):(?=[A-Za-z0-9_])/g)].
map(([,prefix])=>prefix));return Object.keys(PREFIXES).filter(prefix=>used.has(prefix)).sort().map(prefix=>form==="turtl\
e"?`@prefix ${prefix}: <${PREFIXES[prefix]}> .`:`PREFIX ${prefix}: <${PREFIXES[prefix]}>`).join(`
`)}var labelProperties=(table,row)=>[["rdfs:label",turtleLiteral(table.label[row],"en")],...Object.entries(table.labels[row]||
{}).filter(([lang])=>lang!=="en").map(([lang,text])=>["rdfs:label",turtleLiteral(text,lang)])];function turtleBlock(subject,properties){
let byProperty=new Map;for(let[property,value]of properties)byProperty.set(property,new Set([...byProperty.get(property)||
[],value]));return`${subject} ${[...byProperty].map(([property,values])=>`${property==="rdf:type"?"a":property} ${[...values].
join(" , ")}`).join(` ;
    `)} .`}var passageIri=([source,fragment])=>iriReference(`${expandCurie(SOURCES.iri[source])}#${fragment}`);function engagementTurtle(engagement){
if(!isKnownOn(engagement,null)){let day=formatDay(ENGAGEMENTS.status[engagement].at(-1));return`# ${translate("noLonger",
day)}: ${expandCurie(ENGAGEMENTS.iri[engagement])}`}let subject=rdfTerm(ENGAGEMENTS.iri[engagement]),stepName=name=>rdfTerm(
`${ENGAGEMENTS.iri[engagement].slice(0,ENGAGEMENTS.iri[engagement].indexOf(":"))}:${name}`),passagesFor=name=>ENGAGEMENTS.
passages[engagement].filter(([,,,proves])=>proves===name).map(passage=>["pcg:statedIn",passageIri(passage)]),currentStatus=statusOn(
engagement,null),steps=ENGAGEMENTS.steps[engagement],engagementBlock=turtleBlock(subject,[["rdf:type",rdfTerm(TERMS.type[ENGAGEMENTS.
type[engagement]].id)],...labelProperties(ENGAGEMENTS,engagement),...ENGAGEMENTS.form[engagement]>=0?[["pcg:kind",rdfTerm(
TERMS.form[ENGAGEMENTS.form[engagement]].id)]]:[],...ENGAGEMENTS.parties[engagement].filter(([,node])=>node>=0).map(([role,
node])=>[rdfTerm(TERMS.role[role].id),rdfTerm(NODES.iri[node])]),...ENGAGEMENTS.sectors[engagement].map(sector=>["pcg:se\
ctor",rdfTerm(TERMS.sector[sector].id)]),...["starts","ends","expected"].filter(name=>ENGAGEMENTS[name][engagement]).map(
name=>[`pcg:${name}`,turtleLiteral(ENGAGEMENTS[name][engagement])]),...steps.map(([,,,,,,name])=>["pcg:step",stepName(name)]),
...currentStatus>=0?[["pcg:currentStatus",rdfTerm(TERMS.status[currentStatus].id)]]:[],...passagesFor(localName(ENGAGEMENTS.
iri[engagement]))]),stepBlocks=steps.map(([status,edtf,,,,,name])=>turtleBlock(stepName(name),[["rdf:type","pcg:Step"],[
"pcg:status",rdfTerm(TERMS.status[status].id)],...edtf?[["pcg:date",turtleLiteral(edtf)]]:[],...passagesFor(name)]));return[
engagementBlock,...stepBlocks].join(`
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
    ?other rdfs:label ?label FILTER(lang(?label) = "en")
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
`}function citation({kind,index}){let engagement=kind==="engagement"?index:-1,bySource=new Map;if(engagement>=0){for(let source of ENGAGEMENTS.
sources[engagement])bySource.set(source,new Set);for(let[source,fragment,location2]of ENGAGEMENTS.passages[engagement])bySource.
set(source,(bySource.get(source)||new Set).add(location2||fragment))}else if(kind==="node")for(let source of sourcesOf(index))
bySource.set(source,new Set);let sources=[...bySource].filter(([source])=>isAnySourceKnown([source])).sort((a,b)=>(SOURCES.
date[a[0]]>SOURCES.date[b[0]])-(SOURCES.date[a[0]]<SOURCES.date[b[0]])),sourceLine2=([source,locations])=>[SOURCES.publisher[source],
SOURCES.title[source]&&`“${SOURCES.title[source]}”`,SOURCES.date[source]&&formatDate(SOURCES.date[source]),SOURCES.address[source],
placesInWords([...locations]).join(translate("comma"))].filter(Boolean).join(", "),subject=kind==="node"?nodeName(index).
text:"",title=engagement>=0?engagementTitle(engagement).text:"",fact=kind==="node"?NODES.iri[index]:engagement>=0?ENGAGEMENTS.
iri[engagement]:"",asOf=state.asOf??DATA.as_of;return[[...new Set([subject,title])].filter(Boolean).join(" — "),...sources.
map(sourceLine2),[DATA.title,asOf===null?"":`, ${translate("citeAsOf",formatDay(asOf))}`,fact?`: ${expandCurie(fact)}`:""].
join("")].join(`
`)}async function copyText(text,area){area.value=text,area.rows=Math.min(14,text.split(`
`).length+1),area.hidden=!1;try{return await navigator.clipboard.writeText(text),!0}catch{return area.focus(),area.select(),
!1}}function copySection(selection){let textArea=el("textarea",{readonly:!0,hidden:!0,dir:"ltr",spellcheck:"false","aria\
-label":translate("copiedText")}),message=el("p",{class:"message",role:"status"}),copyButton=(key,createText)=>button({class:"\
wide","data-key":key},async()=>{let done=await copyText(createText(selection),textArea);message.textContent=done?translate(
"copied"):translate("copyByHand")},translate(key)),name=(selection.kind==="node"?NODES:ENGAGEMENTS).iri[selection.index];
return el("section",{class:"copy"},el("h3",{},translate("takeAway")),el("div",{class:"buttons"},copyButton("copyTurtle",
turtle),copyButton("copySparql",sparql),copyButton("copyCitation",citation),copyButton("copyLink",()=>location.href)),message,
textArea,el("p",{class:"soft iri",dir:"ltr"},expandCurie(name)))}var ORDER=["realised","entered","announced","prospective","silent","ended","none"];function groupByProgress(engagements){
let groups=new Map(ORDER.map(name=>[name,[]]));for(let engagement of engagements){let set=TERMS.set[statusSetOn(engagement,
state.asOf)]?.id??"none";groups.get(isSilent(engagement,state.asOf)?"silent":groups.has(set)?set:"none").push(engagement)}
return[...groups].filter(([,group])=>group.length)}function countText(name,engagements){let count=formatNumber(engagements.
length);if(name!=="silent")return translate(`count_${name}`,count);let years=engagements.map(engagement=>yearOf(lastHeard(
engagement,state.asOf))),latest=Math.max(...years);return translate(years.every(year=>year===latest)?"count_silent":"cou\
nt_silentOrEarlier",count,latest)}function progressSummary(engagements){let groups=groupByProgress(engagements),bar=groups.
map(([name,group])=>{let part=el("span",{class:`progress-${name}`});return part.style.flexGrow=group.length,part}),counts=groups.
flatMap(([name,group],position)=>[position?translate("comma"):"",el("span",{class:"count"},el("i",{class:`progress-${name}`,
"aria-hidden":"true"}),countText(name,group))]),total=el("strong",{},pluralise(engagements.length,"engagement"));return groups.
length?el("div",{class:"progress"},engagements.length>1?el("div",{class:"progress-bar","aria-hidden":"true"},...bar):"",
el("p",{},total,translate("colon"),...counts,translate("fullStop"))):el("p",{class:"soft"},translate("noEngagement"))}var PAID=new Set(["completed","operational"]),BY_SET={funding:{realised:"begun",entered:"signed",announced:"promised",prospective:"\
discussed"},value:{realised:"value",entered:"signed",announced:"planned",prospective:"discussed"},price:{realised:"price",
entered:"signed",announced:"planned",prospective:"discussed"}},isPaid=status=>PAID.has(localName(TERMS.status[status].id)),
setOf=status=>TERMS.set[TERMS.status[status].set]?.id;function statusOfSum(kind,present,steps){let stated=steps.filter(step=>!step[4]).
map(([status])=>status),paid=kind==="funding"?stated.find(isPaid)??stated.find(status=>setOf(status)==="realised"):void 0;
if(paid!==void 0)return[paid,!1];if(!steps.length||stated.includes(present))return[present,!1];let earlier=stated.filter(
status=>TERMS.status[status].rank<TERMS.status[present].rank).sort((one,other)=>TERMS.status[other].rank-TERMS.status[one].
rank);return earlier.length?[earlier[0],!1]:[present,!0]}function sumMeaning(engagement,step,kind){if(kind==="claim")return translate(
"money_claimed");let steps=knownSteps(engagement).filter(([,,,,,,name])=>!step||name===step),present=step?steps[0]?.[0]??
-1:statusOn(engagement,state.asOf);if(present<0)return"";let[status,isInferred]=statusOfSum(kind,present,steps),key=kind===
"funding"&&isPaid(status)?"paid":BY_SET[kind][setOf(status)],meaning=key?translate(`money_${key}`):termLabel("status",status);
return isInferred&&key!=="value"?translate("moneyInferred",meaning):meaning}var sumsOf=(engagement,step="")=>[...ENGAGEMENTS.
money[engagement]].filter(([place2,,,,sources])=>place2===step&&isAnySourceKnown(sources)),significant=text=>(text.match(
/[\d.,]+/g)||[]).map(number=>number.replace(/\D/g,"").replace(/0+$/,"")).join(" ");function sumElement(engagement,[step,
kind,short,exact],isExact=!1){let meaning=sumMeaning(engagement,step,kind);return el("span",{class:"sum",title:exact},dataText(
short),meaning?` (${meaning})`:"",isExact&&significant(short)!==significant(exact)?el("span",{class:"soft exact"},dataText(
exact)):"")}var LINKS_UP=["is covered by","during","came of","part of"],papersOf=engagement=>LINKS_UP.flatMap(label=>ENGAGEMENTS.links[engagement].
filter(([name,other])=>name===label&&other>=0&&other!==engagement&&isKnownOn(other,state.asOf)).map(([,other])=>[label,other])),
latestDay=engagement=>Math.max(-1/0,...knownSteps(engagement).map(([,,earliest,latest])=>latest??earliest??-1/0));function groupByPaper(engagements,top2=-1){
let own=new Set(engagements),entries=new Map(engagements.map(engagement=>[engagement,{engagement,isOwn:!0,paper:null,children:[]}])),
parents=new Map,isAbove=(one,other)=>{for(let each=other;each!==void 0;each=parents.get(each))if(each===one)return!0;return!1};
for(let engagement of entries.keys()){let papers=papersOf(engagement).filter(([,other])=>other!==top2&&!isAbove(engagement,
other)),found=papers.find(([,other])=>own.has(other))||papers[0];found&&(parents.set(engagement,found[1]),entries.has(found[1])||
entries.set(found[1],{engagement:found[1],isOwn:!1,paper:null,children:[]}))}for(let[engagement,parent]of parents)entries.
get(parent).children.push(entries.get(engagement));let fold=entry=>{entry.children=entry.children.map(fold);let[only]=entry.
children;return entry.isOwn||entry.children.length>1?entry:only.isOwn&&only.paper===null?{...only,paper:entry.engagement}:
only},roots=[...entries.values()].filter(({engagement})=>!parents.has(engagement)).map(fold),sort=list2=>{for(let entry of list2)
sort(entry.children),entry.day=Math.max(entry.isOwn?latestDay(entry.engagement):-1/0,...entry.children.map(({day})=>day));
return list2.sort((a,b)=>a.day===b.day?a.engagement-b.engagement:b.day-a.day)};return sort(roots)}function statusDate(engagement){let status=statusOn(engagement,state.asOf),dated=knownSteps(engagement).filter(([each,edtf])=>each===
status&&edtf);return dated.length?formatShortDate(dated[dated.length-1][1]):""}function stateElement(engagement,...more){
let status=statusOn(engagement,state.asOf),steps=knownSteps(engagement).filter(([each])=>each===status);return el("span",
{class:"state"},...joinWithDots([el("span",{},el("strong",{},status<0?translate("noStatus"):termLabel("status",status)),
" ",statusDate(engagement),steps.length&&steps.every(step=>step[4])?chip("inferred","guess"):""),isSilent(engagement,state.
asOf)&&translate("silentSince",yearOf(lastHeard(engagement,state.asOf))),...more]),ENGAGEMENTS.disputes[engagement].length?
el("span",{class:"chip"},translate("disputedChip")):"")}var engagementLine=engagement=>el("span",{class:"deal-line"},engagementLink(
engagement)," ",soft(stateElement(engagement)));function roleElement(engagement,node){let own=[],acting=[];for(let[role,
party,inferred2,sources]of ENGAGEMENTS.parties[engagement]){if(!isAnySourceKnown(sources))continue;let label=termLabel("\
role",role);party===node?own.push(el("span",{},label,inferred2?chip("inferred","guess"):"")):(NODES.acts_for||[])[party]===
node&&acting.push(el("span",{},translate("roleThrough",label,nodeName(party).text)))}let parts=own.length?own:acting;return parts.
length?el("span",{class:"role"},...parts.flatMap((part,position)=>position?[translate("comma"),part]:[part])):""}function dealEntry({
engagement,isOwn,paper,children},node){let sums=sumsOf(engagement),latest=sums.length?sums:ENGAGEMENTS.steps[engagement].
flatMap(step=>sumsOf(engagement,step[6])).slice(-1);return el("div",{class:isOwn?"deal":"deal heading"},engagementLink(engagement,
{class:"deal-title"},typeSwatch(ENGAGEMENTS.type[engagement])),el("div",{class:"deal-body"},el("p",{},stateElement(engagement,
...latest.map(sum2=>sumElement(engagement,sum2)))),isOwn?el("p",{class:"soft small"},...joinWithDots([node>=0?roleElement(
engagement,node):"",evidenceLine(engagement)])):"",isOwn?quotation(engagement):"",paper!==null?el("p",{class:"soft small"},
`${linkLabel(papersOf(engagement).find(([,other])=>other===paper)?.[0]||"")} `,engagementLink(paper)):""),children.length?
longList(children,child=>dealEntry(child,node),{class:"deals inner"}):"")}var dealList=(engagements,{node=-1,top:top2=-1}={})=>{
let entries=groupByPaper(engagements,top2),[groups,others]=[entries.filter(({children})=>children.length),entries.filter(
({children})=>!children.length)],list2=items=>longList(items,entry=>dealEntry(entry,node),{class:"deals"});return[groups.
length?section(translate("byPaper"),list2(groups)):"",others.length?section(groups.length?translate("withoutPaper"):translate(
"engagements"),list2(others)):""]};var DATE_PROPERTIES=new Set(["date","starts","ends","expected"]);function disputeName(engagement,{what,step}){let found=step&&
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
atus",status)]))),{text,lang}=engagementTitle(engagement),statuses=ENGAGEMENTS.status[engagement],intervals=statuses.length?
[statuses[1]]:[Math.min(...ENGAGEMENTS.sources[engagement].map(source=>SOURCES.known[source]))];return statuses.length&&
statuses.at(-1)!==null&&intervals.push(statuses.at(-1)),[kicker,bdi(text,lang),beliefHistory(intervals),...engagementDetails(
engagement),copySection({kind:"engagement",index:engagement})]}function beliefHistory(intervals){let dayLabel=value=>value===
null||!Number.isFinite(value)?translate("dayAlways"):formatDay(value),last=intervals.length-1,notes=[];intervals.length%
2?notes.push(intervals[last]===null||!Number.isFinite(intervals[last])?translate("knownAlways"):translate("knownSince",formatDay(
intervals[last]))):intervals.length&&notes.push(translate("noLonger",formatDay(intervals[last])));for(let index=intervals.
length-intervals.length%2-2;index>=0;index-=2)notes.push(translate("wasBelieved",dayLabel(intervals[index]),dayLabel(intervals[index+
1])));let isPast=intervals.length%2===0&&intervals.length>0,isNotBelieved=state.asOf!==null&&!isBelievedOn(intervals,state.
asOf);return el("p",{class:isPast||isNotBelieved?"belief-history past":"belief-history soft"},notes.join(" · "),isNotBelieved?
` · ${translate(intervals[0]!==null&&intervals[0]>state.asOf?"notYet":"notThen")}`:"")}function engagementDetails(engagement){
let claimed=ENGAGEMENTS.claimed[engagement],unknown=[...claimed?[el("span",{},translate("claimed",formatNumber(claimed[0]),
formatNumber(claimed[1])))]:[],...ENGAGEMENTS.unknown[engagement].map(dataText)],isOther=([name,other])=>!(other>=0&&(LINKS_UP.
includes(name)||LINKS_DOWN.has(name)));return[ENGAGEMENTS.summary[engagement]?el("p",{},dataText(ENGAGEMENTS.summary[engagement])):
"",factList(engagement),section(translate("howFar"),stepList(engagement)),section(translate("whoTakesPart"),partyList(engagement)),
paperSection(engagement),outcomeSection(engagement),disputeSection(engagement),passageSection(engagement),ENGAGEMENTS.inferred[engagement].
length?section(translate("readInto"),el("p",{class:"reading"},dataText(translate("readIntoText",ENGAGEMENTS.inferred[engagement].
join(translate("comma")))))):"",unknown.length?section(translate("notKnown"),bulletList(unknown,{class:"unknown"})):"",linkSection(
ENGAGEMENTS.links[engagement].filter(isOther)),relationSection(engagement)]}function factList(engagement){let aims=ENGAGEMENTS.
aims[engagement],labels=(group,indices)=>el("span",{},indices.map(index=>termLabel(group,index)).join(translate("comma"))),
date=edtf=>edtf&&el("span",{},formatDate(edtf)),form=ENGAGEMENTS.form[engagement];return definitionList([[translate("for\
m"),form>=0?labels("form",[form]):labels("type",[ENGAGEMENTS.type[engagement]])],[translate("sector"),ENGAGEMENTS.sectors[engagement].
length?labels("sector",ENGAGEMENTS.sectors[engagement]):""],[translate("place"),ENGAGEMENTS.places[engagement].join(translate(
"comma"))],[translate("number"),ENGAGEMENTS.quantity[engagement]],...sumsOf(engagement).map(sum2=>[translate("amount"),sumElement(
engagement,sum2,!0)]),[translate("starts"),date(ENGAGEMENTS.starts[engagement])],[translate("ends"),date(ENGAGEMENTS.ends[engagement])],
[translate("expected"),date(ENGAGEMENTS.expected[engagement])],[translate(aims.length>1?"aims":"aim"),aims.length>1?bulletList(
aims.map(dataText),{class:"plain"}):aims[0]]])}var paperSection=engagement=>papersOf(engagement).length?section(translate(
"belongsTo"),el("ul",{class:"deal-lines"},...papersOf(engagement).map(([name,other])=>el("li",{},soft(`${linkLabel(name)}\
 `),engagementLine(other))))):"";function outcomeSection(engagement){let outcomes=[...outcomesOf(engagement)].filter(other=>other!==
engagement&&isKnownOn(other,state.asOf));if(!outcomes.length)return"";let isOnly=state.event===engagement,draw=({engagement:each,
children})=>el("div",{},engagementLine(each),children.length?longList(children,draw,{class:"deal-lines inner"}):"");return section(
translate("cameOfIt"),outcomes.length>1?progressSummary(outcomes):"",el("p",{class:"screen-only"},button({class:"wide","\
aria-pressed":String(isOnly),"data-key":"outcomes"},()=>change({event:isOnly?null:engagement,neighbourhood:null,path:null},
{refit:!0,history:!0}),translate("showOutcomes"))),longList(groupByPaper(outcomes,engagement),draw,{class:"deal-lines"}))}
function linkSection(links){let groups=new Map;for(let entry of links)groups.set(entry[0],[...groups.get(entry[0])||[],entry]);
return groups.size?section(translate("linked"),el("dl",{class:"parties"},...[...groups].flatMap(([name,entries])=>[el("d\
t",{},linkLabel(name)),el("dd",{},longList(entries,([,other,label])=>other<0?dataText(label):engagementLink(other)))]))):
""}function relationSection(engagement){let ties=[...tiesOfEngagement(engagement)].filter(tie=>isBelievedOn(TIES.known[tie],
state.asOf));return ties.length?details(pluralise(ties.length,"tieFrom"),longList(ties,tie=>{let{symmetric}=TERMS.relation[TIES.
relation[tie]];return el("span",{},soft(termLabel("relation",TIES.relation[tie]),translate("colon")),nodeLink(TIES.from[tie]),
soft(symmetric?" – ":RIGHT_TO_LEFT.has(interfaceLanguage())?" ← ":" → "),nodeLink(TIES.to[tie])," ",soft(pluralise(
TIES.voices[tie],"voice")))},{class:"relations"})):""}function stepList(engagement){let steps=knownSteps(engagement),currentStatus=statusOn(
engagement,state.asOf),highest=Math.max(-1,...steps.map(([status])=>TERMS.status[status]?TERMS.status[status].rank:-1),currentStatus<
0?-1:TERMS.status[currentStatus].rank),isFinal=status=>["ended","none"].includes(localName(TERMS.set[TERMS.status[status].
set].id)),openStatuses=TERMS.status.map((_,status)=>status).filter(status=>TERMS.status[status].rank>highest&&!isFinal(status)),
ended=currentStatus>=0&&isFinal(currentStatus),items=steps.map(([status,edtf,earliest,latest,inferred2,sources,name,count])=>{
let date=edtf?formatDate(edtf):latest!==null?translate("latestBound",formatDay(latest)):translate("dateNotStated"),voices=countVoices(
(sources||[]).filter(source=>isAnySourceKnown([source]))),bounds=edtf&&earliest!==null&&latest!==null&&earliest!==latest?
translate("dateBounds",formatDay(earliest),formatDay(latest)):"";return el("li",{class:status===currentStatus?"now":null},
el("strong",{},termLabel("status",status)),el("span",{class:"soft"},date),...sumsOf(engagement,name).map(sum2=>sumElement(
engagement,sum2)),count?dataText(count):"",inferred2?chip("inferred","guess"):"",bounds&&!/[[/]/.test(edtf)?el("span",{class:"\
soft bounds"},bounds):"",voices>1?soft(pluralise(voices,"voice")):"")});return!steps.length&&currentStatus>=0&&items.push(
el("li",{class:"now"},el("strong",{},termLabel("status",currentStatus)),soft(translate("dateNotStated")))),items.length?
el("ol",{class:"steps"},...items,...openStatuses.length&&!ended?[el("li",{class:"ahead"},soft(translate("openStatuses",openStatuses.
map(status=>termLabel("status",status)).join(translate("comma")))))]:[]):el("p",{class:"soft"},translate("noStep"))}function partyList(engagement){
let known2=ENGAGEMENTS.parties[engagement].filter(([,,,sources])=>isAnySourceKnown(sources));if(!known2.length)return el(
"p",{class:"soft"},translate("noParty"));let roles=new Map;for(let party of known2)roles.set(party[0],[...roles.get(party[0])||
[],party]);return el("dl",{class:"parties"},...[...roles].flatMap(([role,entries])=>[el("dt",{},termLabel("role",role)),
el("dd",{},longList(entries,([,node,inferred2])=>{let kind=node<0?"":localName(TERMS.kind[NODES.kind[node]]?.id||"");return el(
"span",{},node<0||kind==="UnnamedParty"?el("span",{class:"line"},svg("svg",{class:"swatch",width:14,height:14,viewBox:"-\
1.4 -1.4 2.8 2.8","aria-hidden":"true"},svg("path",{d:SHAPES.blank,class:"side-3 ring","stroke-width":.3,"stroke-dasharr\
ay":"0.5,0.4"})),node<0?translate("unnamedParty"):nodeLink(node)):nodeLink(node),node<0||kind==="UnnamedParty"?chip("unn\
amed"):"",inferred2?chip("inferred","guess"):"")}))]))}function isShown({kind,index}){return kind!=="node"?!!(state.view==="map"?shown.engagements:shown.listed)[index]:state.view===
"map"?!!shown.nodes[index]:[...engagementsOf(index)].some(engagement=>shown.listed[engagement])}function reasonsFor(engagement){
let reasons=failedConditions(engagement);if(isKnownOn(engagement,null))return reasons;let end=ENGAGEMENTS.status[engagement].
at(-1),others=reasons.filter(([name])=>name!=="asOf");return isKnownOn(engagement,state.asOf)||!end?others:[["past",{asOf:end-
1}],...others]}function reasonsToHide({kind,index}){let isFolded=kind==="node"&&(isPerson[index]&&!state.people&&["peopl\
e",{people:!0}]||isUnnamed[index]&&!state.unnamed&&["unnamed",{unnamed:!0}]),fewest=(kind==="node"?[...engagementsOf(index)]:
[index]).map(reasonsFor).reduce((best,reasons)=>!best||reasons.length<best.length?reasons:best,null)||[],hasNoMark=kind!==
"node"&&state.view==="map"&&!shownParties(index).length&&!state.unnamed;return[...isFolded?[isFolded]:[],...hasNoMark?[[
"unnamed",{unnamed:!0}]]:[],...fewest]}function mergeChanges(reasons){let chosen={...state.chosen};for(let[name]of reasons)
GROUPS.includes(name)&&(chosen[name]=new Set);return{...Object.assign({},...reasons.map(([,patch])=>patch)),chosen}}function neighbourhoodOf({
kind,index}){let nodes=kind==="node"?[index]:[...shownParties(index)];return!nodes.length||kind==="node"&&!engagementsOf(
index).length?null:{neighbourhood:{node:nodes.reduce((best,other)=>engagementsOf(other).length<engagementsOf(best).length?
other:best),hops:1},path:null}}function reveal(selection){change(mergeChanges(reasonsToHide(selection)),{refit:!0,history:!0});
let neighbourhood=isShown(selection)||state.view!=="map"?null:neighbourhoodOf(selection);neighbourhood&&change(neighbourhood,
{refit:!0}),byId("panel-title").focus({preventScroll:!0})}var reasonName=name=>name==="people"||name==="unnamed"?translate(
`switch_${name}`):name==="past"?translate("hiddenPast"):conditionName(name);function showHiddenNote(){let{selection}=state,
note=byId("hidden-note");if(!note)return;let isHidden=selection&&!isShown(selection),reasons=isHidden?reasonsToHide(selection):
[],canReveal=reasons.length>0||isHidden&&state.view==="map"&&neighbourhoodOf(selection);note.replaceChildren(...canReveal?
[el("p",{},reasons.length?translate("hiddenBy",reasons.map(([name])=>`“${reasonName(name)}”`).join(translate("comma"))):
translate("hiddenSmall")),el("p",{},button({class:"wide","data-key":"reveal"},()=>reveal(selection),translate("showIt")),
!reasons.length&&state.level==="key"?button({class:"link"},()=>change({level:"all"},{refit:!0,history:!0}),translate("sh\
owAll")):"")]:[])}var normalisedNames=[];function suggestNodes(text,excluded){let query=normalise(text.trim());if(!query)return[];if(!normalisedNames.
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
path;return el("div",{class:"path-result"},path?el("p",{},`${pluralise(path.nodes.length-1,"step")}: `,...path.nodes.flatMap(
(node,position)=>{let arrow=soft(" — ");return position?[arrow,nodeLink(node)]:[nodeLink(node)]})):el("p",{},translate(
"pathNone")),button({class:"link","data-key":"path-clear"},()=>change({path:null},{refit:!0}),translate("pathClear")))}function otherNames(node){let heading=nodeName(node).text,names=[[interfaceLanguage()==="en"?"":"en",NODES.label[node]],
...Object.entries(NODES.labels[node]||{})],seen=new Set([heading]);return names.filter(([,text])=>text&&!seen.has(text)&&
seen.add(text))}function showOrganisation(node){let engagements=[...engagementsOf(node)].filter(engagement=>isKnownOn(engagement,
state.asOf)),names=otherNames(node);return[el("span",{},nodeSwatch({kind:NODES.kind[node],country:NODES.country[node]}),
el("span",{},...joinWithDots([capitalise(termLabel("kind",NODES.kind[node])),termLabel("country",NODES.country[node])]))),
nameElement(node),names.length?el("p",{class:"names"},...names.map(([lang,text])=>bdi(text,lang))):"",NODES.summary[node]?
el("p",{},dataText(NODES.summary[node])):"",progressSummary(engagements),...dealList(engagements,{node}),partnerSection(
node,engagements),factSection(node),section(translate("neighbours"),neighbourhoodButtons(node),pathPicker(node)),measureSection(
node),sourceSection(node),NODES.aliases[node]&&NODES.aliases[node].length?section(translate("alsoWritten"),el("p",{class:"\
soft names"},...NODES.aliases[node].map(text=>bdi(text)))):"",copySection({kind:"node",index:node})]}function showStack(index){
let stack=shown.stacks.find(({engagements:engagements2})=>engagements2.includes(index)),engagements=stack?stack.engagements:
[index],parties=stack?stack.parties:[...shownParties(index)];return[pluralise(engagements.length,"engagement"),parties.length?
el("span",{class:"ends"},...parties.map(node=>nodeLink(node))):translate("noParty"),progressSummary(engagements),...dealList(
engagements)]}function partnerSection(node,engagements){let counts=new Map;for(let engagement of engagements)for(let other of shownParties(
engagement))other!==node&&counts.set(other,(counts.get(other)||0)+1);let partners=[...counts].sort((a,b)=>b[1]-a[1]||a[0]-
b[0]);return partners.length?section(el("span",{},translate("withWhom")," ",soft(pluralise(partners.length,"organisation"))),
longList(partners,([other,count])=>el("span",{class:"partner"},nodeLink(other),soft(formatNumber(count))),{class:"partne\
rs"})):""}function factSection(node){let facts=definitionList((NODES.facts[node]||[]).map(([name,value,background,inferred2])=>[
propertyName(name),/^https?:/i.test(value)?link(value,value.replace(/^https?:\/\/(www\.)?/i,"")):value,background?chip("\
background"):"",inferred2?chip("inferred"):""]));return facts?section(translate("facts"),facts):""}function neighbourhoodButtons(node){
let currentHops=state.neighbourhood&&state.neighbourhood.node===node?state.neighbourhood.hops:0;return el("div",{class:"\
choice",role:"group","aria-label":translate("steps")},el("span",{class:"soft"},translate("steps")),...[1,2,3].map(hops=>button(
{"aria-pressed":String(currentHops===hops),"data-key":`near-${hops}`},()=>change({neighbourhood:currentHops===hops?null:
{node,hops},path:null},{refit:!0}),pluralise(hops,"step"))),state.neighbourhood?button({class:"link","data-key":"near-0"},
()=>change({neighbourhood:null},{refit:!0}),translate("wholeMap")):"")}function measureSection(node){let valueOf=(name,each)=>(NODES.
measure[name]||[])[each]??null,available=DATA.measures.filter(({name})=>valueOf(name,node)!==null);return available.length?
section(translate("placeInNetwork"),el("ul",{class:"measures"},...available.map(({name,meaning,sure,top:top2})=>{let values=NODES.
measure[name],[rank,total]=[1,0];for(let value of values)value!==null&&(total+=1,value>values[node]&&(rank+=1));let interval=sure&&
sure[node]?` · ${translate("sure",...[...sure[node].slice(0,2),top2,sure[node][2]].map(formatNumber))}`:"";return el("l\
i",{},el("span",{class:"figure"},formatNumber(values[node])),el("span",{},capitalise(measureName(name))," ",soft(translate(
"rank",formatNumber(rank),formatNumber(total)))),soft(dataText(meaning),interval))}))):""}var panel=document.getElementById("panel"),previousFocus=null;function fillPanel(kicker,title,...content2){let heading=el(
"h2",{tabindex:"-1",id:"panel-title"},title),closeButton=button({class:"close","aria-label":translate("close"),title:translate(
"closeKey"),"data-key":"close"},()=>closePanel(),"×");return panel.replaceChildren(el("div",{class:"panel-top"},el("p",
{class:"kicker"},kicker),kicker?closeButton:""),el("div",{id:"hidden-note",class:"screen-only"}),heading,...content2),showHiddenNote(),
panel.classList.toggle("open",!!kicker),heading}function closePanel(){if(!state.selection)return;let inside=panel.contains(
document.activeElement)||document.activeElement===document.body;if(select(null),!inside)return;(previousFocus&&previousFocus.
isConnected?previousFocus:document.querySelector("#map [tabindex], #map")||document.body).focus({preventScroll:!0}),previousFocus=
null}function showSelection({focus=!1,top:top2=!0}={}){let active=document.activeElement,key=panel.contains(active)?active.
dataset.key:null;focus&&active&&active!==document.body&&!panel.contains(active)&&(previousFocus=active);let scrolled=panel.
scrollTop,{kind,index}=state.selection||{},content2=kind==="node"?showOrganisation(index):kind==="engagement"?showEngagement(
index):kind==="stack"?showStack(index):showIntro(),heading=fillPanel(...content2);panel.scrollTop=top2?0:scrolled;let sameControl=key&&
[...panel.querySelectorAll("[data-key]")].find(control=>control.dataset.key===key);sameControl?sameControl.focus({preventScroll:!0}):
(focus||key!==null)&&heading.focus({preventScroll:!0})}addEventListener("keydown",event=>{event.key!=="Escape"||event.defaultPrevented||
!state.selection||event.target.tagName==="INPUT"&&event.target.value||(event.preventDefault(),closePanel())});var REDRAWN_BY=[
"selection","language","asOf","view","people","unnamed","neighbourhood","path","event","measure"];onChange((changed,{focus=!1}={})=>{
REDRAWN_BY.some(name=>changed.has(name))?showSelection({focus,top:changed.has("selection")}):changed.has("shown")&&showHiddenNote()});var GROUP_LIMIT=7,legendControls=[],legendSwatches={type:index=>typeSwatch(index),set:index=>lineSwatch({set:index}),country:index=>nodeSwatch(
{country:index}),kind:index=>nodeSwatch({kind:index})},occurringTerms=()=>{let seen=Object.fromEntries(GROUPS.map(group=>[
group,new Set]));for(let engagement=0;engagement<SIZE.engagements;engagement+=1){for(let group of GROUPS)for(let term of termsOf(
group,engagement))seen[group].add(term);ENGAGEMENTS.status[engagement].forEach((status,position)=>{position%3===0&&status>=
0&&seen.set.add(TERMS.status[status].set)})}return seen};function orderTerms(group){let indices=TERMS[group].map((_,index)=>index);
if(group!=="sector")return indices.map(index=>[index,0]);let narrower=(broader,depth)=>indices.filter(index=>(TERMS.sector[index].
broader??-1)===broader).flatMap(index=>[[index,depth],...depth<3?narrower(index,depth+1):[]]);return narrower(-1,0)}function toggleFilter(group,index){
let selected=new Set(state.chosen[group]);selected.delete(index)||selected.add(index),change({chosen:{...state.chosen,[group]:selected}},
{refit:!0})}function legendItem(group,index,depth){let count=el("span",{class:"count"}),mark=legendSwatches[group]?legendSwatches[group](
index):"",control=button({class:`item deep-${depth}`,"aria-pressed":"false","data-key":`${group} ${index}`,title:termMeaning(
group,index)||null},()=>toggleFilter(group,index),mark,el("span",{class:"label"},bdi(capitalise(termLabel(group,index)))),
count);return legendControls.push({group,index,control,count}),el("li",{},control)}function legendGroup(group,seen){let isListed=index=>group!==
"kind"||state.unnamed||!HIDDEN_KINDS.has(TERMS.kind[index].id),items=orderTerms(group).filter(([index])=>seen[group].has(
index)&&isListed(index));if(!items.length)return"";let rows2=items.map(([index,depth])=>legendItem(group,index,depth)),limit=rows2.
length>GROUP_LIMIT+2?GROUP_LIMIT:rows2.length,hidden=limit<rows2.length&&!expandedGroups.has(group)&&!items.slice(limit).
some(([index])=>state.chosen[group].has(index));rows2.slice(limit).forEach(row=>{row.hidden=hidden});let more=hidden?button(
{class:"link more"},()=>{expandedGroups.add(group),rows2.slice(limit).forEach(row=>{row.hidden=!1}),rows2[limit].firstChild.
focus(),more.remove()},translate("more_n",rows2.length-limit)):"";return el("section",{class:"group"},el("h3",{id:`group\
-${group}`},translate(`group_${group}`)),el("ul",{"aria-labelledby":`group-${group}`},...rows2),more)}var expandedGroups=new Set;
function dropdown(key,options,chosen,onSelect,note){let control=el("select",{},...options.map(([value,text])=>el("option",
{value,selected:String(value)===String(chosen)},text)));return control.addEventListener("change",()=>onSelect(control.value)),
control.dataset.key=key,el("label",{class:"option",title:note||null},el("span",{},translate(key)),control)}function checkbox(name){
let input=el("input",{type:"checkbox",id:`switch-${name}`});return input.checked=state[name],input.addEventListener("cha\
nge",()=>change({[name]:input.checked},{refit:!0})),el("label",{class:"switch"},input,el("span",{class:"label"},translate(
`switch_${name}`)))}function buildLegend(){let seen=occurringTerms(),focused=document.activeElement&&document.activeElement.
closest("#legend")?document.activeElement:null,focusedKey=focused&&(focused.id||focused.dataset.key);legendControls.length=
0;let mostVoices=Math.max(1,...new Set(ENGAGEMENTS.voices)),voices=Array.from({length:Math.min(mostVoices,9)},(_,index)=>[
index+1,index?translate("atLeast",index+1):translate("any")]),measure=DATA.measures.find(({name})=>name===state.measure);
legendElement.replaceChildren(el("p",{class:"hint"},el("span",{},translate("hint")),button({class:"link",id:"clear"},()=>{
reset(),document.querySelector("#legend .item, #legend-fold summary").focus()},translate("showAll"))),...["set","type","\
country","sector","mark","kind","tier"].map(group=>legendGroup(group,seen)),mostVoices>1?el("section",{class:"group"},el(
"h3",{},translate("group_evidence")),dropdown("voices",voices,state.voices,value=>change({voices:Number(value)},{refit:!0}))):
"",el("section",{class:"group"},el("h3",{},translate("group_picture")),MEASURES.length?dropdown("sizeBy",DATA.measures.map(
({name})=>[name,capitalise(measureName(name))]),state.measure,name=>change({measure:name}),measure&&measure.meaning):"",
isPerson.includes(1)?checkbox("people"):"",isUnnamed.includes(1)?checkbox("unnamed"):"")),refreshLegend(),focusedKey&&[...legendElement.
querySelectorAll("[id], [data-key]")].find(control=>(control.id||control.dataset.key)===focusedKey)?.focus()}function refreshLegend(){
for(let{group,index,control,count}of legendControls){let remaining=facetCounts[group][index];count.textContent=formatNumber(
remaining);let chosen=state.chosen[group];control.setAttribute("aria-pressed",String(chosen.has(index))),control.classList.
toggle("none",!remaining),control.classList.toggle("off",chosen.size>0&&!chosen.has(index))}for(let name of["people","un\
named"]){let control=document.getElementById(`switch-${name}`);control&&(control.checked=state[name])}for(let[key,value]of[
["voices",state.voices],["sizeBy",state.measure]]){let control=legendElement.querySelector(`select[data-key="${key}"]`);
control&&(control.value=value)}document.getElementById("clear").hidden=!isRestricted()}var legendElement=document.getElementById(
"legend");onChange(changed=>{["language","unnamed"].some(name=>changed.has(name))?buildLegend():changed.has("shown")&&refreshLegend()});var timeElement=document.getElementById("time"),CHANGE_DAYS=(()=>{let changes=new Map,count=0;for(let statuses of ENGAGEMENTS.
status)statuses.forEach((day,position)=>{position%3===1&&day!==null?changes.set(day,(changes.get(day)||0)+(position===1?
1:0)):position===1&&(count+=1)});return[...changes.keys()].sort((a,b)=>a-b).map(day=>({day,count:count+=changes.get(day)}))})(),
MONTH=day=>{let[year,month]=monthOf(day).split("-");return Number(year)*12+Number(month)-1},monthText=month=>`${Math.floor(
month/12)}-${String(month%12+1).padStart(2,"0")}`,MONTHS=(()=>{let steps=ENGAGEMENTS.steps.flatMap(list2=>list2.map(([,,
earliest,latest])=>earliest??latest)).filter(day=>day!==null);if(!steps.length)return null;let[first,last]=steps.map(MONTH).
reduce(([least,most],month)=>[Math.min(least,month),Math.max(most,month)],[1/0,-1/0]),counts=new Array(last-first+1).fill(
0);for(let day of steps)counts[MONTH(day)-first]+=1;return{first,last,counts}})();function barChart(heights2){let highest=Math.
max(1,...heights2),width=100/heights2.length;return svg("svg",{class:"bars",viewBox:"0 0 100 20",preserveAspectRatio:"no\
ne","aria-hidden":"true"},...heights2.map((height,index)=>{let barHeight=height?Math.max(1,20*height/highest):0;return svg(
"rect",{x:(index*width).toFixed(3),width:(width*.86).toFixed(3),y:(20-barHeight).toFixed(2),height:barHeight.toFixed(2)})}))}
function thin(heights2,combine){let stretch=Math.max(1,Math.ceil(heights2.length/120));return Array.from({length:Math.ceil(
heights2.length/stretch)},(_,bar)=>combine(heights2.slice(bar*stretch,(bar+1)*stretch)))}function slider(id,min,max,value,label,onInput){
let input=el("input",{type:"range",id,min,max,step:1,"aria-label":label});input.value=value;let frame=0;return input.addEventListener(
"input",()=>{onInput(Number(input.value),!1),cancelAnimationFrame(frame),frame=requestAnimationFrame(()=>onInput(Number(
input.value),!0))}),input}var sliderPositionOf=day=>{if(day===null)return CHANGE_DAYS.length;let nextChange=CHANGE_DAYS.
findIndex(({day:changeDay})=>changeDay>day);return Math.max(0,nextChange<0?CHANGE_DAYS.length-1:nextChange-1)},sliderDay=position=>position>=
CHANGE_DAYS.length?null:CHANGE_DAYS[position].day,PLAY_SECONDS=12,player=0;function stopPlaying(){clearInterval(player),
player=0,showPlaying()}function showPlaying(){let control=document.getElementById("play");control&&(control.textContent=
player?"❚❚":"▶",control.setAttribute("aria-label",translate(player?"pause":"play")))}function togglePlay(){if(player)
return stopPlaying();let[first,last]=[CHANGE_DAYS[0].day,CHANGE_DAYS.at(-1).day],day=state.asOf??first;player=setInterval(
()=>{day+=Math.max(1,Math.round((last-first)/(PLAY_SECONDS*4))),day>=last&&stopPlaying(),change({asOf:day>=last?null:day})},
250),showPlaying()}function buildSliders(){let parts=[];if(CHANGE_DAYS.length>1){let heights2=thin(CHANGE_DAYS.map(({count})=>count),
counts=>counts.at(-1));parts.push(el("div",{class:"span"},button({id:"play",class:"play"},togglePlay),el("span",{class:"\
what"},translate("asOf")),el("div",{class:"track"},barChart(heights2),slider("as-of",0,CHANGE_DAYS.length,sliderPositionOf(
state.asOf),translate("asOfLong"),(position,done)=>{showAsOf(sliderDay(position)),done&&change({asOf:sliderDay(position)})})),
el("output",{id:"as-of-text",for:"as-of"})))}if(MONTHS&&MONTHS.last>MONTHS.first){let monthSlider=side=>slider(`month-${side}`,
MONTHS.first,MONTHS.last,side?MONTHS.last:MONTHS.first,translate(side?"toMonth":"fromMonth"),(value,done)=>{let months=[
0,1].map(index=>Number(document.getElementById(`month-${index}`).value));if(months[0]>months[1]&&(document.getElementById(
`month-${1-side}`).value=months[1-side]=value),showMonths(months),!done)return;let whole=months[0]===MONTHS.first&&months[1]===
MONTHS.last;change({period:whole?null:[daysOfMonth(monthText(months[0]))[0],daysOfMonth(monthText(months[1]))[1]]})});parts.
push(el("div",{class:"span",title:translate("monthsLong")},el("span",{class:"what"},translate("months_of")),el("div",{class:"\
track two"},barChart(thin(MONTHS.counts,sum)),monthSlider(0),monthSlider(1)),el("output",{id:"months-text"})))}timeElement.
replaceChildren(...parts),timeElement.hidden=!parts.length,showPlaying(),refreshSliders()}function dimBars(id,from,to){let bars=[
...document.getElementById(id).parentElement.querySelectorAll("rect")];bars.forEach((bar,index)=>{let share=bars.length>
1?index/(bars.length-1):0;bar.classList.toggle("out",share<from-.005||share>to+.005)})}function showAsOf(day){dimBars("a\
s-of",0,sliderPositionOf(day)/CHANGE_DAYS.length);let text=day===null?translate("now"):formatDay(day);document.getElementById(
"as-of-text").textContent=text,document.getElementById("as-of").setAttribute("aria-valuetext",text)}function showMonths([
from,to]){let length=MONTHS.last-MONTHS.first,text=[...new Set([from,to])].map(month=>formatShortDate(monthText(month))).
join(" – ");document.getElementById("months-text").textContent=text,[from,to].forEach((month,side)=>document.getElementById(
`month-${side}`).setAttribute("aria-valuetext",formatDate(monthText(month)))),dimBars("month-0",(from-MONTHS.first)/length,
(to-MONTHS.first)/length),document.getElementById("month-0").parentElement.classList.toggle("right",from>MONTHS.first+length/
2)}function refreshSliders(){let asOf=document.getElementById("as-of");if(asOf&&(asOf.value=sliderPositionOf(state.asOf),
showAsOf(state.asOf)),!document.getElementById("month-0"))return;let months=state.period?state.period.map(day=>Math.min(
MONTHS.last,Math.max(MONTHS.first,MONTH(day)))):[MONTHS.first,MONTHS.last];months.forEach((month,side)=>{document.getElementById(
`month-${side}`).value=month}),showMonths(months)}onChange(changed=>{changed.has("language")?buildSliders():(changed.has(
"asOf")||changed.has("period"))&&refreshSliders()});var searchInput=document.getElementById("search"),resultList=document.getElementById("search-results"),MAX_RESULTS=9,allNames=(()=>{
let entries=null;return()=>{if(entries)return entries;entries=[];let add=(kind,table,index,otherNames2)=>{let names=new Set(
[table.label[index],...Object.values(table.labels[index]||{}),...otherNames2].filter(Boolean));for(let text of names)entries.
push({kind,index,text,normalised:normalise(text)})};return NODES.iri.forEach((_,index)=>add("node",NODES,index,[NODES.short[index],
...NODES.aliases[index]||[]])),ENGAGEMENTS.iri.forEach((_,index)=>add("engagement",ENGAGEMENTS,index,[])),entries}})();function findMatches(text){
let query=normalise(text.trim());if(!query)return[];let bestByKey=new Map;for(let entry of allNames()){let position=entry.
normalised.indexOf(query);if(position<0)continue;let rank=(position===0?0:entry.normalised.includes(` ${query}`)?1:2)+(entry.
kind==="node"?0:3),key=`${entry.kind} ${entry.index}`;(!bestByKey.has(key)||rank<bestByKey.get(key).rank)&&bestByKey.set(
key,{...entry,rank})}let ties=({kind,index})=>kind==="node"?engagementsOf(index).length:ENGAGEMENTS.voices[index],matches=[
...bestByKey.values()].sort((a,b)=>a.rank-b.rank||ties(b)-ties(a)||a.index-b.index),nodes=matches.filter(({kind})=>kind===
"node"),rest2=matches.filter(({kind})=>kind!=="node"),nodeLimit=Math.max(MAX_RESULTS-rest2.length,MAX_RESULTS-3);return[
...nodes.slice(0,nodeLimit),...rest2].slice(0,MAX_RESULTS)}var results=[],activeIndex=-1;function closeSearch(){resultList.
hidden=!0,searchInput.setAttribute("aria-expanded","false"),searchInput.removeAttribute("aria-activedescendant"),activeIndex=
-1}function openResult({kind,index}){searchInput.value="",closeSearch(),select(kind,index,{focus:!0})}function showResults(){
results=findMatches(searchInput.value),resultList.replaceChildren(...results.map((result,position)=>{let{kind,index,text}=result,
name=kind==="node"?nodeName(index):engagementTitle(index),option=el("li",{role:"option",id:`result-${position}`,"aria-se\
lected":"false"},kind==="node"?nodeSwatch({kind:NODES.kind[index],country:NODES.country[index]}):typeSwatch(ENGAGEMENTS.
type[index]),el("span",{},bdi(name.text,name.lang),text===name.text?"":el("span",{class:"soft"}," ",bdi(text))),el("span",
{class:"soft"},kind==="node"?termLabel("country",NODES.country[index]):termLabel("type",ENGAGEMENTS.type[index])));return option.
addEventListener("mousedown",event=>{event.preventDefault(),openResult(result)}),option}));let hasQuery=searchInput.value.
trim()!=="";hasQuery&&!results.length&&resultList.append(el("li",{role:"option","aria-disabled":"true",class:"soft"},translate(
"notFound"))),resultList.hidden=!hasQuery,searchInput.setAttribute("aria-expanded",String(hasQuery)),setActive(results.length?
0:-1)}function setActive(position){activeIndex=position,[...resultList.children].forEach((option,index)=>option.setAttribute(
"aria-selected",String(index===position))),position>=0?searchInput.setAttribute("aria-activedescendant",`result-${position}`):
searchInput.removeAttribute("aria-activedescendant")}searchInput.addEventListener("input",showResults);searchInput.addEventListener(
"blur",closeSearch);searchInput.addEventListener("keydown",event=>{event.key==="ArrowDown"||event.key==="ArrowUp"?(event.
preventDefault(),results.length&&!resultList.hidden&&setActive((activeIndex+(event.key==="ArrowDown"?1:-1)+results.length)%
results.length)):event.key==="Enter"&&!resultList.hidden&&results.length?(event.preventDefault(),openResult(results[Math.
max(activeIndex,0)])):event.key==="Escape"&&searchInput.value&&(event.stopPropagation(),event.preventDefault(),searchInput.
value="",closeSearch())});var rowsElement=document.getElementById("rows"),PRINTED_ROWS=200,BATCH_SIZE=60;function statusDate2(engagement){if(engagement<
0)return"";let status=statusOn(engagement,state.asOf),reached=ENGAGEMENTS.steps[engagement].filter(([stepStatus])=>stepStatus===
status);return reached.length?reached[reached.length-1][1]:""}var statusDay=engagement=>{let status=engagement<0?-1:statusOn(
engagement,state.asOf),days=(engagement<0?[]:ENGAGEMENTS.steps[engagement].filter(([stepStatus])=>stepStatus===status)).
map(([,,earliest,latest])=>latest??earliest??-1e6);return days.length?Math.max(...days):-1e6},statusText=engagement=>engagement<
0?"":termLabel("status",statusOn(engagement,state.asOf)),sectorText=engagement=>engagement<0?"":ENGAGEMENTS.sectors[engagement].
map(sector=>termLabel("sector",sector)).join(", "),titleElement=engagement=>{let{text,lang}=engagementTitle(engagement);
return bdi(text,lang)},dateCell=engagement=>{let date=statusDate2(engagement);return date?el("span",{title:`${formatDate(
date)} (${date})`},formatShortDate(date)):el("span",{class:"soft"},translate("notStated"))},COLUMNS=[["col_matter",engagement=>engagementTitle(
engagement).text,engagement=>el("span",{class:"line"},typeSwatch(ENGAGEMENTS.type[engagement]),openButton("engagement",engagement,
titleElement(engagement)))],["col_type",engagement=>termLabel("type",ENGAGEMENTS.type[engagement]),engagement=>capitalise(
termLabel("type",ENGAGEMENTS.type[engagement]))],["col_parties",engagement=>[...shownParties(engagement)].map(node=>nodeName(
node).text).join(", "),partyCell],["col_status",statusText,statusText],["col_date",statusDay,dateCell],["col_sector",sectorText,
sectorText],["col_money",engagement=>ENGAGEMENTS.money_rank[engagement],moneyCell],["col_voices",engagement=>ENGAGEMENTS.
voices[engagement],engagement=>formatNumber(ENGAGEMENTS.voices[engagement]),!0]];function moneyCell(engagement){let[amount,
claim]=[ENGAGEMENTS.amount[engagement],ENGAGEMENTS.claim[engagement]];return el("span",{},bdi(amount),amount&&claim?"; ":
"",claim?el("span",{class:"soft"},bdi(claim)):"")}function partyCell(engagement){let parties=[...shownParties(engagement)],
first=parties.slice(0,3).flatMap((node,position)=>[position?translate("comma"):"",nameElement(node)]),more=parties.length-
3;return el("span",{},...first,more>0?el("span",{class:"soft"},` ${translate("andMore",more)}`):"")}function openButton(kind,index,text){
return button({class:"link",tabindex:"-1"},event=>{event.stopPropagation(),select(kind,index,{focus:!0})},text)}var sortedRows=[],
firstRow=0,endRow=0,tableBody=null,rowElements=new Map;function sortRows(){let flags=shown.listed,columns=COLUMNS,[column,
ascending]=columns[state.sort[0]]?state.sort:[0,!0],sortValue=columns[column][1],indices=Array.from(flags.keys()).filter(
index=>flags[index]),values=indices.map(sortValue),[less,more]=ascending?[-1,1]:[1,-1],distinct=[...new Set(values)].map(
value=>[value,typeof value=="number"?value:normalise(value)]).sort(([,first],[,second])=>first<second?less:first>second?
more:0),rank=new Map;distinct.forEach(([value,key],index)=>rank.set(value,index&&key===distinct[index-1][1]?rank.get(distinct[index-
1][0]):index)),sortedRows=Array.from(Float64Array.from(indices,(index,position)=>rank.get(values[position])*flags.length+
index).sort(),key=>key%flags.length)}function buildTable(){sortRows();let sorted=COLUMNS[state.sort[0]]?state.sort:[0,!0],
headers=COLUMNS.map(([key,,,isNumber],column)=>el("th",{scope:"col",class:key+(isNumber?" number":""),"aria-sort":column!==
sorted[0]?"none":sorted[1]?"ascending":"descending"},button({"data-column":column},()=>change({sort:[column,column===state.
sort[0]?!state.sort[1]:!0]}),translate(key),el("span",{class:"sort","aria-hidden":"true"})))),focused=rowsElement.contains(
document.activeElement)?document.activeElement.dataset.column:void 0;tableBody=el("tbody"),rowsElement.replaceChildren(earlierButton,
el("table",{},el("thead",{},el("tr",{},...headers)),tableBody),moreButton),renderFrom(0),markRows(!1);let sameButton=focused!==
void 0&&rowsElement.querySelector(`[data-column="${focused}"]`);sameButton&&sameButton.focus()}var earlierButton=button(
{class:"link more"},()=>renderFrom(Math.max(0,firstRow-BATCH_SIZE)),""),moreButton=button({class:"link more"},()=>renderRows(
BATCH_SIZE),"");function renderFrom(from){tableBody.replaceChildren(),rowElements.clear(),firstRow=endRow=from,renderRows(
BATCH_SIZE),rowsElement.scrollTop=0,setTabStop(tableBody.firstChild)}function renderRows(count){let columns=COLUMNS,kind="\
engagement";for(let index of sortedRows.slice(endRow,endRow+count)){let row=el("tr",{},...columns.map(([key,,cell,isNumber])=>el(
"td",{class:key+(isNumber?" number":"")},el("div",{},cell(index)))));row.addEventListener("click",()=>select(kind,index,
{})),row.addEventListener("mouseenter",()=>setHovered(kind,index)),row.addEventListener("mouseleave",()=>setHovered(kind,
-1)),rowElements.set(index,row),tableBody.append(row)}endRow=Math.min(sortedRows.length,endRow+count),earlierButton.hidden=
firstRow===0,earlierButton.textContent=translate("earlierRows",formatNumber(Math.min(BATCH_SIZE,firstRow))),moreButton.hidden=
endRow>=sortedRows.length,moreButton.textContent=translate("moreRows",formatNumber(Math.min(BATCH_SIZE,sortedRows.length-
endRow)),formatNumber(sortedRows.length-endRow)),document.getElementById("table-name").textContent=translate("tableEngag\
ements"),document.getElementById("table-count").textContent=formatNumber(sortedRows.length)}function markRows(scroll){let{
kind,index:selected}=state.selection||{kind:"",index:-1},isRelated=index=>kind==="node"?partyNodes(index).includes(selected):
kind==="stack"&&findItem("stack",selected)?.engagements.includes(index),selectedIndex=kind==="engagement"?selected:-1,position=selectedIndex>=
0&&!rowElements.has(selectedIndex)?sortedRows.indexOf(selectedIndex):-1;position>=0&&position>=endRow&&position<endRow+4*
BATCH_SIZE?renderRows(position+BATCH_SIZE-endRow):position>=0&&renderFrom(Math.max(0,position-BATCH_SIZE/2));for(let[index,
row2]of rowElements)row2.classList.toggle("chosen",index===selectedIndex),row2.classList.toggle("related",isRelated(index)),
index===selectedIndex?row2.setAttribute("aria-current","true"):row2.removeAttribute("aria-current");rowElements.has(selectedIndex)&&
setTabStop(rowElements.get(selectedIndex));let row=rowElements.get(selectedIndex)||[...rowElements].find(([index])=>isRelated(
index))?.[1];if(!row||!scroll)return;let top2=row.offsetTop-34;(top2<rowsElement.scrollTop||row.offsetTop+row.offsetHeight>
rowsElement.scrollTop+rowsElement.clientHeight)&&(rowsElement.scrollTop=top2)}rowsElement.addEventListener("scroll",()=>{
endRow<sortedRows.length&&rowsElement.scrollTop+rowsElement.clientHeight>rowsElement.scrollHeight-400&&renderRows(BATCH_SIZE)},
{passive:!0});function setTabStop(row){for(let previous of rowsElement.querySelectorAll('td [tabindex="0"]'))previous.tabIndex=
-1;let control=row&&row.querySelector("td button");return control&&(control.tabIndex=0),control}rowsElement.addEventListener(
"keydown",event=>{let row=event.target.closest("tbody tr"),to=row&&{ArrowDown:row.nextSibling,ArrowUp:row.previousSibling,
Home:tableBody.firstChild,End:tableBody.lastChild}[event.key];to&&(event.preventDefault(),setTabStop(to).focus())});addEventListener(
"beforeprint",()=>{firstRow&&renderFrom(0),renderRows(PRINTED_ROWS)});onChange(changed=>{(changed.has("shown")||changed.
has("sort")||changed.has("language"))&&buildTable(),changed.has("selection")&&markRows(!0)});var OCCASIONS=new Set(["pcg:Event","pcg:Visit","pcg:Talks"]);function isPromise(engagement,day){return statusOn(engagement,
day)>=0&&TERMS.set[statusSetOn(engagement,day)]?.id!=="prospective"&&!OCCASIONS.has(TERMS.type[ENGAGEMENTS.type[engagement]]?.
id)}function countPromises(engagements,day){let counts={all:0,promised:0,silent:0,others:0,sets:Object.fromEntries(TERMS.
set.map(({id})=>[id,0]))};for(let engagement of engagements){if(counts.all+=1,!isPromise(engagement,day)){counts.others+=
1;continue}counts.promised+=1,counts.sets[TERMS.set[statusSetOn(engagement,day)].id]+=1,isSilent(engagement,day)&&(counts.
silent+=1)}return counts}function groupByParty(listed){let rows2=new Map;for(let engagement of listed){let parties=shownParties(
engagement);for(let node of parties.length?parties:[-1])rows2.has(node)||rows2.set(node,[]),rows2.get(node).push(engagement)}
return[...rows2].map(([index,engagements])=>({kind:index<0?"none":"node",index,engagements}))}function groupByPaper2(listed){
let isListed=new Uint8Array(SIZE.engagements),isPart=new Uint8Array(SIZE.engagements),rows2=[];for(let engagement of listed)
isListed[engagement]=1;for(let paper=0;paper<SIZE.engagements;paper+=1){if(!ENGAGEMENTS.links[paper].some(([label,other])=>other>=
0&&LINKS_DOWN.has(label)))continue;let engagements=[...outcomesOf(paper)].filter(engagement=>isListed[engagement]);for(let engagement of engagements)
isPart[engagement]=1;engagements.length&&rows2.push({kind:"engagement",index:paper,engagements})}let rest2=listed.filter(
engagement=>!isPart[engagement]);return rest2.length?[...rows2,{kind:"none",index:-1,engagements:rest2}]:rows2}function buildRows(by,listed,day){
let rows2=(by==="paper"?groupByPaper2:groupByParty)(listed);for(let row of rows2)row.counts=countPromises(row.engagements,
day);return rows2}function sortRows2(rows2,order,nameOf,compareNames){let names=new Map(rows2.map(row=>[row,nameOf(row)])),
first={silence:({counts})=>-counts.silent,size:()=>0,name:()=>0}[order],size=order==="name"?()=>0:({counts})=>-counts.all;
return[...rows2].sort((a,b)=>+(a.kind==="none")-+(b.kind==="none")||first(a)-first(b)||size(a)-size(b)||compareNames(names.
get(a),names.get(b))||a.index-b.index)}var presentDay=day=>day??DATA.as_of??DATA.today;function spanOf(engagement,day){let span=null;
for(let step of ENGAGEMENTS.steps[engagement]){let[,,earliest,latest,,sources]=step;if(earliest===null&&latest===null||!isHeardOn(
sources,day))continue;let[from,to]=[earliest??latest,latest??earliest];span??={from,to,first:step,last:step},from<span.from&&
Object.assign(span,{from,first:step}),to>=span.to&&Object.assign(span,{to,last:step})}return span}var startOfYear=year=>Date.
UTC(year,0,1)/864e5;function axisOf(listed,day,period){if(period)return{from:period[0],to:period[1]+1};let spans=listed.
map(engagement=>spanOf(engagement,day)).filter(Boolean),starts=Float64Array.from(spans,({from})=>from).sort(),last=spans.
reduce((latest,{to})=>Math.max(latest,to),presentDay(null)),old=starts.length<20?0:Math.ceil(starts.length/100);return{from:startOfYear(
yearOf(starts[old]??last)),to:startOfYear(yearOf(last)+1)}}function ticksOf({from,to},width){let months=(to-from)/365.25*
12,isWide=size=>width*size/months>=(size<12?62:42),step=[1,3,6,12,24,60,120,240,600,1200].find(isWide)??2400,date=new Date(
from*864e5),ticks=[];for(let month=Math.ceil((date.getUTCFullYear()*12+date.getUTCMonth())/step)*step;;month+=step){let day=Date.
UTC(Math.floor(month/12),month%12,1)/864e5;if(day>=to)return ticks;day>=from&&ticks.push([day,month%12===0])}}var MAX_LANES=60;
function pack(bars,firstLane,mostLanes,gap){let ends=[],left=[];for(let bar of bars){let lane=ends.findIndex(end=>end+gap<=
bar.start);if(lane<0&&(lane=ends.length),lane>=mostLanes){left.push(bar);continue}ends[lane]=bar.end,bar.lane=firstLane+
lane}return{lanes:ends.length,left}}function layOut(engagements,day,axis,{least=.01,gap=.003,mostLanes=MAX_LANES}={}){let share=when=>Math.
min(1,Math.max(0,(when-axis.from)/(axis.to-axis.from))),bars=[],undated=[];for(let engagement of engagements){let span=spanOf(
engagement,day),silent2=isSilent(engagement,day);if(!span){undated.push(engagement);continue}let start=Math.min(share(span.
from),1-least),solid=Math.max(share(span.to+1),start+least),hollow=silent2?Math.max(solid,share(lastHeard(engagement,day))):
solid,end=silent2?Math.max(hollow,share(presentDay(day))):solid;bars.push({engagement,start,solid,hollow,end,isSilent:silent2,
isEarlier:span.from<axis.from,isLater:span.to>=axis.to})}bars.sort((a,b)=>a.start-b.start||a.end-b.end||a.engagement-b.engagement);
let heard=pack(bars.filter(bar=>!bar.isSilent),0,mostLanes,gap),silent=pack(bars.filter(bar=>bar.isSilent),heard.lanes,mostLanes,
gap);return{bars:bars.filter(({lane})=>lane!==void 0),undated:undated.slice(0,2*mostLanes),lanes:heard.lanes+silent.lanes,
heardLanes:heard.lanes,left:heard.left.length+silent.left.length+Math.max(0,undated.length-2*mostLanes)}}function rowName({kind,index}){return kind==="none"?{text:translate(state.boardRows==="paper"?"noPaper":"noPartyNamed"),
lang:""}:kind==="node"?nodeName(index):engagementTitle(index)}function countText2({promised,silent,others,sets}){let say=(key,count)=>translate(
key,formatNumber(count)),progress=[say("promisedDone",sets.realised),silent&&say("promisedSilent",silent)].filter(Boolean);
return[promised&&say("promised",promised)+translate("colon")+progress.join(translate("comma")),others&&pluralise(others,
"occasion")].filter(Boolean).join(" · ")}function datesText(engagement){let span=spanOf(engagement,state.asOf);if(!span)
return translate("dateNotStated");let[first,last]=[span.first,span.last].map(([,edtf])=>formatShortDate(edtf));return first===
last?first:`${first} – ${last}`}function lastHeardDate(engagement){let heard=lastHeard(engagement,state.asOf);return SOURCES.
date[ENGAGEMENTS.sources[engagement].find(source=>SOURCES.known[source]===heard)]||formatIsoDay(heard)}function describeBar(engagement){
let{text,lang}=engagementTitle(engagement),facts=[capitalise(termLabel("type",ENGAGEMENTS.type[engagement])),termLabel("\
status",statusOn(engagement,state.asOf)),datesText(engagement)],silence=isSilent(engagement,state.asOf)?translate("unhea\
rdSince",formatShortDate(lastHeardDate(engagement))):"";return[el("strong",{},bdi(text,lang)),...[facts.filter(Boolean).
join(" · "),silence].filter(Boolean).map(line=>el("span",{class:"soft"},line))]}var percent=share=>`${(100*share).toFixed(
3)}%`;function barPart(name,from,to){let element=el("span",{class:name});return Object.assign(element.style,{left:percent(
from),width:percent(to-from)}),element}function createBar(engagement,...classes){let set=statusSetOn(engagement,state.asOf),
progress=isPromise(engagement,state.asOf)?`set-${TERMS.set[set].id}`:"occasion",bar=button({class:["bar",progress,...classes].
filter(Boolean).join(" "),tabindex:"-1","data-bar":engagement,"aria-label":describeBar(engagement).map(({textContent})=>textContent).
join(", ")},event=>select("engagement",engagement,{focus:isFromKeyboard(event),move:!1}));return bar.style.setProperty("\
--strength",setStrength(set)),bar}function createDatedBar({engagement,start,solid,hollow,end,isSilent:silent,isEarlier,isLater},top2,height){
let bar=createBar(engagement,isEarlier&&"earlier",isLater&&"later"),share=place2=>(place2-start)/(end-start);return Object.
assign(bar.style,{left:percent(start),width:percent(end-start),top:`${top2}px`,height:`${height}px`}),bar.append(barPart(
"solid",0,share(solid))),silent&&hollow<end&&bar.append(barPart("line",share(solid),share(hollow)),barPart("hollow",share(
hollow),1)),el("li",{},bar)}function createMark(engagement){let mark=createBar(engagement,isSilent(engagement,state.asOf)&&
"silent");return mark.append(barPart("solid",0,1)),el("li",{},mark)}function barSwatch(name,strength){let part=barPart(name===
"silent"?"hollow":"solid",0,1),swatch=el("span",{class:`bar sample ${name}`,"aria-hidden":"true"},part);return swatch.style.
setProperty("--strength",strength),swatch}var heights=lanes=>lanes<=8?[11,2,11,2]:lanes<=24?[8,2,6,2]:[6,2,5,1];function createBars(plan,label){
let[height,gap,silentHeight,silentGap]=heights(plan.lanes),topOf=lane=>Math.min(lane,plan.heardLanes)*height+Math.max(0,
lane-plan.heardLanes)*silentHeight,list2=el("ul",{class:"bars-of","aria-label":label},...plan.bars.map(bar=>createDatedBar(
bar,topOf(bar.lane),bar.isSilent?silentHeight-silentGap:height-gap)));return list2.style.height=`${topOf(plan.lanes)}px`,
list2}function createRow(row,place2,mostLanes=MAX_LANES){let plan=layOut(row.engagements,state.asOf,place2.axis,{least:7/
place2.width,gap:2/place2.width,mostLanes}),{text,lang}=rowName(row),label=[el("span",{class:"name"},bdi(text,lang)),el(
"span",{class:"soft"},countText2(row.counts))],name=row.kind==="none"?el("div",{class:"row-name",tabindex:"-1"},...label):
button({class:"row-name",tabindex:"-1"},event=>select(row.kind,row.index,{focus:isFromKeyboard(event),move:!1}),...label),
more=plan.left?button({class:"link",tabindex:"-1"},()=>{let opened=createRow(row,place2,mostLanes+MAX_LANES);element.replaceWith(
opened),opened.querySelector(".row-name").focus()},translate("moreBars",formatNumber(plan.left))):"",element=el("li",{class:"\
board-row","data-row":`${row.kind} ${row.index}`},name,el("div",{class:"track-of"},el("ul",{class:"undated","aria-label":translate(
"undated")},...plan.undated.map(createMark)),el("div",{},createBars(plan,text),more)));return element}var choices=el("div",{class:"board-choices"}),totals=el("ul",{class:"board-key"}),axisTop=el("div",{class:"board-axis","\
aria-hidden":"true"}),lines=el("div",{class:"board-lines","aria-hidden":"true"}),list=el("ol",{class:"board-rows","aria-\
describedby":"board-hint"}),moreButton2=el("button",{type:"button",class:"link more"}),rest=el("p",{class:"board-rest so\
ft"}),hint=el("p",{class:"visually-hidden",id:"board-hint"}),content=el("div",{class:"board-content"},axisTop,lines,list),
scroller=el("div",{class:"board-scroll"},content,moreButton2,rest);byId("board").append(el("div",{class:"board-top"},choices,
totals),hint,scroller);function choiceOf(field,values,title,prefix){return el("div",{role:"group","aria-label":translate(
title)},el("span",{class:"soft"},translate(title)),...values.map(value=>button({"data-choice":`${field} ${value}`},()=>change(
{[field]:value},{history:!0}),translate(`${prefix}_${value}`))))}function drawChoices(){choices.replaceChildren(choiceOf(
"boardRows",["party","paper"],"boardRows","rows"),choiceOf("boardSort",["silence","size","name"],"boardSort","sort")),hint.
textContent=translate("boardHint"),list.setAttribute("aria-label",translate("boardLabel"))}function markChoices(){for(let control of choices.
querySelectorAll("button")){let[field,value]=control.dataset.choice.split(" ");control.setAttribute("aria-pressed",String(
state[field]===value))}}function drawTotals(listed){let{promised,silent,others,sets}=countPromises(listed,state.asOf),isOver=([
id])=>+(id==="ended"||id==="none"),inOrder=TERMS.set.map(({id},index)=>[id,index]).filter(([id])=>sets[id]).sort((a,b)=>isOver(
a)-isOver(b)||setStrength(b[1])-setStrength(a[1])),item=(swatch,text,title)=>el("li",{title},swatch,text);totals.replaceChildren(
el("li",{},el("strong",{},translate("promised",formatNumber(promised)))),...inOrder.map(([id,index])=>item(barSwatch(`se\
t-${id}`,setStrength(index)),`${formatNumber(sets[id])} ${termLabel("set",index)}`)),...silent?[item(barSwatch("silent",
.72),translate("promisedSilentLong",formatNumber(silent)))]:[],...others?[item(barSwatch("occasion",1),pluralise(others,
"occasion"),translate("occasionMeaning"))]:[])}function at(share,element){return element.style.left=`${(100*share).toFixed(
3)}%`,element}function drawAxis(axis,width,hasUndated){let shareOf=day=>(day-axis.from)/(axis.to-axis.from),ticks=ticksOf(
axis,width),present=presentDay(state.asOf),share=shareOf(present),isInside2=share>=0&&share<=1,now=isInside2?[at(share,el(
"span",{class:share>.85?"today late":"today"},(state.asOf??DATA.as_of)===null?translate("now"):formatDay(present)))]:[],
labels=ticks.map(([day,isYear])=>at(shareOf(day),el("span",{class:`tick${isYear?" year":""}${(1-shareOf(day))*width<22?"\
 late":""}`},isYear?String(yearOf(day)):formatShortDate(monthOf(day)))));return axisTop.replaceChildren(el("span"),el("d\
iv",{class:"track-of"},el("span",{class:"undated"},hasUndated?translate("undated"):""),el("div",{},...labels,...now))),lines.
replaceChildren(el("span"),el("div",{class:"track-of"},el("span",{class:"undated"}),el("div",{},...ticks.map(([day])=>at(
shareOf(day),el("i"))),...isInside2?[at(share,el("i",{class:"today"}))]:[]))),axisWidth()}var axisWidth=()=>lines.querySelector(
".track-of > div").clientWidth;var tip=el("div",{id:"board-tip",hidden:!0});byId("board").append(tip);var controlsOf=row=>[...row.querySelectorAll(".ro\
w-name, .bar, .track-of .link")];function setStop(control){for(let previous of list.querySelectorAll('[tabindex="0"]'))previous.
tabIndex=-1;return control&&(control.tabIndex=0),control}function findAgain(control){let row=control.closest(".board-row"),
same=row&&list.querySelector(`[data-row="${row.dataset.row}"]`);return same&&(same.querySelector(`[data-bar="${control.dataset.
bar}"]`)||same.querySelector(".row-name"))}function nearest(row,control){if(control.matches(".row-name"))return row.querySelector(
".row-name");let left=element=>element.getBoundingClientRect().left;return[...row.querySelectorAll(".bar")].map(bar=>[Math.
abs(left(bar)-left(control)),bar]).reduce((best,entry)=>!best||entry[0]<best[0]?entry:best,null)?.[1]||row.querySelector(
".row-name")}list.addEventListener("keydown",event=>{let row=event.target.closest(".board-row");if(!row||event.ctrlKey||
event.metaKey||event.altKey)return;let controls=controlsOf(row),place2=controls.indexOf(event.target),toRow={ArrowDown:row.
nextSibling,ArrowUp:row.previousSibling,Home:list.firstChild,End:list.lastChild},next=event.key in toRow?toRow[event.key]&&
nearest(toRow[event.key],event.target):{ArrowRight:controls[place2+1],ArrowLeft:controls[place2-1]}[event.key];next&&setStop(
next).focus({preventScroll:!0}),next&&bringIntoView(next),(event.key in toRow||event.key==="ArrowRight"||event.key==="Ar\
rowLeft")&&event.preventDefault()});function bringIntoView(control){let frame=scroller.getBoundingClientRect(),{top:top2,
bottom}=control.getBoundingClientRect(),above=top2-frame.top-56,below=bottom-frame.bottom+24;above<0?scroller.scrollTop+=
above:below>0&&(scroller.scrollTop+=below)}function hideTip(){tip.hidden=!0}function showTip(bar,x=null){tip.replaceChildren(
...describeBar(Number(bar.dataset.bar))),tip.hidden=!1;let frame=tip.offsetParent.getBoundingClientRect(),{left,top:top2,
bottom}=bar.getBoundingClientRect(),right=frame.width-tip.offsetWidth-8,below=bottom-frame.top+8+tip.offsetHeight<frame.
height;tip.style.left=`${Math.max(8,Math.min((x??left)-frame.left-8,right))}px`,tip.style.top=`${below?bottom-frame.top+
8:top2-frame.top-8-tip.offsetHeight}px`}var barOf=event=>event.target.closest("[data-bar]");list.addEventListener("point\
erover",event=>{event.pointerType!=="touch"&&(barOf(event)?showTip(barOf(event),event.clientX):hideTip())});list.addEventListener(
"pointerleave",hideTip);list.addEventListener("focusin",event=>{event.target.matches(".row-name, .bar, .track-of .link")&&
setStop(event.target),barOf(event)&&event.target.matches(":focus-visible")&&showTip(event.target)});list.addEventListener(
"focusout",hideTip);var boardElement=byId("board"),BATCH_ROWS=40,BATCH_BARS=1e3,PRINTED_HEIGHT=1450,rows=[],place=null,isCurrent=!1;function buildMore(count=list.
children.length+BATCH_ROWS){let built=list.children.length,bars=0,position=built;for(;position<Math.min(count,rows.length)&&
bars<BATCH_BARS;position+=1){let element=createRow(rows[position],place);bars+=element.querySelectorAll(".bar").length,list.
append(element)}moreButton2.hidden=position>=rows.length;let left=rows.length-position;moreButton2.textContent=translate(
"moreRows",formatNumber(Math.min(BATCH_ROWS,left)),formatNumber(left)),markSelection(built)}function buildBoard({toTop=!1}={}){
if(isCurrent=state.view==="board",!isCurrent)return;let focused=boardElement.contains(document.activeElement)?document.activeElement:
null,[count,top2]=[list.children.length,scroller.scrollTop],listed=[...shown.listed.keys()].filter(engagement=>shown.listed[engagement]),
compare=new Intl.Collator(language()).compare;rows=sortRows2(buildRows(state.boardRows,listed,state.asOf),state.boardSort,
row=>rowName(row).text,compare);let hasUndated=listed.some(engagement=>!spanOf(engagement,state.asOf));boardElement.classList.
toggle("with-undated",hasUndated),boardElement.hidden=!listed.length,list.replaceChildren();let axis=axisOf(listed,state.
asOf,state.period);place={axis,width:drawAxis(axis,500,hasUndated)||500},drawAxis(axis,place.width,hasUndated),markChoices(),
drawTotals(listed),buildMore(Math.max(BATCH_ROWS,toTop?0:count)),scroller.scrollTop=toTop?0:top2,hideTip();let stop=setStop(
focused&&findAgain(focused)||list.querySelector(".row-name"));focused&&!focused.isConnected&&stop?.focus({preventScroll:!0})}
function markSelection(from=0){let{kind,index}=state.selection||{},stack=kind==="stack"?shown.stacks.find(({engagements})=>engagements.
includes(index)):null,chosen=new Set(kind==="engagement"?[index]:stack?stack.engagements:[]);for(let row of[...list.children].
slice(from)){let isRow=row.dataset.row===`${kind} ${index}`;row.classList.toggle("chosen",isRow);for(let control of row.
querySelectorAll(".row-name, [data-bar]")){let isChosen=control.dataset.bar===void 0?isRow:chosen.has(Number(control.dataset.
bar));control.classList.toggle("chosen",isChosen),isChosen?control.setAttribute("aria-current","true"):control.removeAttribute(
"aria-current")}}}function showSelection2(){let{kind,index}=state.selection||{},position=rows.findIndex(row=>row.kind===
kind&&row.index===index||kind==="engagement"&&row.engagements.includes(index));for(;position>=list.children.length&&position<
list.children.length+10*BATCH_ROWS;)buildMore();let marks=[...list.querySelectorAll(".chosen")],{top:top2,bottom}=scroller.
getBoundingClientRect(),first=top2+axisTop.offsetHeight,isInView=mark=>mark.getBoundingClientRect().bottom>first&&mark.getBoundingClientRect().
top<bottom;marks.length&&!marks.some(isInView)&&(scroller.scrollTop+=marks[0].getBoundingClientRect().top-first-12)}onChange(
changed=>{changed.has("language")&&drawChoices();let sorted=changed.has("boardRows")||changed.has("boardSort");sorted||changed.
has("shown")||changed.has("language")?buildBoard({toTop:sorted}):changed.has("view")&&state.view==="board"&&!isCurrent&&
buildBoard(),changed.has("selection")&&isCurrent&&markSelection(),(changed.has("selection")||changed.has("view"))&&isCurrent&&
showSelection2()});moreButton2.addEventListener("click",()=>buildMore());scroller.addEventListener("scroll",()=>{hideTip();
let isNearEnd=scroller.scrollTop+scroller.clientHeight>scroller.scrollHeight-600;isCurrent&&isNearEnd&&list.children.length<
rows.length&&buildMore()},{passive:!0});list.addEventListener("focusin",event=>{list.children.length<rows.length&&event.
target.closest(".board-row")===list.lastChild&&buildMore()});new ResizeObserver(()=>{isCurrent&&place&&scroller.clientWidth&&
!matchMedia("print").matches&&Math.abs(axisWidth()-place.width)>4&&buildBoard()}).observe(scroller);addEventListener("be\
foreprint",()=>{if(!isCurrent)return;let height=0,printed=[...list.children].filter(row=>(height+=row.offsetHeight)<=PRINTED_HEIGHT).
length;[...list.children].forEach((row,position)=>row.classList.toggle("unprinted",position>=printed));let engagementsIn=some=>new Set(
some.flatMap(({engagements})=>engagements)),seen=engagementsIn(rows.slice(0,printed)),unseen=[...engagementsIn(rows.slice(
printed))].filter(engagement=>!seen.has(engagement)).length;rest.textContent=printed<rows.length?translate("boardRest",pluralise(
rows.length-printed,"boardRow"),pluralise(unseen,"engagement")):""});var MARGIN=24,TITLE_HEIGHT=66;function pictureLegend(){let marks={type:new Set,set:new Set,country:new Set,kind:new Set};
for(let item of scene.items)if(item.kind==="stack"){for(let engagement of item.engagements)marks.type.add(ENGAGEMENTS.type[engagement]);
for(let[set]of item.sets)marks.set.add(set)}else marks.country.add(NODES.country[item.index]<0?-1:countrySide(NODES.country[item.
index])),marks.kind.add(NODES.kind[item.index]);let sortIndices=indices=>[...indices].filter(index=>index>=0).sort((a,b)=>a-
b),createMark2=style=>({kind:"key",px:0,py:0,r:6.5,...style});return[...sortIndices(marks.type).map(index=>({label:termLabel(
"type",index),colour:`tone-${typeTone(index)}`,sign:typeIcon(index)})),...sortIndices(marks.set).map(index=>({label:termLabel(
"set",index),colour:"soft",alpha:setStrength(index)})),...sortIndices(marks.country).map(index=>({label:index<2?termLabel(
"country",index):translate("otherCountries"),mark:createMark2({shape:"circle",side:index})})),...sortIndices(marks.kind).
map(index=>({label:termLabel("kind",index),mark:createMark2({shape:kindShape(index),side:kindShape(index)==="blank"?"bla\
nk":3})}))].filter(({label})=>label)}function placeLegend(legend,width){let[x,row]=[MARGIN,0];for(let entry of legend){let entryWidth=50+
textWidth(stripControls(entry.label),400,12);x>MARGIN&&x+entryWidth>width-MARGIN&&([x,row]=[MARGIN,row+1]),Object.assign(
entry,{x,row}),x+=entryWidth}return(row+1)*24+24}function drawLegend(renderer,legend,top2){for(let{x,row,label,mark,colour,
sign,alpha}of legend){let y=top2+20+row*24;mark?drawMark(renderer,Object.assign(mark,{px:x+13,py:y}),!1):sign?(renderer.
shape(CARD_PATH,x+13,y,8.5,{fill:colours.card,colour:colours[colour],width:1.4}),renderer.shape(sign,x+13,y,5.6,{colour:colours[colour],
width:1.2})):renderer.curve([x,y,x+13,y,x+26,y],{colour:colours[colour],width:3,alpha}),renderer.text(stripControls(label),
x+32,y,{size:12,colour:colours.soft,anchor:"start"})}}var pictureTitle=()=>stripControls(document.getElementById("headin\
g").textContent).trim(),pictureCaption=()=>[stripControls(document.getElementById("counts").textContent),state.asOf===null?
"":formatDay(state.asOf)].filter(Boolean).join(" · ");function drawPicture(createRenderers){let[width,height]=[mapElement.
clientWidth,mapElement.clientHeight],legend=pictureLegend(),legendHeight=placeLegend(legend,width),{renderer,map:mapRenderer}=createRenderers(
width,TITLE_HEIGHT+height+legendHeight,TITLE_HEIGHT,height);renderer.text(pictureTitle(),MARGIN,28,{size:18,weight:650,colour:colours.
ink,anchor:"start"}),renderer.text(pictureCaption(),MARGIN,51,{size:12,colour:colours.soft,anchor:"start"}),readCamera(),
drawMap(mapRenderer,camera,[]),drawLegend(renderer,legend,TITLE_HEIGHT+height)}function download(blob,suffix){let url=URL.
createObjectURL(blob),name=normalise(pictureTitle()).replace(/[^\p{L}\p{N}]+/gu,"-").replace(/^-|-$/g,"").slice(0,60)||"\
map";el("a",{href:url,download:`${name}.${suffix}`}).click(),setTimeout(()=>URL.revokeObjectURL(url),1e3)}function savePng(){
let canvas=document.createElement("canvas"),ctx=canvas.getContext("2d");drawPicture((width,height,titleHeight,mapHeight)=>{
canvas.width=2*width,canvas.height=2*height,ctx.scale(2,2),ctx.fillStyle=colours.paper,ctx.fillRect(0,0,width,height);let renderer=createCanvasRenderer(
ctx,colours.font),clipToMap=draw=>(...values)=>{ctx.save(),ctx.beginPath(),ctx.rect(0,titleHeight,width,mapHeight),ctx.clip(),
ctx.translate(0,titleHeight),draw(...values),ctx.restore()},mapRenderer=createCanvasRenderer(ctx,colours.font);return{renderer,
map:Object.fromEntries(Object.entries(mapRenderer).map(([name,draw])=>[name,clipToMap(draw)]))}}),canvas.toBlob(blob=>download(
blob,"png"),"image/png")}function createSvgPicture(){let root=null;return drawPicture((width,height,titleHeight,mapHeight)=>{
let map=svg("svg",{x:0,y:titleHeight,width,height:mapHeight,viewBox:`0 0 ${width} ${mapHeight}`,overflow:"hidden"});return root=
svg("svg",{width,height,viewBox:`0 0 ${width} ${height}`,role:"img"},svg("title",{},cleanForXml(pictureTitle())),svg("de\
sc",{},cleanForXml(pictureCaption())),svg("rect",{width,height,fill:colours.paper}),map),{renderer:createSvgRenderer(root,
colours.font),map:createSvgRenderer(map,colours.font)}}),root}function saveSvg(){download(new Blob([`<?xml version="1.0"\
 encoding="UTF-8"?>
`,new XMLSerializer().serializeToString(createSvgPicture()),`
`],{type:"image/svg+xml"}),"svg")}function csvCell(value){let text=String(value??""),safe=/^[=+\-@\t\r\n]/.test(text)&&!/^-?\d+(\.\d+)?$/.
test(text)?`'${text}`:text;return/[",\r\n]/.test(safe)||safe!==safe.trim()?`"${safe.replaceAll('"','""')}"`:safe}var joinLabels=(indices,labelOf)=>indices.
map(labelOf).join("; "),lastStepDate=engagement=>ENGAGEMENTS.steps[engagement].reduce((last,[,edtf])=>edtf||last,"");function engagementRows(){
let rows2=[["engagement","engagement_iri","type","parties","status","date","sectors","amount","claim","quantity","voices",
"sources"]];for(let engagement=0;engagement<SIZE.engagements;engagement+=1)shown.listed[engagement]&&rows2.push([engagementTitle(
engagement).text,expandCurie(ENGAGEMENTS.iri[engagement]),termLabel("type",ENGAGEMENTS.type[engagement]),joinLabels(ENGAGEMENTS.
parties[engagement].filter(([,node])=>node>=0),([role,node])=>`${nodeName(node).text} (${termLabel("role",role)})`),termLabel(
"status",statusOn(engagement,state.asOf)),lastStepDate(engagement),joinLabels(ENGAGEMENTS.sectors[engagement],sector=>termLabel(
"sector",sector)),ENGAGEMENTS.amount[engagement],ENGAGEMENTS.claim[engagement],ENGAGEMENTS.quantity[engagement],ENGAGEMENTS.
voices[engagement],joinLabels(ENGAGEMENTS.sources[engagement],source=>expandCurie(SOURCES.iri[source]))]);return rows2}var csvText=()=>engagementRows().
map(row=>row.map(csvCell).join(",")).join(`\r
`)+`\r
`;function saveCsv(){download(new Blob([csvText()],{type:"text/csv;charset=utf-8"}),"csv")}var FORMATS={png:savePng,svg:saveSvg,csv:saveCsv};function setMenuOpen(open){byId("save").setAttribute("aria-expanded",String(
open)),byId("save-menu").hidden=!open}byId("save").addEventListener("click",()=>setMenuOpen(byId("save-menu").hidden));byId(
"save").parentElement.addEventListener("focusout",({relatedTarget})=>{byId("save").parentElement.contains(relatedTarget)||
setMenuOpen(!1)});for(let[format,save]of Object.entries(FORMATS))byId(`save-${format}`).addEventListener("click",()=>{setMenuOpen(
!1),byId("save").focus(),save()});addEventListener("keydown",event=>{event.key!=="Escape"||byId("save-menu").hidden||(event.
stopImmediatePropagation(),setMenuOpen(!1),byId("save").focus())},!0);addEventListener("keydown",event=>{let typing=["INPUT","SELECT","TEXTAREA"].includes(event.target.tagName);event.ctrlKey||
event.metaKey||event.altKey||(event.key==="/"&&!typing?(event.preventDefault(),byId("search").focus()):/^[1-3]$/.test(event.
key)&&!typing&&state.selection&&state.selection.kind==="node"?change({neighbourhood:{node:state.selection.index,hops:Number(
event.key)}},{refit:!0}):event.key==="0"&&!typing&&state.neighbourhood&&change({neighbourhood:null},{refit:!0}))},!0);function followAddress(){
let unknown=readAddress();unknown.length&&announce(translate("badAddress",unknown.join(", ")))}addEventListener("popstat\
e",followAddress);byId("skip").addEventListener("click",event=>{event.preventDefault(),change({view:"table"},{history:!0}),
byId("rows").focus()});for(let query of["(prefers-color-scheme: dark)","(forced-colors: active)"])matchMedia(query).addEventListener(
"change",()=>repaint());for(let event of["beforeprint","afterprint"])addEventListener(event,()=>{document.documentElement.
classList.toggle("on-paper",event==="beforeprint"),repaint()});matchMedia("(max-width: 900px)").matches&&(byId("legend-f\
old").open=!1);document.documentElement.classList.toggle("embedded",isEmbedded());followAddress();requestAnimationFrame(
()=>requestAnimationFrame(()=>{document.documentElement.dataset.ready="true"}));return __toCommonJS(main_exports);})();

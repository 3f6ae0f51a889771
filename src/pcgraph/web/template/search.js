"use strict";(()=>{var ENDING=/(i?e?s|i?ed|ing|ly|i?er|i?est|ment|ness)$/,CUT=/(ing|ed|)$/;function unpackWords(packed){let last="";return new Set(
[...packed.matchAll(/(\d)([a-z]+)/g)].map(([,shared,rest])=>last=last.slice(0,Number(shared))+rest))}var list=null,ofPage=()=>list??=
unpackWords(document.getElementById("common-words")?.textContent||"");function basesOf(word,endings){let ending=word.match(
endings)?.[0]??"",base=word.slice(0,word.length-ending.length),isLong=base.length>(ending?2:3),hasY=/^i(es|ed|er|est)$/.
test(ending);return isLong?[`${base}e`,`${base}${hasY?"y":""}`,base,base.replace(/(.)\1$/,"$1")]:[]}var isCommon=(word,words=ofPage())=>[
word,...basesOf(word,ENDING)].some(each=>words.has(each));function uninflected(word,known,words=ofPage()){let base=[word,
...basesOf(word,CUT)].find(each=>words.has(each));return base&&known.has(base)?base:word}var HAN="\\u3400-\\u9fff",LETTER=`(?:(?![${HAN}])[\\p{L}\\p{N}])`,TOKEN=new RegExp(`[${HAN}]|${LETTER}+(?:'${LETTER}+)*`,
"gu"),HAS_HAN=new RegExp(`[${HAN}]`),HAN_OR_DIGIT=new RegExp(`[0-9${HAN}]`),[UNKNOWN,IN_TITLE,IN_PHRASE,IN_PART,IN_HAN,NO_PART]=[
10,3,1.5,1.05,2.5,2],[EARLIEST,LATEST]=[1950,2049],SHORT=2,MOST_BETWEEN=3,FULL=3,PART=1,[WORD,TEXT]=[3,0],MOST_PARTS=6,ASIDE="\
aside",LEAST_SOUND=3,LEAST_JOINED=6,LEAST_SPELT=3,isOffice=([role,value])=>role==="word"&&value==="office",isOutside=([role,
value])=>role==="word"&&value==="outside",SUM=/^\d+(k|mn?|mln|bn?|bln|tn|cr)$/,isNumber=key=>/^\d+$/.test(key),UNIT=["wo\
rd","unit",WORD,0],STATED=["word","stated",WORD,0],LEAST_STATED=5,isUnit=({meanings})=>meanings.length===1&&meanings[0][1]===
"unit",isYear=key=>isNumber(key)&&Number(key)>=EARLIEST&&Number(key)<=LATEST,isAmount=span=>isUnit(span)||SUM.test(span.
key)||isNumber(span.key)&&!isYear(span.key);function leaveOutSums(spans){for(let i=1;i<spans.length;i+=1){let words=wordsOf(
spans[i]),isNamed=i>1&&namesOf(spans[i-1],["sector","country"]).length,count=spans[isNamed?i-2:i-1];if((words.has("agree\
ment")||words.has("memo"))&&isAmount(count)&&isNumber(count.key)&&Number(count.key)>=LEAST_STATED&&(count.meanings=[STATED]),
!words.has("unit")||!isAmount(spans[i-1]))continue;let start=i-1;for(spans[i].meanings=[UNIT];start&&isAmount(spans[start-
1]);)start-=1;for(let each of spans.slice(Math.max(start-MOST_BETWEEN,0),start))wordsOf(each).has("money")&&(each.meanings=
[["word",ASIDE,WORD,0]])}}var wordsOf=span=>new Set(span.meanings.filter(([role])=>role==="word").map(([,value])=>value));
function keysOf({key,meanings}){let own=meanings.filter(([role])=>role==="text").map(([,value])=>value);return own.length&&
own.length===meanings.length?own.slice(0,1):key.split(" ")}var namesOf=(span,roles)=>span.meanings.filter(([role])=>roles.
includes(role)).sort((a,b)=>b[2]-a[2]||roles.indexOf(a[0])-roles.indexOf(b[0])||b[3]-a[3]||(a[1]<b[1]?-1:+(a[1]>b[1])));
function isBesideOffice(spans,i){let beside2=spans[HAS_HAN.test(spans[i].key)?i+1:i-1];return!!beside2&&wordsOf(beside2).
has("office")}function isOfficeOf(spans,i){let person=spans[HAS_HAN.test(spans[i].key)?i-1:i+1];return wordsOf(spans[i]).
has("office")&&!!person&&namesOf(person,["person"]).length>0}function partsOf(keys,role,stops,words){if(HAS_HAN.test(keys[0]?.[0]??
"")){let halves=keys.flatMap((_,place)=>[...place>1?[keys.slice(0,place)]:[],...place>1&&place<keys.length-3?[keys.slice(
place)]:[]]).map(half=>half.join(" "));return role==="agent"?halves.filter(part=>!words.has(part)):[]}if(keys.length<2)return[];
let isTitle=!["agent","person","place"].includes(role),alone=isTitle?[]:role==="person"?[keys[0],keys[keys.length-1]]:[keys[0]],
found=new Set(alone.filter(each=>each.length>3&&!stops.has(each)));for(let start=0;start<(isTitle?keys.length:1);start+=
1)for(let end=start+2;end<=keys.length&&!words.has(keys[start]);end+=1){let isEnd=key=>stops.has(key)||isNumber(key);end-
start<keys.length&&!isEnd(keys[start])&&!isEnd(keys[end-1])&&found.add(keys.slice(start,end).join(" "))}return[...found]}
function distance(one,other,most){let last,before=[],row=Array.from({length:other.length+1},(_,place)=>place);for(let i=1;i<=
one.length;i+=1){[last,before,row]=[before,row,[i]];for(let j=1;j<=other.length;j+=1){let value=Math.min(before[j]+1,row[j-
1]+1,before[j-1]+ +(one[i-1]!==other[j-1]));i>1&&j>1&&one[i-1]===other[j-2]&&one[i-2]===other[j-1]&&(value=Math.min(value,
last[j-2]+1)),row.push(value)}if(Math.min(...row)>most)return most+1}return Math.min(row[row.length-1],most+1)}function createLexicon(box2){
let from=[...box2.fold[0]],to=[...box2.fold[1]],fold2=new Map([...from.map((char,place)=>[char,to[place]]),["&"," and "],
["’","'"]]),phrases=new Map,add=(phrase,meaning)=>{if(!phrase)return;let found=phrases.get(phrase);found?found.some(each=>each.
every((part,place)=>part===meaning[place]))||found.push(meaning):phrases.set(phrase,[meaning])},stems=new Map,cutEnding=word=>{
if(/^\d/.test(word))return word.replace(/^(\d+)(st|nd|rd|th)$/,"$1");for(let[ending,instead,least]of box2.endings){let left=word.
length-ending.length;if(left>=least&&word.endsWith(ending))return word.slice(0,left)+instead}return word},stem=word=>(stems.
has(word)||stems.set(word,cutEnding(word)),stems.get(word));function tokens(text){let folded="",place=0,places=[],isPlain2=/^[\0-%'-\x7f]*$/.
test(text);isPlain2&&(folded=text.toLowerCase());for(let char of isPlain2?"":text){for(let part of char<""?char:char.toLowerCase().
normalize("NFKD")){if(part>=""&&/[\p{M}\p{C}]/u.test(part))continue;let own=part.toLowerCase(),instead=fold2.get(own)??
own;folded+=instead;for(let unit=0;unit<instead.length;unit+=1)places.push(place)}place+=char.length}return[...folded.toLowerCase().
matchAll(TOKEN)].map(({0:found,index})=>({key:stem(found.includes("'")?found.replace(/'s$/,"").replaceAll("'",""):found),
start:isPlain2?index:places[index],end:(isPlain2?index+found.length-1:places[index+found.length-1])+1}))}let keys=new Map;
function key(text){return keys.has(text)||keys.set(text,tokens(text).map(token=>token.key).join(" ")),keys.get(text)}let plain=box2.
plain&&new Set(box2.plain),letters=new Map(Object.entries(box2.letters).map(([name,letter])=>[key(name),letter])),asides=new Set;
for(let kind of["word","month","number","decade"])for(let[value,found]of Object.entries(box2[`${kind}s`]))for(let text of found)
value===ASIDE?asides.add(key(text)):add(key(text),[kind,value,WORD,0]);let stops=new Set([...phrases].filter(([,found])=>found.
some(([role,value])=>role==="word"&&value==="stop")).map(([phrase])=>phrase)),words=new Set(phrases.keys()),texts=new Set,
parts=new Map,small=new Set([...phrases].filter(([,found])=>found.some(([,value])=>box2.small.includes(value))).map(([phrase])=>phrase)),
idle=new Set([...stops,...small]),sounds=Object.entries(box2.sounds).sort((a,b)=>b[0].length-a[0].length||(a[0]<b[0]?-1:
1)),called=new Map,spoken=new Set;for(let[name,role,value,uses]of box2.names){let own=key(name).split(" ").filter(Boolean);
if(box2.parts.includes(role))for(let each of own)/^[a-z]+$/i.test(each)&&spoken.add(each);if(role==="person"&&own.length)
for(let each of new Set([own[0],own[own.length-1]])){let people=called.get(each)??[];people.some(([,other])=>other===value)||
called.set(each,[...people,[role,value,PART,uses]])}if(add(own.join(" "),[role,value,FULL,uses]),role==="post"&&add(own.
join(" "),["word","office",WORD,0]),box2.titles.includes(role))for(let each of own)each.length>=SHORT&&!isNumber(each)&&
!HAS_HAN.test(each)&&texts.add(each);if(!box2.parts.includes(role))continue;let ends=box2.titles.includes(role)?words:small;
for(let part of partsOf(own,role,idle,ends)){if(role!=="person"&&isCommon(part,plain))continue;let found=parts.get(part);
found?found.push([role,value,PART,uses]):parts.set(part,[[role,value,PART,uses]])}}let isCountry=word=>phrases.get(word)?.
some(([role])=>role==="country"),offices=[...words].filter(phrase=>/^[\u3400-\u9fff] /.test(phrase)&&phrases.get(phrase).
some(isOffice));for(let[part,found]of parts)if(!offices.some(phrase=>part.endsWith(` ${phrase}`))&&!part.split(" ").every(
isCountry)&&!(phrases.has(part)||new Set(found.map(([,value])=>value)).size>MOST_PARTS))for(let meaning of found)add(part,
meaning);for(let word of called.keys())word.length===SHORT&&texts.delete(word);let said=new Map;for(let[word,written]of Object.
entries(box2.texts))for(let each of texts.has(key(word))?written.map(key):[])said.has(each)||said.set(each,key(word));for(let word of[
...new Set([...texts,...said.keys()])].sort())(phrases.get(word)?.some(isOutside)??!0)&&add(word,["text",said.get(word)??
word,TEXT,0]);for(let each of[...asides].filter(phrase=>!phrases.has(phrase)).sort())add(each,["word",ASIDE,WORD,0]);let several=[
...phrases.keys()].filter(phrase=>[...phrase].length>LEAST_JOINED&&phrase.includes(" ")).sort(),asOne=new Map(several.map(
phrase=>[stem(phrase.replaceAll(" ","")),phrase])),longest=Math.max(...[...phrases.keys()].map(phrase=>phrase.split(" ").
length)),known=new Set([...phrases.keys()].flatMap(phrase=>phrase.split(" ")).filter(word=>word.length>3));function soundOf(word){
let found="";for(let place=0;place<word.length;){let[letter,instead]=sounds.find(([each])=>word.startsWith(each,place))??
[word[place],""],own=instead||(place?"":"-");own!==found.slice(-1)&&(found+=own),place+=letter.length}return found.replace(
/^-s/,"s")}let sounding=new Map,namesSounding=sound=>{if(!sounding.size)for(let each of[...spoken].sort()){let own=soundOf(
each);sounding.set(own,[...sounding.get(own)??[],each])}return sounding.get(sound)??[]};function heard(word,beside2){if(/^[\0-\x7f]*$/.
test(word)||HAS_HAN.test(word))return"";let sound=soundOf(word),all=namesSounding(sound),around=new Set(beside2.flatMap(
each=>[...each.split(" "),...namesSounding(soundOf(each))])),paired=all.filter(each=>[...around].some(a=>phrases.has(`${each}\
 ${a}`)||phrases.has(`${a} ${each}`))),near=sound.replace(/^-/,"").length<LEAST_SOUND||all.length>1?paired:all;return near.
length===1?near[0]:""}function nameByOffice(found){found.forEach((span,i)=>{let people=called.get(span.key)??[];if(span.
meanings.length||!people.length||people.length>MOST_PARTS)return;(people.length===1&&!(span.key.length===1&&HAS_HAN.test(
span.key))||isBesideOffice(found,i))&&(span.meanings=[...people])})}let isPlain=span=>isCommon(span.text.toLowerCase(),plain)||
span.text.length===1&&HAS_HAN.test(span.text),isWord=(each,kind="")=>(phrases.get(each)??[]).some(([role,value])=>role===
"word"&&(!kind||value===kind));function nearest(word){if(word.length<5||HAN_OR_DIGIT.test(word))return"";let most=word.length<
8?1:2,[least,best]=[most,[]];for(let other of known){if(other[0]!==word[0]||Math.abs(other.length-word.length)>most)continue;
let far=distance(word,other,least);far>least||(far<least&&([least,best]=[far,[]]),best.push(other))}let isFiller=each=>phrases.
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
TEXT?length===1?IN_TITLE:IN_PHRASE:best===PART&&HAS_HAN.test(phrase[0])?IN_HAN:best===PART&&!meanings.some(([role])=>role===
"agent"||role==="person")?IN_PART*length:1}function cut(text,all){let cost=Array(all.length+1).fill(0),step=Array(all.length).
fill(1);for(let start=all.length-1;start>=0;start-=1){cost[start]=UNKNOWN+cost[start+1];for(let length=Math.min(longest,
all.length-start);length>0;length-=1){let own=costOf(knownKey(all.slice(start,start+length)),length)+cost[start+length];
own<cost[start]&&([cost[start],step[start]]=[own,length])}}let found=[];for(let start=0;start<all.length;start+=step[start]){
let end=start+step[start],phrase=knownKey(all.slice(start,end)),from_=all[start].start,to_=all[end-1].end,written=text.slice(
from_,to_),meanings=phrases.get(phrase)||[],isUpper=written===written.toUpperCase()&&written!==written.toLowerCase();small.
has(phrase)&&!isUpper&&(meanings=meanings.filter(([role])=>["word","month","number"].includes(role))),/['\u2019]s$/.test(
written)&&meanings.some(isOffice)&&(meanings=meanings.filter(each=>!isOffice(each)),meanings.length||(meanings=[["word",
"aside",WORD,0]])),!meanings.length&&SUM.test(phrase)&&(meanings=[UNIT]),isNumber(phrase)&&(meanings=[["number",phrase,WORD,
0]]),found.push({text:written,start:from_,end:to_,key:phrase,meanings,written:""})}return leaveOutSums(found),found}function spans(text,corrects=!0){
let all=tokens(text),found=cut(text,all);corrects&&nameByOffice(found);let corrected=new Map;for(let[i,span]of corrects?
found.entries():[]){if(span.meanings.length||isCommon(span.text.toLowerCase(),plain))continue;let last=found[i-1],joined=last&&
!last.meanings.length&&!corrected.has(last.start)&&heard(last.key+span.key,[]);if(joined){corrected.set(last.start,joined).
set(span.start,"");continue}let beside2=[found[i-1],found[i+1]].flatMap(each=>each?[each.key]:[]),near=heard(span.key,beside2)||
nearest(span.key);near&&corrected.set(span.start,near)}if(!corrected.size)return found;all=all.map(token=>({...token,key:corrected.
get(token.start)??token.key}));for(let i=all.length-1;i>0;i-=1)all[i].key||all.splice(i-1,2,{...all[i-1],end:all[i].end});
found=cut(text,all);for(let span of found)[...corrected.keys()].some(start=>span.start<=start&&start<span.end)&&(span.written=
span.text);return found}return{key,spans,stops,isPlain,isWord}}var FACETS=["type","sector","form","kind","country","status","place"],IDLE=["stop","who","what","which","about","now","l\
ist","and","in","has","where","this"],EXCLUDABLE=["agent","group","person","event","engagement","thing",...FACETS.filter(
each=>each!=="status")],PASSED=["stop","and","in","compare"];function exclude(spans){let isBetween=span=>PASSED.some(word=>wordsOf(
span).has(word))&&!namesOf(span,EXCLUDABLE).length,nextName=(start,step)=>{let i=start;for(;spans[i]&&isBetween(spans[i]);)
i+=step;return spans[i]&&namesOf(spans[i],EXCLUDABLE).length?i:-1};spans.forEach((span,i)=>{let isBefore=wordsOf(span).has(
"excluding"),step=isBefore?1:-1,place=isBefore||wordsOf(span).has("all_but")?nextName(i+step,step):-1;for(place>=0&&(span.
meanings=[["word","excluding",WORD,0]]);place>=0;){let[[,value]]=namesOf(spans[place],EXCLUDABLE);spans[place].meanings=
[["excluded",`-${value}`,FULL,0]];let words=spans[place+step]?wordsOf(spans[place+step]):new Set;place=words.has("and")&&
words.has("range")||words.has("compare")?nextName(place+2*step,step):-1}})}function readInTitles(spans,when,beside2){spans.
forEach((span,i)=>{let others=spans.filter((_,j)=>j!==i&&!when.used.has(j)),terms=beside2[span.key],isIdle=each=>IDLE.some(
word=>wordsOf(each).has(word)),isBeside=each=>each.meanings.some(([,value])=>terms.includes(value));terms&&(others.some(
isBeside)||others.every(isIdle))&&(span.meanings=[["text",span.key,TEXT,0]])})}var DAY=864e5,format=time=>new Date(time).toISOString().slice(0,10),shift=(day,days)=>format(Date.parse(day)+days*DAY),isDay=text=>!Number.
isNaN(Date.parse(text))&&format(Date.parse(text))===text,pad=number=>String(number).padStart(2,"0"),monthOf=(year,month)=>[
`${year}-${pad(month)}-01`,format(Date.UTC(year,month,0))],yearOf=year=>[`${year}-01-01`,`${year}-12-31`],isLatin=text=>/^[\0-\x7f]*$/.
test(text),LENGTHS={year_word:365.25,month_word:30.44,week_word:7,day_word:1},SHARES={first_half:[1,6],second_half:[7,12],
quarter_1:[1,3],quarter_2:[4,6],quarter_3:[7,9],quarter_4:[10,12]},PARTS=["beginning_of","middle_of","end_of",...Object.
keys(SHARES)],isAny=(span,kinds)=>{let words=wordsOf(span);return kinds.some(kind=>words.has(kind))};function partOf(span,first,last){
let share=Object.entries(SHARES).find(([kind])=>isAny(span,[kind]))?.[1],year=Number(first.slice(0,4));if(share)return[monthOf(
year,share[0])[0],monthOf(year,share[1])[1]];let length=Math.round((Date.parse(last)-Date.parse(first))/DAY),middle=Math.
floor(length/2),around=Math.floor(length/24),sixth=Math.floor(length/6);return isAny(span,["middle_of"])?[shift(first,middle-
around),shift(first,middle+around)]:isAny(span,["beginning_of"])?[first,shift(first,sixth)]:[shift(last,-sixth),last]}function daysOf(spans,first,last){
let has=kind=>spans.some(span=>isAny(span,[kind]));return[has("end_of")?last:first,has("beginning_of")?first:last]}var round=number=>number%
1===.5?2*Math.round(number/2):Math.round(number);function dateAt(spans,place,today){let value=(at2,kind)=>Number((spans[at2]?.
meanings??[]).find(([role])=>role===kind)?.[1]??0),unit=(at2,...kinds)=>kinds.find(kind=>spans[at2]&&wordsOf(spans[at2]).
has(kind))||"",year=at2=>{let number2=value(at2,"number");return number2>=EARLIEST&&number2<=LATEST?number2:0},later=at2=>{
let until=unit(at2,"range","and")?[at2,at2+1,at2+2,at2+3,at2+4]:[];return year(at2)||year(until.find(year)??at2)},within=isAny(
spans[place],PARTS)&&place+1<spans.length&&dateAt(spans,place+1,today);if(within)return[place,within[1],...partOf(spans[place],
within[2],within[3])];let current=Number(today.slice(0,4)),isPart=at2=>at2<spans.length&&isAny(spans[at2],PARTS)&&(!isLatin(
spans[at2].key)||isAny(spans[at2],Object.keys(SHARES))),parted=(at2,first2,last)=>isPart(at2)?[place,at2+1,...partOf(spans[at2],
first2,last)]:[place,at2,first2,last];if(isAny(spans[place],Object.keys(SHARES)))return parted(place,...yearOf(current));
if(unit(place,"year_before_last"))return parted(place+1,...yearOf(current-2));let back=value(place,"number");if(back&&back<
100&&unit(place+2,"ago")){if(unit(place+1,"year_word"))return[place,place+3,...yearOf(current-back)];let month2=current*
12+Number(today.slice(5,7))-1-back;if(unit(place+1,"month_word"))return[place,place+3,...monthOf(Math.floor(month2/12),month2%
12+1)]}if(unit(place,"recently")&&!unit(place+1,"year_word","month_word")&&!value(place+1,"number"))return[place,place+1,
`${current-2}${today.slice(4)}`.replace("02-29","02-28"),today];let near=unit(place,"last","this")&&!year(place+2)?value(
place+1,"month"):0;if(near){let isAhead=near>=Number(today.slice(5,7))&&unit(place,"last");return[place,place+2,...monthOf(
current-+!!isAhead,near)]}if(unit(place,"last","this")){let number2=value(place+1,"number"),after2=place+1+ +!!number2,kind=unit(
after2,...Object.keys(LENGTHS));if(kind&&number2&&number2<100)return[place,after2+1,shift(today,-round(number2*LENGTHS[kind])),
today];let ago=unit(place,"last")?1:0;if(unit(place+1,...PARTS)&&!isLatin(spans[place+1].key))return parted(place+1,...yearOf(
current-ago));if(!["year_word","month_word"].includes(kind)||after2!==place+1)return null;if(kind==="year_word")return parted(
after2+1,...yearOf(current-ago));let month2=current*12+Number(today.slice(5,7))-1-ago;return[place,after2+1,...monthOf(Math.
floor(month2/12),month2%12+1)]}let decade=value(place,"decade");if(decade)return[place,place+1,`${decade}-01-01`,`${decade+
9}-12-31`];let named=value(place,"month"),day=value(place,"number"),oneDay=(end2,text2)=>isDay(text2)?[place,end2,text2,
text2]:null,after=place+1+ +!!unit(place+1,"range","and"),end=value(after,"number");if(day>0&&day<end&&end<=31&&value(after+
1,"month")&&later(after+2))return oneDay(place+1,`${later(after+2)}-${pad(value(after+1,"month"))}-${pad(day)}`);if(named&&
later(place+1))return[place,place+1+ +(year(place+1)>0),...monthOf(later(place+1),named)];if(named&&value(place+1,"numbe\
r")>0&&value(place+1,"number")<=31&&year(place+2))return oneDay(place+3,`${year(place+2)}-${pad(named)}-${pad(value(place+
1,"number"))}`);if(day&&day<=31&&value(place+1,"month")&&later(place+2))return oneDay(place+2+ +(year(place+2)>0),`${later(
place+2)}-${pad(value(place+1,"month"))}-${pad(day)}`);let first=year(place);if(!first)return null;let at=place+1;unit(at,
"year_word")&&!isLatin(spans[at].key)&&(at+=1);let number=value(at,"number"),month=value(at,"month")||(number>0&&number<=
12?number:0);if(!month)return parted(at,...yearOf(first));at+=1,unit(at,"month_word")&&(at+=1);let text=`${first}-${pad(
month)}-${pad(value(at,"number"))}`;return!value(at,"number")||!isDay(text)?parted(at,...monthOf(first,month)):[place,at+
1+ +!!unit(at+1,"day_word"),text,text]}function beside(spans,start,end,roles){let found=[];for(let step of[-1,1]){let passed=[];
for(let place=step<0?start-1:end;place>=0&&place<spans.length;place+=step){let words=wordsOf(spans[place]),role=roles.find(
each=>words.has(each));if(role&&!(step>0&&["in","until","as_of"].includes(role)&&isLatin(spans[place].key))){found.push(
{role,used:[place,...passed]});break}if(!words.has("stop")||passed.length>1)break;passed.push(place)}}return found.sort(
(a,b)=>roles.indexOf(a.role)-roles.indexOf(b.role))[0]??null}var range=(start,end)=>Array.from({length:Math.max(0,end-start)},
(_,place)=>start+place);function readDates(spans,today,eventDay){let found={first:"",last:"",asOf:"",used:new Set},atoms=[];
for(let place=0;place<spans.length;){let atom=dateAt(spans,place,today);atom&&atoms.push(atom),place=atom?atom[1]:place+
1}if(spans.forEach((span,index)=>{let start2=index+1;for(;start2<spans.length&&wordsOf(spans[start2]).has("stop");)start2+=
1;if(isAny(span,["before","after","since"]))for(let end2=Math.min(start2+4,spans.length);end2>start2;end2-=1){let part=spans.
slice(start2,end2),named=part.flatMap(each=>namesOf(each,["event"])).find(([,,weight])=>weight===FULL),day=part.some(each=>namesOf(
each,["event","text"]).length)&&eventDay(new Set(part.flatMap(keysOf)),named?.[1]);if(day){atoms=[[start2,end2,day,day]];
break}}}),!atoms.length)return found;let[[start,end,...whole],second]=atoms,[first,last]=whole,use=places=>{for(let place of places)
found.used.add(place)};if(use(range(start,end)),second){let[otherStart,otherEnd,otherFirst,otherLast]=second;if(range(end,
otherStart).every(place=>isAny(spans[place],["range","and","since","until","stop","in"]))){use(range(end,otherEnd)),use(
[start-1,otherEnd].filter(place=>spans[place]&&isAny(spans[place],["since","and","until","in"])));let[one,other]=[daysOf(
spans.slice(start,end),first,last),daysOf(spans.slice(otherStart,otherEnd),otherFirst,otherLast)];return[found.first,found.
last]=[one[0]<other[0]?one[0]:other[0],one[1]>other[1]?one[1]:other[1]],found}}let roles=["as_of","before","after","sinc\
e","until","in"],{role,used}=beside(spans,start,end,roles)??{role:"in",used:[]};return use(used),role!=="in"&&([first,last]=
daysOf(spans.slice(start,end),first,last)),role==="as_of"?found.asOf=last<today?last:today:role==="before"?found.last=shift(
first,-1):role==="after"?[found.first,found.last]=[shift(last,1),today]:role==="since"?[found.first,found.last]=[first,today]:
role==="until"?found.last=last:[found.first,found.last]=[first,last],found}function eventsIn({first,last,used:dated},days,used){
let found=Object.keys(days).filter(event=>first<=days[event]&&days[event]<=(last||days[event])).sort();if(!found.length||
!first&&!last)return[];for(let i of dated)used.add(i);return[found.join(" ")]}var isSame=(a,b)=>JSON.stringify(a)===JSON.stringify(b),compare=(a,b)=>a<b?-1:+(a>b),reading=(kind,answer,used,chosen=new Map,bias=0,rivals=[])=>({
kind,answer,used,chosen,bias,rivals,score:0}),isWithin=(words,title)=>words.every(word=>title.has(word));var WORKS=["engagement","event","thing"],VAGUE=["pcg:Project","pcg:Agreement","pcg:Event","v:agreement"],TELLING=4,SAID=[
"status_word","latest","now","outcome","office","money"],isDeciding=span=>namesOf(span,["type","form"]).slice(0,1).some(
([,value])=>!VAGUE.includes(value));function createDeciding(box2,{filter,weigh,titles,waysOf,writtenOf},pageOf,address){
function keep(best,spans,when,isEmpty){let lost=[...spans.keys()].filter(i=>!best.used.has(i)&&!when.used.has(i)&&isDeciding(
spans[i])),found=lost.length?filter(spans,when,["text",...WORKS]):null;return!found||!lost.every(i=>found.used.has(i))||
!found.answer.filters.near||isEmpty(found)?best:weigh(found,spans,when)}function lengthen(best,spans,when,isEmpty){let named=[
...best.chosen].filter(([i,value2])=>namesOf(spans[i],WORKS).some(([,other2])=>other2===value2)),{parameters={},by}=best.
answer,isPage=best.kind==="filter"&&!by,[[place,value]=[]]=named;if(named.length!==1||!(isPage||Object.values(parameters).
includes(value)))return best;let own=new Set(Object.values(titles).flatMap(group=>[...group.get(value)??[]])),rest=new Map;
spans.forEach((span,i)=>{let isName=isDeciding(span)||[...wordsOf(span)].every(word=>word===ASIDE);if(when.used.has(i)||
i===place||!isName||namesOf(span,["country"]).length)return;let ways=writtenOf(span);ways.length&&!ways.some(way=>isWithin(
way,own))&&rest.set(i,ways)});let lost=[...rest.keys()].filter(i=>!best.chosen.has(i));if(!lost.length)return best;let isKind=[
...rest.keys()].every(i=>isDeciding(spans[i])),isEnough=title=>({way,least})=>way.filter(word=>title.has(word)).length>=
(isKind?least:way.length),isNamed=title=>waysOf(spans[place]).some(isEnough(title)),isWhole=title=>isNamed(title)&&[...rest.
values()].every(ways=>ways.some(way=>isWithin(way,title))),found=["engagement","event"].flatMap(role=>[...titles[role]]).
filter(([,title])=>isWhole(title)).sort(([one,a],[other2,b])=>a.size-b.size||compare(one,other2));if(!found.length||found[0][1].
size===found[1]?.[1].size)return isPage?best:{...best,used:new Set([...best.used].filter(i=>!lost.includes(i)))};let[[other]]=found,
changed=Object.entries(parameters).map(([key,each])=>[key,each===value?other:each]),answer=isPage?pageOf(other):{...best.
answer,parameters:Object.fromEntries(changed)},[used,chosen]=[new Set([...best.used,...rest.keys()]),new Map([...best.chosen,
[place,other]])],longer={...best,answer,used,chosen};return isEmpty(longer)?best:weigh(longer,spans,when)}function narrow(best,spans,when,isEmpty){
if(best.kind!=="filter"||best.answer.show||!["source",void 0].includes(best.answer.by))return best;let narrowed=best;return spans.
forEach((span,i)=>{let words=[...wordsOf(span)],isWeak=word=>[...box2.weak,...IDLE,...SAID].includes(word),isSaid=words.
every(word=>word===ASIDE)||!words.some(isWeak);if(narrowed.used.has(i)||when.used.has(i)||!isSaid||[...span.key].length<
TELLING||!/^\p{L}+$/u.test(span.key))return;let{filters}=narrowed.answer,answer={...narrowed.answer,filters:{...filters,
text:[...filters.text??[],span.key]}};if(answer.address=address(answer),isEmpty({kind:"filter",answer}))return;span.meanings=
[["text",span.key,TEXT,0]];let[used,chosen]=[new Set([...narrowed.used,i]),new Map([...narrowed.chosen,[i,span.key]])];narrowed=
{...narrowed,answer,used,chosen}}),narrowed}return{keep,lengthen,narrow}}var PARTIES=["agent","group","person"],WORKS2=["engagement","event"],TITLED=[...WORKS2,"thing","text"],isAscii=word=>/^[\0-\x7f]*$/.
test(word);function compared(spans,when,titles,stops){let all=[...spans.keys()],named=all.filter(i=>spans[i].meanings.length&&
!wordsOf(spans[i]).size&&!when.used.has(i)),isBetween=i=>named.length>0&&named[0]<i&&i<named[named.length-1],comparing=all.
filter(i=>wordsOf(spans[i]).has("compare")&&isAscii(spans[i].key)),[between]=[...comparing,...all.filter(i=>wordsOf(spans[i]).
has("and"))].filter(isBetween);if(!comparing.length||between===void 0||named.some(i=>namesOf(spans[i],PARTIES).length))return[];
let halves=[named.filter(i=>i<between),named.filter(i=>i>between)].map(half=>half.map(i=>spans[i]));if(!halves.flat().some(
span=>namesOf(span,TITLED).length))return[];let known=new Map(WORKS2.flatMap(role=>[...titles[role]]).map(([value,words])=>[
value,new Set([...words].filter(isAscii))])),own=halves.map(half=>[...new Set(half.flatMap(keysOf))].filter(word=>!stops.
has(word))),whole=halves.map(half=>half.flatMap(span=>namesOf(span,WORKS2)).find(([,,weight])=>weight===FULL)?.[1]),nearest=(side,other)=>{
if(whole[side])return whole[side];let found=[...known].filter(([,words])=>own[side].every(word=>words.has(word))).map(([
value,words])=>({value,more:other.filter(word=>words.has(word)).length,size:words.size}));return found.sort((a,b)=>b.more-
a.more||a.size-b.size||(a.value<b.value?-1:1)),found[0]?.value??""},first=[0,1].map(side=>nearest(side,own[1-side])),sides=[
0,1].map(side=>nearest(side,[...known.get(first[1-side])??[]]));return sides.every(Boolean)&&sides[0]!==sides[1]?sides:[]}var ASKING=["which","what","list","many"],BETWEEN=["country","place","sector","text"],MOST_BETWEEN2=3,ANY_KIND=["agent_w\
ord","organisation"],SHARING=["active","participate","in_which"],RANKED=["most","active","ranking","central"],RANKABLE=[
"kind","country","sector","status","type"],APART=["only","no_sign","represent","self_reported","visit"],firstOf=(span,role)=>namesOf(
span,[role]).slice(0,1).map(([,value])=>value),hasKind=span=>firstOf(span,"kind").length>0||ANY_KIND.some(word=>wordsOf(
span).has(word));function askedParties(spans,kinds,roles){let isWork=i=>i<spans.length&&namesOf(spans[i],["type","form"]).
length>0,isPaper=i=>isWork(i)&&!Object.keys(roles).some(word=>wordsOf(spans[i]).has(word));for(let i of[-1,...spans.keys()]){
if(i>=0&&kinds[i].includes("who")&&!isPaper(i+1))return{parts:new Set([i]),rows:[]};if(i>=0&&!ASKING.some(word=>kinds[i].
includes(word)))continue;let countries=[];for(let j=i+1;j<Math.min(i+2+MOST_BETWEEN2,spans.length);j+=1){if(hasKind(spans[j])&&
!(i<0&&isWork(j+1)))return{parts:new Set(i<0?[j]:[i,j]),rows:[...firstOf(spans[j],"kind"),...countries]};if(countries.push(
...firstOf(spans[j],"country")),!namesOf(spans[j],BETWEEN).length&&!wordsOf(spans[j]).has("stop"))break}if(i>0&&HAS_HAN.
test(spans[i].key[0])&&hasKind(spans[i-1])){let before=i>1?firstOf(spans[i-2],"country"):[];return{parts:new Set([i-1,i]),
rows:[...firstOf(spans[i-1],"kind"),...before]}}}return null}function acting(spans,kinds,roles){for(let i of spans.keys()){
let word=Object.keys(roles).find(each=>kinds[i].includes(each));if(word)return spans[i+1]?.key==="by"?["",""]:[word,roles[word]]}
return["",""]}var COMPARED=["near","place","sector","country","engagement","event"],SUMS=["fund","money","train"],NARROWED=[
"type","sector","form","status","text"],COUNTING=["most","many","active","ranking","central"];function byNumber({filters:all,
show:show2=""},spans,dated,box2,parties){let kinds=spans.map((span,i)=>[...dated.has(i)?[]:wordsOf(span)]),words=new Set(
kinds.flat()),hasAny=list2=>list2.some(word=>words.has(word)),filters=show2?{[parties.has(show2)?"near":"engagement"]:[show2]}:
all,lists=[],[,by]=Object.entries(box2.by).find(([word,group])=>words.has(word)&&!filters[group])??[];if(words.has("comp\
are")){let several=COMPARED.filter(group=>(filters[group]??[]).filter(value=>!value.startsWith("-")).length>1);if(by=several.
join()!=="near"&&!words.has("money")||(hasAny(["agreement","project","many","sign"])||Object.keys(filters).length>1)&&!hasAny(
SUMS)?several[0]:void 0,by==="near"&&NARROWED.some(group=>filters[group])&&!hasAny([...COUNTING,"sign"])){let comparing=new Set(
[...spans.keys()].filter(i=>kinds[i].includes("compare")));lists.push({answer:{filters,show:"",sort:"",count:!1,any:!0},
parts:comparing,bias:-.1})}}else hasAny(COUNTING)||(by=void 0);if(!by)return lists;let asking=[...COUNTING,"compare",...Object.
keys(box2.by).filter(word=>box2.by[word]===by)],parts=new Set([...spans.keys()].filter(i=>kinds[i].some(word=>asking.includes(
word))));return[...lists,{answer:{filters,show:"",sort:"",count:!1,by},parts,bias:-.2}]}var SOURCES=["source","source_wo\
rd","cited","quote","voice"],ABOUT_SOURCES=["one_voice","self_reported","contradict","copy","claimed","identified","chec\
ked","kind_word"],UNTOLD=["months","mark","promise","kind","country"];function byWhom(answer,spans,dated,box2){let kinds=spans.
map((span,i)=>[...dated.has(i)?[]:wordsOf(span)]),asking=[...spans.keys()].filter(i=>SOURCES.some(word=>kinds[i].includes(
word))),isProof=asking.some(i=>kinds[i].includes("prove")),filters=Object.fromEntries(Object.entries(answer.filters).filter(
([group])=>group!=="mark"||!isProof)),isTold=Object.keys(filters).some(group=>!UNTOLD.includes(group)),isAside=kinds.flat().
some(word=>ABOUT_SOURCES.includes(word)),found={answer:{filters,show:"",sort:"",count:!1,by:"source"},parts:new Set(asking),
bias:-.1};return[...asking.length&&isTold&&!isAside?[found]:[],...byParty(answer,spans,dated,box2)]}function byParty({filters,
sort="",any=!1},spans,dated,box2){let kinds=spans.map((span,i)=>[...dated.has(i)?[]:wordsOf(span)]),words=kinds.flat(),hasAny=list2=>list2.
some(word2=>words.includes(word2)),asked=askedParties(spans,kinds,box2.acting),isRanked=hasAny(RANKED)&&!words.includes(
"many")&&Object.keys(filters).every(group=>RANKABLE.includes(group));if(!asked||!Object.keys(filters).length||sort||isRanked||
hasAny(APART))return[];let{parts,rows}=asked;spans.forEach((span,i)=>{SHARING.some(word2=>wordsOf(span).has(word2))&&parts.
add(i)});let counted={show:"",sort:"",count:!1,by:"party",...any?{any}:{}},[word,roles]=acting(spans,kinds,box2.acting),
every={answer:{filters,...counted,rows},parts,bias:word?.1:.2};if(!word)return[every];let act=JSON.stringify(box2.filter[word]??
[]),isOther=([group,values])=>JSON.stringify([group,...values])!==act,others=Object.fromEntries(Object.entries(filters).
filter(isOther)),bias=Object.keys(others).join()==="engagement"?.8:.2;return[{answer:{filters:others,...counted,rows:[...rows,
roles]},parts,bias},every]}var SHOWN=["agent","person","group","event","engagement","thing","source"],TERMS=["type","form","kind","status"],IN_FILTER=[
...FACETS,...SHOWN,"post","text","excluded"],OPEN=["plan","unfinished","no_later"],PARTIES2=["agent","person","group"],SILENT=-1.5,
SIGNED=["sign","agreement","outcome"],ACTS=["sign","talk","visit","attend","train","fund"],DECISIVE=["cited","claimed"],
LEAST_SHARE=.6,CHOSEN=1.5,[MOST_RIVALS,GUESSED]=[6,.8];function createReadings(box2,lexicon,address){let titles=Object.fromEntries(
box2.titles.map(role=>[role,new Map]));for(let[name,role,value]of box2.names){if(!titles[role])continue;let known=titles[role].
get(value)??new Set;for(let word of lexicon.key(name).split(" "))word&&known.add(word);titles[role].set(value,known)}let parties=new Set,
written=new Map,roles=new Map,frequency=new Map;for(let[name,role,value]of box2.names)roles.has(value)||roles.set(value,
role),PARTIES2.includes(role)&&parties.add(value),/^[\0-\x7f]*$/.test(name)&&written.set(value,[...written.get(value)??[],
lexicon.key(name).split(" ")]);for(let group of Object.values(titles))for(let title of group.values())for(let word of title)
frequency.set(word,(frequency.get(word)??0)+1);let bare=spans=>spans.filter(span=>!wordsOf(span).has("stop")).map(span=>span.
key).join("|"),wholes=new Map;for(let[name,question]of Object.entries(box2.questions))for(let text of question.texts.slice(
0,question.titles)){let key=bare(lexicon.spans(text,!1));wholes.has(key)||wholes.set(key,name)}let parametersOf=name=>box2.
questions[name].parameters,fill=(name,values)=>Object.fromEntries(Object.keys(parametersOf(name)).map(key=>[key,values[key]||
box2.today]));function rank2(measure,spans,when,used,chosen,options){let isOther=i=>+(!spans[i+1]||!namesOf(spans[i+1],[
"kind"]).length),order=[...spans.keys()].sort((i,j)=>isOther(i)-isOther(j));for(let role of["sector","kind","country","s\
tatus"])order.forEach(i=>{let span=spans[i],[name]=namesOf(span,[role]);!name||chosen.has(i)||when.used.has(i)||role==="\
status"&&wordsOf(span).has("sign")||(role in options||(options[role]=name[1],chosen.set(i,name[1])),(chosen.has(i)||role===
"country")&&used.add(i))});let words=new Set([...used].flatMap(i=>[...wordsOf(spans[i])])),[,relation]=Object.entries(box2.
relations).find(([word])=>words.has(word))??[];return relation&&(options.relation=relation),when.first&&(options.since=when.
first),when.last&&(options.until=when.last),reading("ranking",{measure,options,only:[]},used,chosen,.4)}function eventDay(words,named){
if(box2.days[named])return box2.days[named];let wanted=[...words].filter(word=>!lexicon.stops.has(word)),none=new Set,found=Object.
keys(box2.days).map(value=>({value,title:titles.event.get(value)??none})).filter(({title})=>isWithin(wanted,title));return found.
sort((a,b)=>a.title.size-b.title.size||compare(a.value,b.value)),found.length&&found.length<=MOST_RIVALS?box2.days[found[0].
value]:""}function waysOf(span){let isOwn=/^[\0-\x7f]*$/.test(span.key)||namesOf(span,["text"]).length>0;return(isOwn?[keysOf(
span)]:span.meanings.flatMap(([,value])=>written.get(value)??[])).map(way=>[...new Set(way)].filter(word=>!lexicon.stops.
has(word))).filter(way=>way.length).map(way=>({way,least:way.length*(isOwn?1:LEAST_SHARE)}))}let writtenOf=span=>[keysOf(
span),...span.meanings.slice(0,2).flatMap(([,value])=>written.get(value)??[])].map(way=>[...new Set(way)].filter(word=>!lexicon.
stops.has(word))).filter(way=>way.length);function guess(spans,when){let isNamed=(span,i)=>span.meanings.length>0&&!wordsOf(
span).size&&!when.used.has(i),named=[...spans.keys()].filter(i=>isNamed(spans[i],i)),ofLand=named.filter(i=>namesOf(spans[i],
["country"]).length),isTitled=spans.some(span=>namesOf(span,["type","form"]).length),isOfParty=i=>ofLand.includes(i)||namesOf(
spans[i],PARTIES2).length>0;if(ofLand.length&&!isTitled&&named.every(isOfParty))return{named,equal:[]};let sectors=named.
filter(i=>!namesOf(spans[i],PARTIES2).length),isField=named.length>1&&sectors.length===1&&namesOf(spans[sectors[0]],["se\
ctor"]).length>0,others=spans.filter((span,i)=>!isNamed(span,i)),kinds=others.filter(isDeciding).map(writtenOf),also=new Set(
others.flatMap(waysOf).flatMap(({way})=>way)),wanted=named.map(i=>waysOf(spans[i])).filter(ways=>ways.length),told=new Set(
wanted.flat().flatMap(({way})=>way)),found=new Map;for(let group of Object.values(titles))for(let[value,title]of group){
let isNamedBy=({way,least})=>way.filter(word=>title.has(word)).length>=least;if(wanted.length&&wanted.every(ways=>ways.some(
isNamedBy))){let isMore=[...title].some(word=>/^[\0-\x7f]+$/.test(word)&&!told.has(word)),known=kinds.filter(ways=>ways.
some(way=>isWithin(way,title))).length;found.set(value,[-known,Number(isMore),-[...title].filter(word=>also.has(word)).length,
title.size])}}let difference=(a,b)=>a.map((value,i)=>value-b[i]).find(Boolean),best=[...found].sort(([one,a],[other,b])=>difference(
a,b)||compare(one,other)),equal=best.filter(([,order])=>isSame(order,best[0][1])).map(([value])=>value),isTold=found.size===
1||told.size>1&&!isField;if(!equal.length||equal.length>MOST_RIVALS||!isTold)return{named,equal:[]};let own=new Set(Object.
values(titles).flatMap(group=>[...group.get(equal[0])??[]]));return{named:[...named,...[...spans.keys()].filter(i=>isWithin(
keysOf(spans[i]),own))],equal}}function isOfTitle(span,values){let title=new Set(Object.values(titles).flatMap(group=>values.
flatMap(value=>[...group.get(value)??[]])));return namesOf(span,PARTIES2).slice(0,1).flatMap(([,value])=>written.get(value)??
[]).some(way=>isWithin(way,title))}function clauseOf(spans){let start=spans.findIndex(span=>wordsOf(span).has("office")),
found=spans.findIndex((span,i)=>i>start&&wordsOf(span).has("when")&&/^[\0-\x7f]*$/.test(span.key));return start<0||found<
0?spans.length:found}function match([kind,name,items],spans,when,guessed){let period={since:when.first,until:when.last,on:when.
asOf||when.first,date:when.asOf||(when.last===box2.today?when.first:when.last)},clause=items.includes("office")&&when.used.
size?clauseOf(spans):spans.length,used=new Set([...spans.keys()].slice(clause)),chosen=new Map,values={},rows=[],barred=items.
filter(([mark])=>mark==="!").flatMap(item=>item.slice(1).split("/"));if(spans.some(({meanings})=>meanings.some(([,value])=>barred.
includes(value))))return null;for(let item of items.filter(([mark])=>!"@=*~+!".includes(mark))){let wanted=item.split("/"),
isBoth=i=>spans[i].key.includes(" ")&&wordsOf(spans[i]).has("since"),found=[...spans.keys()].filter(i=>!when.used.has(i)||
isBoth(i)).filter(i=>wanted.some(word=>wordsOf(spans[i]).has(word)));if(!found.length)return null;for(let i of found)used.
add(i)}let types=kind==="catalogue"?parametersOf(name):{from:"end",to:"end",kind:"kind"},bias=.4+.1*items.filter(([mark])=>!"\
*~!".includes(mark)).length,rivals=[];for(let[mark,...letters]of items){let rest=letters.join(""),isOne="@=".includes(mark);
if(mark==="~"&&rest==="date")for(let i of when.used)used.add(i);else if(mark==="*"&&rest==="date")rows.push(...eventsIn(
when,box2.claims,used));else if(mark==="~")spans.forEach((span,i)=>{wordsOf(span).has(rest)&&used.add(i)});else if(isOne&&
["date","period"].includes(types[rest])){if(!period[rest]&&!(rest==="until"&&period.since))return null;values[rest]=(period[rest]||
box2.today).slice(0,types[rest]==="date"?10:7);let isYear2=when.first.slice(4)==="-01-01"&&when.last.slice(4)==="-12-31";
types[rest]==="period"&&isYear2&&(values[rest]=when.first.slice(0,4));for(let i of when.used)used.add(i)}else if("@=*+".
includes(mark)){let kinds=box2.roles[isOne?types[rest]??rest:rest]??[rest],order=i=>[Number(used.has(i)),+(kinds.indexOf(
namesOf(spans[i],kinds)[0][0])>0),i],isNew=i=>!isOne||!Object.values(values).includes(namesOf(spans[i],kinds)[0][1]),places=[
...spans.keys()].filter(i=>!chosen.has(i)&&!when.used.has(i)&&i<clause&&namesOf(spans[i],kinds).length&&isNew(i)&&!isOfficeOf(
spans,i)).sort((a,b)=>{let[x,y]=[order(a),order(b)];return x[0]-y[0]||x[1]-y[1]||a-b});if(mark==="@"&&!places.length&&kinds.
some(each=>titles[each]?.has(guessed.equal[0]))){[values[rest]]=guessed.equal,chosen.set(Math.min(...guessed.named),values[rest]);
for(let i of guessed.named)used.add(i);rivals=guessed.equal.length>1?guessed.equal:[],bias-=GUESSED;continue}if(mark!=="\
*"&&!places.length)return null;let open=places.filter(i=>!used.has(i)||namesOf(spans[i],["post"]).length);for(let i of isOne?
places.slice(0,1):open){let value=namesOf(spans[i],kinds)[0][1];chosen.set(i,value),used.add(i),isOne?values[rest]=value:
rows.push(value)}}}let named=Object.values(values),isNamed=span=>span.meanings.some(([,value,weight])=>weight===FULL&&named.
includes(value));if(spans.forEach((span,i)=>{(isNamed(span)||isOfTitle(span,named))&&used.add(i)}),kind==="catalogue"){let isEither=rows.
filter(value=>parties.has(value)).length>1&&spans.some(span=>wordsOf(span).has("compare")),answer={question:name,parameters:fill(
name,values),rows,...isEither?{any:!0}:{}};return reading(kind,answer,used,chosen,bias,rivals)}if(["path","compare"].includes(
kind)){let others=[...spans.keys()].filter(i=>!used.has(i)&&namesOf(spans[i],box2.roles.end).length);if(kind==="path"&&others.
length&&!items.includes("path_word"))return null;if(kind==="path")return reading(kind,{from:values.from,to:values.to},used,
chosen,.2);for(let i of others)used.add(i),chosen.set(i,namesOf(spans[i],box2.roles.end)[0][1]);let only=[...new Set([...Object.
values(values),...others.map(i=>chosen.get(i))])];return reading("ranking",{measure:"degree",options:{},only},used,chosen,
.5)}return rank2(name,spans,when,used,chosen,values)}function filter(spans,when,without=[]){let filters={},used=new Set,
chosen=new Map,terms=new Set(spans.flatMap(span=>namesOf(span,FACETS).slice(0,1).map(([,value])=>value))),sets=spans.flatMap(
span=>namesOf(span,["status"]).map(([,value])=>box2.sets[value])),hasEnded=spans.some(span=>wordsOf(span).has("stopped")),
isOpen=hasEnded||sets.includes("stopped")||sets.includes("announced")||spans.some(span=>OPEN.some(word=>wordsOf(span).has(
word))),hasSubject=spans.some(span=>namesOf(span,[...PARTIES2,"place","sector"]).length>0),sort="",isCount=!1,add=(group,values)=>{
filters[group]=group==="promise"&&filters[group]?filters[group].filter(value=>values.includes(value)):[...new Set([...filters[group]??
[],...values])]};spans.forEach((span,i)=>{wordsOf(span).has("many")&&(isCount=!0);let words=when.used.has(i)?new Set:wordsOf(
span),[name]=when.used.has(i)||isOfficeOf(spans,i)?[]:namesOf(span,IN_FILTER),[,order]=Object.entries(box2.sort).find(([
word])=>words.has(word))??[],[,chosenBy]=Object.entries(box2.filter).find(([word])=>words.has(word))??[];if(order)sort||=
order;else if(name){let[role,value]=name;if(without.includes(role)||without.includes(`${role} ${value}`))return;if(((hasEnded||
sets.includes("stopped"))&&words.has("agreement")||hasSubject&&words.has("in_which")||isOpen&&words.has("project"))&&role===
"type"){used.add(i);return}if(role==="text")add("text",[value]);else{let isWide=words.has("project")&&(hasSubject||sets.
length),group=role==="excluded"?roles.get(value.slice(1)):role;add([...PARTIES2,"post"].includes(group)?"near":group,isWide?
box2.wide[value]??[value]:[value]),chosen.set(i,value)}}else if(chosenBy){if(without.includes(chosenBy[0]))return;!chosenBy.
length||chosenBy.some(value=>terms.has(value))||add(chosenBy[0],chosenBy.slice(1))}else if(!words.has("many"))return;used.
add(i)});let isVisit=[...used].some(i=>wordsOf(spans[i]).has("visit")),{country=[]}=filters;isVisit&&country.length===1&&
[...chosen.keys()].some(i=>namesOf(spans[i],["person","post"]).length)&&(delete filters.country,add("place",country)),(when.
first||when.last)&&!without.includes("months")&&(filters.months=[when.first.slice(0,7)||"1950-01",(when.last||box2.today).
slice(0,7)]);let person=spans.findIndex(span=>wordsOf(span).has("person_word")&&frequency.has(span.key));!Object.keys(filters).
length&&!sort&&!when.used.size&&person>=0&&!without.length&&(add("text",[spans[person].key]),used.add(person));let groups=Object.
keys(filters),areLeftOut=Object.values(filters).flat().every(value=>value.startsWith("-"));if(groups.length?areLeftOut:!sort&&
!when.used.size)return null;let shown=["near",...SHOWN].flatMap(group=>filters[group]??[]),isLeftOut=shown[0]?.startsWith(
"-"),show2=shown.length===1&&!isLeftOut&&groups.length===1&&!sort&&!isCount&&chosen.size===1&&!filters.thing?shown[0]:"",
isSilent=filters.months&&filters.mark?.includes("silent");return reading("filter",{filters:show2?{}:filters,show:show2,sort,
count:isCount},used,chosen,show2?0:isSilent?SILENT:-.5)}function titled(spans,when){let named=spans.filter((span,i)=>span.
meanings.length&&!when.used.has(i)&&!wordsOf(span).size),isWhole=span=>namesOf(span,["engagement","event"]).some(([,,weight])=>weight===
FULL),hasTitle=named.some(span=>namesOf(span,[...box2.titles,"text"]).length);if(named.length<2||named.some(isWhole)||!hasTitle)
return[];let wanted=named.map(writtenOf),found=new Map;for(let group of Object.values(titles))for(let[value,title]of group){
let share=way=>way.filter(word=>title.has(word)).length/way.length,shares=wanted.map(ways=>Math.max(0,...ways.map(share)));
shares.every(each=>each>=LEAST_SHARE)&&found.set(value,Math.round((shares.reduce((sum,each)=>sum+each,0)-title.size/100)*
1e4)/1e4)}let best=Math.max(0,...found.values());return[...found].filter(([,share])=>share===best).map(([value])=>value).
sort().slice(0,MOST_RIVALS)}function comparison(spans,when){let sides=compared(spans,when,titles,lexicon.stops);if(!sides.
length)return[];let named=[...spans.keys()].filter(i=>spans[i].meanings.length&&!wordsOf(spans[i]).size),asking=[...spans.
keys()].filter(i=>["compare","and"].some(word=>wordsOf(spans[i]).has(word))),answer={filters:{engagement:sides},show:"",
sort:"",count:!1},chosen=new Map(named.slice(0,sides.length).map((i,side)=>[i,sides[side]]));return[reading("filter",answer,
new Set([...named,...asking]),chosen,.5)]}function during({used,answer,chosen},spans,when){let kinds=spans.map((span,i)=>[
...when.used.has(i)?[]:wordsOf(span)]),{filters}=answer,persons=(filters.near??[]).filter(value=>roles.get(value)==="per\
son"),words=kinds.flat();if(persons.length!==1||!words.includes("visit")||!SIGNED.some(word=>words.includes(word)))return[];
let ways=written.get(persons[0])??[],first=when.first.slice(0,4)||"0000",last=when.last.slice(0,4)||"9999",isOther=word=>/^[0-9]{4}$/.
test(word)&&(word<first||word>last),isVisit=title=>[...title].some(word=>lexicon.isWord(word,"visit"))&&![...title].some(
isOther),visits=[...titles.event].flatMap(([value,title])=>isVisit(title)&&ways.some(way=>isWithin(way,title))?[value]:[]),
valuesOf=group=>(filters[group]??[]).filter(value=>!box2.filter.visit.includes(value)),rest=["type","form","sector","tex\
t",...valuesOf("type").length>0||valuesOf("form").length>0?[]:["status"]].map(group=>[group,valuesOf(group)]).filter(([,
values])=>values.length);if(!visits.length||!rest.length&&!words.includes("outcome"))return[];let asking=[...kinds.keys()].
filter(i=>SIGNED.some(word=>kinds[i].includes(word))),all={...answer,filters:{event:visits,...Object.fromEntries(rest)},
show:""};return[reading("filter",all,new Set([...used,...when.used,...asking]),chosen,.5)]}function byKeyword(spans){let keys=spans.
map(({key})=>key);return[...wholes].flatMap(([whole,name])=>{let words=whole.split("|");if(words.length<2||!words.every(
word=>keys.includes(word))||Object.keys(parametersOf(name)).length)return[];let used=new Set([...keys.keys()].filter(i=>words.
includes(keys[i])));return[reading("catalogue",{question:name,parameters:{},rows:[]},used,new Map,.3)]})}function weigh(each,spans,when){
let score=each.bias;if(when.asOf||each.kind==="ranking"||each.answer.filters?.months)for(let i of when.used)each.used.add(
i);let hasWord=isWanted=>[...each.used].some(i=>[...wordsOf(spans[i])].some(isWanted)),isActing=word=>ACTS.includes(word),
hasActs=hasWord(isActing),asksOffice=each.kind==="catalogue"&&hasWord(word=>word==="office");return spans.forEach((span,i)=>{
if(!span.meanings.length)return;let words=[...wordsOf(span)],kind=words.length?"word":span.meanings[0][0]==="text"?"text":
"name",isTitle=isOfficeOf(spans,i)||hasActs&&words.includes("office"),isUsed=each.used.has(i),isWeak=words.length>0&&words.
every(word=>box2.weak.includes(word)||IDLE.includes(word));span.meanings.every(([role])=>["number","month","decade"].includes(
role))&&(kind="weak"),when.used.has(i)?kind="date":isWeak||!isUsed&&(isTitle||words.some(word=>IDLE.includes(word)))?kind=
"weak":(words.some(word=>DECISIVE.includes(word))||asksOffice&&!isUsed&&words.some(isActing))&&(kind="name"),score+=isUsed?
box2.weights[kind][0]:-box2.weights[kind][1],kind==="weak"&&each.chosen.has(i)&&(score+=CHOSEN)}),each.score=Math.round(
score*100)/100,when.asOf&&(each.answer.as_of=when.asOf),each.kind==="filter"&&(each.answer.address=address(each.answer)),
each}function readingsOf(spans,when){let guessed=guess(spans,when),matched=box2.patterns.map(pattern=>match(pattern,spans,
when,guessed)),named=filter(spans,when),every=named??reading("filter",{filters:{},show:""},new Set),by=[...byNumber(every.
answer,spans,when.used,box2,parties),...byWhom(every.answer,spans,when.used,box2)].map(({answer,parts,bias})=>reading("f\
ilter",answer,new Set([...every.used,...parts]),every.chosen,bias));return[...matched,named,...by,...during(every,spans,
when),...comparison(spans,when),...byKeyword(spans)].flatMap(each=>each?[weigh(each,spans,when)]:[]).sort((a,b)=>b.score-
a.score)}return{readingsOf,filter,weigh,titled,frequency,eventDay,bare,wholes,parametersOf,fill,written,titles,waysOf,writtenOf}}var SUBJECTS=["near",...SHOWN,"country","place","sector"],LAST=["sector","place","months"],NARROWING=["promise","text","\
form","mark","set","status","type","kind",...LAST],UNTITLED=[[],["status"],["sector"],["type"]],[LEAST,SURE]=[-.5,2],UNNAMED=[
"word","post","text","number","month","decade"],MUTUAL=[...ACTS,"partner","relation_word","path_word","tie"],SUMMED=["pr\
oject","agreement","memo","build"],COMMON=15,[OFFERS,FAR]=[3,-8],hex=char=>`%${char.charCodeAt(0).toString(16).toUpperCase()}`,
quote=text=>encodeURIComponent(text).replace(/[!'()*]/g,hex).replaceAll("%20","+").replaceAll("%3A",":");function createInterpreter(box2){
let lexicon=createLexicon(box2),labels=new Map,roles=new Map;for(let[name,role,value]of box2.names)labels.has(value)||labels.
set(value,name),roles.has(value)||roles.set(value,role);let kinds={country:new Set,party:new Set,term:new Set};for(let[,
role,value]of box2.names)role==="country"?kinds.country.add(value):PARTIES2.includes(role)?kinds.party.add(value):TERMS.
includes(role)&&kinds.term.add(value);let label=value=>value.startsWith("-")?`≠ ${label(value.slice(1))}`:value.split(
" ").map(each=>labels.get(each)??each).join(" / ");function address(answer){let isParty=PARTIES2.includes(roles.get(answer.
show));if(answer.show)return`${isParty?"node":"engagement"}=${quote(answer.show)}`;let pairs=Object.entries(answer.filters).
flatMap(([group,wanted])=>{let leftOut=wanted.filter(value=>value.startsWith("-")),values=wanted.filter(value=>!value.startsWith(
"-"));return[...leftOut.map(value=>["not",value.slice(1)]),...values.length?pairsOfGroup(group,values):[]]});return(answer.
any||answer.by==="near")&&pairs.push(["either","yes"]),answer.as_of&&pairs.push(["as-of",answer.as_of]),pairs.map(([name,
value])=>`${name}=${quote(value)}`).join("&")}function pairsOfGroup(group,values){return["thing","source","text"].includes(
group)?[["text",values.map(label).join(" ")]]:group==="months"?[["months",values.join(" ")]]:group==="near"?values.length>
1?values.map(value=>["only",value]):[["near",`1 ${values[0]}`]]:values.map(value=>[["event","engagement"].includes(group)?
"event":group,value])}function pageOf(value){let isWork=roles.get(value)==="thing";return{filters:isWork?{thing:[value]}:
{},show:isWork?"":value,sort:"",count:!1}}let reader=createReadings(box2,lexicon,address),{readingsOf,filter,weigh,titled,
frequency,eventDay,bare,wholes,parametersOf,fill,written}=reader,{keep,lengthen,narrow}=createDeciding(box2,reader,pageOf,
address);function withExamples(name){let types=parametersOf(name),values=Object.entries(box2.questions[name].examples).filter(
([key])=>!["date","period"].includes(types[key]));return{question:name,parameters:fill(name,Object.fromEntries(values)),
rows:[]}}function choices(best,spans){if(best.rivals.length)return best.rivals.map(value=>({value,label:label(value),kind:"\
engagement",text:""}));for(let[i,value]of best.chosen){let own=spans[i].meanings.find(meaning=>meaning[1]===value);if(!own)
continue;let rivals=spans[i].meanings.filter(([role,other,weight])=>other!==value&&role===own[0]&&weight===own[2]),isTitled=own[0]===
"person"&&isBesideOffice(spans,i);if(!(!rivals.some(([,,,uses])=>isTitled||2*uses>own[3])||!(own[2]<FULL||rivals.length)))
return[own,...rivals.sort((a,b)=>b[3]-a[3]||compare(a[1],b[1]))].map(([role,other])=>({value:other,label:label(other),kind:role,
text:spans[i].text}))}return[]}let named=spans=>spans.flatMap(span=>namesOf(span,SHOWN).slice(0,1)).map(([,value])=>reading(
"filter",pageOf(value),new Set));function offersOf(readings,spans){let usual=box2.usual.map(name=>reading("catalogue",withExamples(
name),new Set)),offers=[];for(let{kind,answer}of[...readings.filter(({score})=>score>FAR),...named(spans),...usual]){let text=describe(
kind,answer);offers.some(offer=>offer.label===text)||offers.push({kind,answer,label:text})}return offers.slice(0,OFFERS+
1)}function describe(kind,answer){let text;if(kind==="catalogue"){let values=[...Object.values(answer.parameters),...answer.
rows].map(label);text=box2.questions[answer.question].texts[0]+(values.length?`: ${values.join(", ")}`:"")}else if(kind===
"path")text=`${label(answer.from)} – ${label(answer.to)}`;else if(kind==="ranking")text=[answer.measure,...[...Object.
values(answer.options),...answer.only].map(label)].join(", ");else if(answer.show)text=label(answer.show);else{let{months,
...others}=answer.filters;text=[...Object.values(others).flat().map(label),months?.join("/"),answer.sort,answer.by].filter(
Boolean).join(", ")}return answer.as_of?`${text} (${answer.as_of})`:text}function chips(spans,when,best){return spans.flatMap(
(span,i)=>{let value=best?.chosen.get(i),meanings=span.meanings.filter(([role2,own])=>!UNNAMED.includes(role2)||value&&own===
value),told=[...wordsOf(span)].filter(word=>!IDLE.includes(word)).sort(),role,shown;if(when.used.has(i))[role,shown]=["d\
ate",when.asOf||`${when.first||"…"}/${when.last||"…"}`];else if(value&&!meanings.some(meaning=>meaning[1]===value))[
role,shown]=["engagement",value];else if(value||meanings.length)[role,shown]=meanings.find(meaning=>meaning[1]===value)??
meanings[0];else if(told.length)[role,shown]=["word",told[0]];else if(span.meanings[0]?.[0]==="text")[role,shown]=["text",
span.key];else return[];let alternatives=meanings.filter(([,other])=>other!==shown).slice(0,5).map(([,other])=>({value:other,
label:label(other)}));return[{start:span.start,end:span.end,text:span.text,role,value:shown,label:label(shown),alternatives,
corrected:!!span.written}]})}function fixedIn(spans){let hasWord=(...words)=>spans.some(span=>words.some(word=>wordsOf(span).
has(word))),isPrice=hasWord("money")&&!hasWord("fund"),isSum=hasWord(...SUMMED)||spans.some(span=>namesOf(span,["engagem\
ent","event"]).length>0),fixed=isPrice?["excluded","text"]:["excluded"];return[...spans.keys()].filter(i=>namesOf(spans[i],
fixed).length>0||isPrice&&!isSum&&wordsOf(spans[i]).has("money"))}function isInTitle(i,best,spans,hasRows){let isFilter=namesOf(
spans[i],["text"]).length>0&&best.kind==="filter"&&best.used.has(i),isCounted=spans.some(span=>wordsOf(span).has("many")),
isNamed=[...best.chosen.keys()].some(j=>!wordsOf(spans[j]).size);return isFilter&&isNamed&&!isCounted&&!!hasRows?.(best.
kind,best.answer)}function isSure({kind,answer,used,chosen},spans,when,unknown,hasRows){if(!unknown.length)return!0;let isWeak=word=>box2.
weak.includes(word)||IDLE.includes(word),isStrong=i=>{let words=[...wordsOf(spans[i])];return words.some(word=>!isWeak(word))||
chosen.has(i)&&!words.length},isApart=unknown.every(i=>lexicon.isPlain(spans[i])&&!unknown.includes(i+1)),least=unknown.
reduce((sum,i)=>sum+(spans[i].text.length===1?1:SURE),0);if(!isApart||[...used].filter(isStrong).length<least)return!1;if(kind!==
"filter")return!0;let isNamed=([i,value])=>spans[i].meanings.some(([,other,weight])=>other===value&&weight===FULL),isExplained=(span,i)=>used.
has(i)||when.used.has(i)||unknown.includes(i)||[...wordsOf(span)].some(isWeak);return spans.every(isExplained)&&chosen.size>
0&&[...chosen].every(isNamed)&&!!hasRows?.(kind,answer)}let countriesOf=({answer})=>[...answer.rows??[],...answer.filters?.
country??[]].filter(value=>kinds.country.has(value)),commonIn=spans=>spans.flatMap(span=>namesOf(span,["text"]).slice(0,
1).map(([,value])=>value)).filter(value=>(frequency.get(value)??0)>=COMMON).map(value=>`text ${value}`),pairsOf=parts=>parts.
flatMap((one,i)=>parts.slice(i+1).map(other=>[one,other]));function*withoutSome(spans,when,narrowing){let texts=commonIn(
spans),droppable=[...narrowing,"engagement","event"].filter(group=>!["text","place","months"].includes(group)),parts=Object.
keys(filter(spans,when)?.answer.filters??{}).filter(group=>droppable.includes(group));for(let some of[[...parts,...texts].
map(part=>[part]),pairsOf(parts)])yield*some.flatMap(without=>{let each=filter(spans,when,without),groups=Object.keys(each?.
answer.filters??{});return each&&groups.length>1&&groups.some(group=>group==="text"||WORKS.includes(group))?[each]:[]}).
map(each=>weigh(each,spans,when)).sort((x,y)=>y.score-x.score)}function inTitle(span,value){let isOwn=/^[\0-\x7f]*$/.test(
span.key),ways=isOwn?[keysOf(span)]:written.get(value)??[],all=(ways[0]??[]).filter(word=>!lexicon.stops.has(word)),said=isOwn?
[]:all.filter(word=>!lexicon.isWord(word)),words=said.length?said:all,common=words.filter(word=>ways.every(way=>way.includes(
word)));return common.length?common:words}function*inTitles(spans,when,...ways){for(let[without,way]of UNTITLED.flatMap(
part=>ways.map(each=>[part,each]))){let found=filter(spans,when,without),groups=Object.entries(found?.answer.filters??{}),
titles=groups.filter(([group])=>way.includes(group)).flatMap(([,values])=>values),kept=groups.filter(([group])=>!way.includes(
group)),filters=Object.fromEntries(kept),words=[...found?.chosen??[]].flatMap(([i,value])=>titles.includes(value)?inTitle(
spans[i],value):[]);if(!found||!words.length||titles.length<2&&without.length)continue;let answer={...found.answer,filters:{
...filters,text:[...new Set([...filters.text??[],...words])]}};yield weigh({...found,answer},spans,when)}}function decide(best,options,isEmpty){
let found=options.map(({value:other})=>{let changed=value=>value===options[0].value?other:value,filters=Object.fromEntries(
Object.entries(best.answer.filters).map(([group,values])=>[group,values.map(changed)])),answer={...best.answer,filters,show:best.
answer.show?other:""},chosen=new Map([...best.chosen].map(([i,value])=>[i,changed(value)]));return{...best,answer:{...answer,
address:address(answer)},chosen}}).filter(each=>!isEmpty(each));return found.length===1?[found[0],[]]:[best,options]}function isEither({
answer},spans){let isListed=spans.every(span=>!wordsOf(span).has("and")||wordsOf(span).has("range")),isMutual=spans.some(
span=>MUTUAL.some(word=>wordsOf(span).has(word)));return(answer.filters.near??[]).length>1&&isListed&&!isMutual}function asParties(each,spans,when){
return[...(each.kind==="filter"&&!each.answer.by?byWhom(each.answer,spans,when.used,box2):[]).map(({answer,parts,bias})=>weigh(
reading("filter",answer,new Set([...each.used,...parts]),each.chosen,bias),spans,when)),each]}function*instead(best,readings,spans,when){
let isOfCountry=countriesOf(best).length>0,names=[...best.chosen].filter(([i,name])=>!wordsOf(spans[i]).size&&!kinds.term.
has(name)).map(([,name])=>name),has=(each,name)=>[...each.chosen.values()].includes(name),{rows=[]}=best.answer,areSeveral=rows.
filter(value=>kinds.party.has(value)).length>1,first=[["place",...WORKS],...areSeveral?[["near","place",...WORKS]]:[]],isOpenTo=best.
kind==="filter"||best.kind==="catalogue"&&!Object.keys(best.answer.parameters).length,whole=filter(spans,when);isOpenTo&&
whole?.answer.filters.place&&(yield weigh(whole,spans,when)),isOpenTo&&(yield*inTitles(spans,when,...first));let kept=rows.
filter(value=>kinds.country.has(value)||kinds.party.has(value));if(areSeveral&&(yield{...best,answer:{...best.answer,any:!0}}),
kept.length<rows.length&&best.kind==="catalogue"){let isKept=i=>!rows.includes(best.chosen.get(i))||kept.includes(best.chosen.
get(i));yield{...best,answer:{...best.answer,rows:kept},used:new Set([...best.used].filter(isKept))}}let same=readings.filter(
each=>each.score>=LEAST&&names.every(name=>has(each,name))),isAct=i=>ACTS.some(word=>wordsOf(spans[i]).has(word)),asked=[
...spans.keys()].filter(i=>when.used.has(i)||isAct(i)),inWhole=[...whole?.used??[]].filter(i=>!wordsOf(spans[i]).size);yield*same.
filter(each=>[...asked,...each.kind==="path"?inWhole:[]].every(i=>each.used.has(i)));let pages=best.kind==="path"?[]:titled(
spans,when);if(pages.length){let isNamed=i=>spans[i].meanings.length&&!when.used.has(i)&&!wordsOf(spans[i]).size,used=new Set(
[...spans.keys()].filter(isNamed)),chosen=new Map([[Math.min(...used),pages[0]]]);yield weigh(reading("filter",pageOf(pages[0]),
used,chosen,0,pages.length>1?pages:[]),spans,when)}if(whole&&isEither(whole,spans)&&(yield weigh({...whole,answer:{...whole.
answer,any:!0}},spans,when)),whole&&best.kind==="filter"&&whole.answer.filters.near&&whole.answer.filters.country){let{country,
place=[],...others}=whole.answer.filters;yield weigh({...whole,answer:{...whole.answer,filters:{...others,place:[...country,
...place]}}},spans,when)}let further=[["near","place",...WORKS],["near","place","country",...WORKS]];best.kind!=="path"&&
(yield*inTitles(spans,when,...further));let isOpen=isOfCountry&&names.every(name=>countriesOf(best).includes(name)),narrowing=NARROWING.
filter(group=>!isOpen||group!=="type");yield*withoutSome(spans,when,narrowing);for(let[i,span]of isOfCountry?[]:spans.entries()){
let[name]=namesOf(span,WORKS);name?.[2]===FULL&&(yield weigh(reading("filter",pageOf(name[1]),new Set([i]),new Map([[i,name[1]]])),
spans,when))}for(let group of["status","set"]){let found=filter(spans,when,[group]),groups=Object.keys(found?.answer.filters??
{}),hasForm=groups.includes("form")||groups.includes("type");found&&hasForm&&groups.some(each=>SUBJECTS.includes(each))&&
(yield weigh(found,spans,when))}for(let[place,group]of narrowing.entries()){let without=[...narrowing.slice(0,place+1).filter(
each=>each!=="text"),...commonIn(spans)],found=filter(spans,when,without),groups=Object.keys(found?.answer.filters??{}),
isWhole=LAST.includes(group)?groups.some(each=>WORKS.includes(each)):groups.some(each=>SUBJECTS.includes(each))||found?.
answer.sort||!place&&found?.answer.show;found&&isWhole&&(yield weigh(found,spans,when))}yield*same;let common=box2.names.
filter(([,role,,uses])=>role==="country"&&uses>=COMMON).map(([,,value])=>value);if(whole?.answer.filters.place&&countriesOf(
best).every(each=>common.includes(each))){let found=filter(spans,when,["country"]);found&&(yield weigh(found,spans,when))}
!isOfCountry&&!when.used.size&&(yield*readings.filter(each=>each.score>FAR&&names.some(name=>has(each,name))))}function understand(text,hasRows){
let spans=lexicon.spans(text);exclude(spans);let when=readDates(spans,box2.today,eventDay),all=[...spans.keys()];readInTitles(
spans,when,box2.beside);let unknown=all.filter(i=>!spans[i].meanings.length),readings=readingsOf(spans,when),whole=wholes.
get(bare(spans)),[best]=readings,keys=values=>Object.keys(values).sort().join();whole&&(best?.answer.question!==whole||keys(
best.answer.parameters)!==keys(parametersOf(whole)))&&(best={...reading("catalogue",withExamples(whole),new Set(all)),score:99},
readings.unshift(best));let outside=all.filter(i=>wordsOf(spans[i]).has("outside")&&!when.used.has(i)&&!(best&&isInTitle(
i,best,spans,hasRows))),isEmpty=each=>hasRows?.(each.kind,each.answer)===!1,offers=offersOf(readings,spans).map(offer=>({
offer,last:Number(isEmpty(offer))})).sort((a,b)=>a.last-b.last).map(({offer})=>offer),isIdle=i=>IDLE.some(word=>wordsOf(
spans[i]).has(word)),result=(kind,answer,nearest,reached,left2,reason="")=>({kind,answer,nearest,understood:chips(spans,
when,reached),not_understood:left2,reason}),refuse=(ground,reason="cannot say")=>result("refuse",null,offers.slice(0,OFFERS),
null,ground,reason);if(!best||best.score<LEAST||!whole&&(outside.length||!isSure(best,spans,when,unknown,hasRows))){let ground=[
...outside,...unknown].map(i=>spans[i].text),texts=spans.map(span=>span.text);return refuse(ground.length?ground:texts.length?
texts:[text])}let options=choices(best,spans);if(options.length&&hasRows&&best.chosen.size>1&&best.kind==="filter"&&([best,
options]=decide(best,options,isEmpty)),!options.length&&isEmpty(best)){let other=null,fixed=fixedIn(spans);for(let each of instead(
best,readings,spans,when))if(other=fixed.every(i=>each.used.has(i))&&asParties(each,spans,when).find(way=>!isEmpty(way))||
null,other)break;let places=countriesOf(best),near=[...readings.filter(({score})=>score>FAR),...named(spans)];if(!other&&
(places.length||near.some(each=>!isEmpty(each)))){let ground=[...best.used].sort((a,b)=>a-b).filter(i=>!when.used.has(i)&&
!isIdle(i));return refuse(ground.length?ground.map(i=>spans[i].text):places.length?places:[text],best.answer.filters?.text?
"cannot say":"no rows")}best=keep(other??best,spans,when,isEmpty),best.rivals.length&&(options=choices(best,spans))}hasRows&&
!options.length&&(best=narrow(lengthen(best,spans,when,isEmpty),spans,when,isEmpty));let rest=offers.filter(({answer})=>!isSame(
answer,best.answer)).slice(0,OFFERS);if(options.length)return result("choose",options,rest,best,[]);let isActed=i=>[...wordsOf(
spans[i])].some(word=>best.answer.rows?.includes(box2.acting[word])),left=all.filter(i=>!best.used.has(i)&&!isIdle(i)&&!isActed(
i));return result(best.kind,best.answer,rest,best,left.map(i=>spans[i].text))}return{understand,describe,label,titleOf:name=>box2.
questions[name].texts[0]}}function partsOf2(text,{understood,not_understood:left}){let parts=[];for(let part of understood.filter(each=>!left.includes(
each.text))){let before=parts.at(-1);before?.role==="date"&&part.role==="date"&&!text.slice(before.end,part.start).trim()?
parts[parts.length-1]={...before,end:part.end,text:text.slice(before.start,part.end)}:parts.push(part)}return parts}var box=document.getElementById("search"),field=document.getElementById("words"),byId=id=>document.getElementById(id),MOST=40,
RANKED2={betweenness:"measure=betweenness",pagerank:"measure=pagerank"},COUNTED=["year","province","town","place","secto\
r","country","near","party"],SORTS={money:"6-",latest:"4-",first:"4"},loading=null,fold=text=>text.normalize("NFKD").replace(
/\p{M}/gu,"").toLowerCase();function load(){return loading??=fetch(box.dataset.names??"").then(answer=>{if(!answer.ok)throw new Error(
String(answer.status));return answer.json()}).then(({names,questions})=>{let rows=names.map(([path,kind,name,others])=>{
let text=fold(`${name}
${others}`);return{path,kind,name,text,words:text.split(/[\s\p{P}]+/u)}}),today=questions.today||new Date().toISOString().
slice(0,10);return{rows,known:new Set(rows.flatMap(({words})=>words)),common:new Set(questions.plain),questions:createInterpreter(
{...questions,today})}}),loading}function isNear(a,b){if(Math.abs(a.length-b.length)>1)return!1;let start=0,end=0;for(;start<
a.length&&a[start]===b[start];)start+=1;for(;end<Math.min(a.length,b.length)-start&&a.at(-1-end)===b.at(-1-end);)end+=1;
let x=a.slice(start,a.length-end),y=b.slice(start,b.length-end);return Math.max(x.length,y.length)<=1||x.length===2&&x===
y[1]+y[0]}function rank(row,wanted,phrase){if(!wanted.every(word=>row.text.includes(word)))return 0;let lines=row.text.split(
`
`);return lines.includes(phrase)?5:lines.some(line=>line.startsWith(phrase))?4:wanted.every(word=>row.words.includes(word))?
3:wanted.every(word=>row.words.some(each=>each.startsWith(word)))?2:1}function createElement(tag,text,attributes={}){let element=document.
createElement(tag);element.textContent=text;for(let[name,value]of Object.entries(attributes))element.setAttribute(name,value);
return element}function addressOf(text,kind,answer){let{root}=box.dataset,asked=String(new URLSearchParams({asked:text})),
onMap=(...parts)=>`${root}/map.html#${[...parts.filter(Boolean),asked].join("&")}`,day=answer.as_of?`as-of=${answer.as_of}`:
"";if(kind==="catalogue"){let{question,parameters}=answer;return Object.keys(parameters).length?`${root}/query.html#${new URLSearchParams(
{question,...parameters})}`:`${root}/questions/${question}.html`}if(kind==="path")return onMap(`path=${answer.from}&path\
=${answer.to}`,day);if(kind==="ranking"){let{measure,options,only}=answer,{since,until}=options,months=since||until?`mon\
ths=${(since||"1950-01").slice(0,7)}+${(until||"2049-12").slice(0,7)}`:"",terms=["sector","kind","country"].filter(group=>options[group]).
map(group=>`${group}=${options[group]}`);return onMap(RANKED2[measure]??"view=board",...terms,...only.map(id=>`only=${id}`),
months,day)}if(answer.show)return`${root}/${answer.show.replace(":","/")}.html`;let by=COUNTED.includes(answer.by)?[`by=${answer.
by}`,...(answer.rows??[]).map(ids=>`rows=${ids}`)].join("&"):"";return onMap(answer.sort?`view=table&sort=${SORTS[answer.
sort]}`:"",by,answer.address)}function showUnderstood(questions,text,isNamed){let place=byId("understood"),result=questions.
understand(text),{kind,answer,nearest,not_understood:left}=result,item=each=>{let line=createElement("li","");return line.
append(createElement("a",each.label,{href:addressOf(text,each.kind,each.answer)})),line},list2=offers=>{let items=createElement(
"ul","",{class:"entries"});return items.append(...offers.map(item)),items};if(place.replaceChildren(),kind==="refuse"){if(isNamed)
return!1;let why=`This graph cannot say that (${left.join(", ")}). Nearest:`;return place.append(createElement("p",why),
list2(nearest)),!0}if(kind==="choose"){let things=answer.map(({value,label})=>({kind:"filter",label,answer:{show:value}}));
return place.append(createElement("p",`“${answer[0].text||text}” may mean:`),list2(things)),!0}if(kind==="filter"&&answer.
show)return!1;let parts=partsOf2(text,result).map(({role,text:written,label})=>["word","text","date"].includes(role)?written:
label),missing=left.length?`; not understood: ${left.join(", ")}`:"";return place.append(list2([{kind,answer,label:questions.
describe(kind,answer)}]),createElement("p",`Understood: ${parts.join(" · ")}${missing}`,{class:"soft"})),!0}async function show(){
let phrase=fold(field.value).trim(),list2=byId("found"),count=byId("count"),wanted=phrase.split(/\s+/).filter(Boolean),found,
index;try{index=await load()}catch{loading=null,count.textContent="The list of names could not be loaded; the page needs\
 a web server.";return}if(fold(field.value).trim()!==phrase)return;let{rows,known,common,questions}=index;if(list2.replaceChildren(),
byId("understood").replaceChildren(),count.textContent="",!wanted.length)return;found=rows.map(row=>[rank(row,wanted,phrase),
row]).filter(([points])=>points);let isGuess=!found.some(([points])=>points>1),isAnswered=showUnderstood(questions,field.
value.trim(),!isGuess);if(isGuess&&!isAnswered){let sure=new Set(found.map(([,row])=>row)),isSure=word=>word.length<4||known.
has(word)||isCommon(word,common),isNearly=row=>wanted.every(word=>row.words.some(each=>each.startsWith(word)||!isSure(word)&&
isNear(word,each))),near=rows.filter(row=>!sure.has(row)&&isNearly(row));found=[...found,...near.map(row=>[2,row])]}found.
sort(([a,one],[b,other])=>b-a||one.name.length-other.name.length||(one.path<other.path?-1:1)),found.length?count.textContent=
`${isGuess&&!isAnswered?"No such name. Similar: ":"Found: "}${found.length}`:byId("understood").querySelector("p.soft")||
(count.textContent="Nothing has this name.");for(let[,row]of found.slice(0,MOST)){let item=createElement("li",""),link=createElement(
"a","",{href:`${box.dataset.root}/${row.path}`});link.append(createElement("bdi",row.name)),item.append(link,createElement(
"span",` ${row.kind}`,{class:"soft"})),list2.append(item)}}box.hidden=!1;field.addEventListener("focus",()=>load().catch(
()=>{loading=null}));field.addEventListener("input",show);field.addEventListener("keydown",event=>{event.key==="Enter"&&
box.querySelector("#understood a, #found a")?.click()});var enter=()=>{(field.value||location.hash==="#search")&&field.focus()};
addEventListener("hashchange",enter);addEventListener("load",()=>setTimeout(enter));})();

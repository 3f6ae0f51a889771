/*
rdf-data-factory 1.1.3

The MIT License (MIT)

Copyright © 2020 - now Ruben Taelman

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in
all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN
THE SOFTWARE.
*/
/*
sparqljs 3.7.4

# License
The MIT License (MIT)
Copyright ©2014 Ruben Verborgh

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
*/
"use strict";(()=>{var __create=Object.create;var __defProp=Object.defineProperty;var __getOwnPropDesc=Object.getOwnPropertyDescriptor;var __getOwnPropNames=Object.getOwnPropertyNames;var __getProtoOf=Object.getPrototypeOf,__hasOwnProp=Object.prototype.hasOwnProperty;var __commonJS=(cb,mod)=>function(){try{return mod||(0,cb[__getOwnPropNames(cb)[0]])((mod={exports:{}}).exports,mod),mod.
exports}catch(e){throw mod=0,e}};var __copyProps=(to,from,except,desc)=>{if(from&&typeof from=="object"||typeof from=="function")for(let key of __getOwnPropNames(
from))!__hasOwnProp.call(to,key)&&key!==except&&__defProp(to,key,{get:()=>from[key],enumerable:!(desc=__getOwnPropDesc(from,
key))||desc.enumerable});return to};var __toESM=(mod,isNodeMode,target)=>(target=mod!=null?__create(__getProtoOf(mod)):{},__copyProps(isNodeMode||!mod||!mod.
__esModule?__defProp(target,"default",{value:mod,enumerable:!0}):target,mod));var require_Wildcard=__commonJS({"node_modules/sparqljs/lib/Wildcard.js"(exports,module){var Wildcard=class{constructor(){
return WILDCARD||this}equals(other){return other&&this.termType===other.termType}};Object.defineProperty(Wildcard.prototype,
"value",{enumerable:!0,value:"*"});Object.defineProperty(Wildcard.prototype,"termType",{enumerable:!0,value:"Wildcard"});
var WILDCARD=new Wildcard;module.exports.Wildcard=Wildcard}});var require_SparqlParser=__commonJS({"node_modules/sparqljs/lib/SparqlParser.js"(exports,module){var SparqlParser=(function(){
var o=function(k,v,o2,l){for(o2=o2||{},l=k.length;l--;o2[k[l]]=v);return o2},$V0=[6,12,13,15,16,24,32,36,41,45,100,110,113,
115,116,123,126,131,197,224,229,308,329,330,331,332,333],$V1=[2,247],$V2=[100,110,113,115,116,123,126,131,329,330,331,332,
333],$V3=[2,409],$V4=[1,18],$V5=[1,27],$V6=[13,16,45,197,224,229,308],$V7=[28,29,53],$V8=[28,53],$V9=[1,42],$Va=[1,45],$Vb=[
1,41],$Vc=[1,44],$Vd=[123,126],$Ve=[1,67],$Vf=[39,45,87],$Vg=[13,16,45,197,224,308],$Vh=[1,87],$Vi=[2,281],$Vj=[1,86],$Vk=[
13,16,45,82,87,89,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312],$Vl=[6,28,29,53,63,70,73,81,83,
85],$Vm=[6,13,16,28,29,53,63,70,73,81,83,85,87,308],$Vn=[6,13,16,28,29,45,53,63,70,73,81,82,83,85,87,89,197,231,294,295,
296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,314],$Vo=[6,13,16,28,29,31,39,45,47,48,53,63,70,73,81,82,83,
85,87,89,109,112,121,123,126,128,159,160,161,163,164,174,193,197,224,229,231,232,242,246,250,263,265,272,290,294,295,296,
297,298,299,300,301,302,303,304,305,306,308,309,310,312,314,317,318,335,337,338,340,341,342,343,344,345,346],$Vp=[13,16,
308],$Vq=[112,132,327,334],$Vr=[13,16,112,132,308],$Vs=[1,111],$Vt=[1,117],$Vu=[112,132,327,328,334],$Vv=[13,16,112,132,
308,328],$Vw=[28,29,45,53,87],$Vx=[1,138],$Vy=[1,151],$Vz=[1,128],$VA=[1,127],$VB=[1,129],$VC=[1,140],$VD=[1,141],$VE=[1,
142],$VF=[1,143],$VG=[1,144],$VH=[1,145],$VI=[1,147],$VJ=[1,148],$VK=[2,457],$VL=[1,158],$VM=[1,159],$VN=[1,160],$VO=[1,
152],$VP=[1,153],$VQ=[1,156],$VR=[1,171],$VS=[1,172],$VT=[1,173],$VU=[1,174],$VV=[1,175],$VW=[1,176],$VX=[1,167],$VY=[1,
168],$VZ=[1,169],$V_=[1,170],$V$=[1,157],$V01=[1,166],$V11=[1,161],$V21=[1,162],$V31=[1,163],$V41=[1,164],$V51=[1,165],$V61=[
6,13,16,29,31,45,82,85,87,89,112,159,160,161,163,164,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,
312,335],$V71=[1,195],$V81=[6,31,73,81,83,85],$V91=[2,285],$Va1=[1,199],$Vb1=[1,201],$Vc1=[6,31,70,73,81,83,85],$Vd1=[2,
283],$Ve1=[1,207],$Vf1=[1,218],$Vg1=[1,223],$Vh1=[1,219],$Vi1=[1,225],$Vj1=[1,226],$Vk1=[1,224],$Vl1=[6,63,70,73,81,83,85],
$Vm1=[1,236],$Vn1=[2,334],$Vo1=[1,243],$Vp1=[1,241],$Vq1=[6,193],$Vr1=[2,349],$Vs1=[2,339],$Vt1=[28,128],$Vu1=[47,48,193,
272],$Vv1=[47,48,193,242,272],$Vw1=[47,48,193,242,246,272],$Vx1=[47,48,193,242,246,250,263,265,272,290,297,298,299,300,301,
302,341,342,343,344,345,346],$Vy1=[39,47,48,193,242,246,250,263,265,272,290,297,298,299,300,301,302,338,341,342,343,344,
345,346],$Vz1=[1,271],$VA1=[1,270],$VB1=[6,13,16,29,31,39,45,47,48,70,73,76,78,81,82,83,85,87,89,112,159,160,161,163,164,
193,231,242,246,250,263,265,268,269,270,271,272,273,274,276,277,279,280,283,285,290,294,295,296,297,298,299,300,301,302,
303,304,305,306,308,309,310,312,335,338,341,342,343,344,345,346,347,348,349,350,351],$VC1=[1,281],$VD1=[1,280],$VE1=[13,
16,29,31,39,45,47,48,82,85,87,89,112,159,160,161,163,164,174,193,197,224,229,231,232,242,246,250,263,265,272,290,294,295,
296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,314,317,318,335,338,341,342,343,344,345,346],$VF1=[45,89],$VG1=[
13,16,29,31,39,45,47,48,82,85,87,89,112,159,160,161,163,164,174,193,197,224,229,231,232,242,246,250,263,265,272,290,292,
293,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,314,317,318,335,338,341,342,343,344,345,346],$VH1=[
13,16,31,82,174,294,295,296,297,298,299,300,301,302,303,304,305,306,308,312],$VI1=[31,89],$VJ1=[48,87],$VK1=[6,13,16,45,
48,82,87,89,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,337,338],$VL1=[6,13,16,39,45,48,82,87,
89,231,263,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,337,338,340],$VM1=[1,313],$VN1=[6,85],$VO1=[
6,31,81,83,85],$VP1=[2,361],$VQ1=[2,353],$VR1=[1,343],$VS1=[31,112,335],$VT1=[13,16,29,31,45,48,82,85,87,89,112,159,160,
161,163,164,193,197,224,229,231,232,272,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,317,318,335],
$VU1=[13,16,29,31,45,48,82,85,87,89,112,159,160,161,163,164,193,197,224,229,231,232,272,294,295,296,297,298,299,300,301,
302,303,304,305,306,308,309,310,312,314,317,318,335],$VV1=[6,109,193],$VW1=[31,112],$VX1=[13,16,45,82,87,224,263,265,268,
269,270,271,273,274,276,277,279,280,283,285,294,295,296,297,298,299,300,301,302,303,304,305,306,308,312,346,347,348,349,
350,351],$VY1=[1,390],$VZ1=[1,391],$V_1=[13,16,87,197,308,314],$V$1=[13,16,39,45,82,87,224,263,265,268,269,270,271,273,274,
276,277,279,280,283,285,294,295,296,297,298,299,300,301,302,303,304,305,306,308,312,346,347,348,349,350,351],$V02=[1,417],
$V12=[1,418],$V22=[13,16,48,197,229,308],$V32=[6,31,85],$V42=[6,13,16,31,45,73,81,83,85,268,269,270,271,273,274,276,277,
279,280,283,285,308,346,347,348,349,350,351],$V52=[6,13,16,29,31,45,73,76,78,81,82,83,85,87,89,112,159,160,161,163,164,231,
268,269,270,271,273,274,276,277,279,280,283,285,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,335,
346,347,348,349,350,351],$V62=[29,31,85,112,159,160,161,163,164],$V72=[1,443],$V82=[1,444],$V92=[1,449],$Va2=[31,112,193,
232,318,335],$Vb2=[13,16,45,48,82,87,89,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312],$Vc2=[13,
16,31,45,48,82,87,89,112,193,231,232,272,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,317,318,335],
$Vd2=[13,16,29,31,45,48,82,85,87,89,112,159,160,161,163,164,193,231,232,272,294,295,296,297,298,299,300,301,302,303,304,
305,306,308,309,310,312,317,318,335],$Ve2=[13,16,31,48,82,174,294,295,296,297,298,299,300,301,302,303,304,305,306,308,312],
$Vf2=[31,45],$Vg2=[1,507],$Vh2=[1,508],$Vi2=[6,13,16,29,31,39,45,47,48,63,70,73,76,78,81,82,83,85,87,89,112,159,160,161,
163,164,193,231,242,246,250,263,265,268,269,270,271,272,273,274,276,277,279,280,283,285,290,294,295,296,297,298,299,300,
301,302,303,304,305,306,308,309,310,312,335,336,338,341,342,343,344,345,346,347,348,349,350,351],$Vj2=[29,31,85,112,159,
160,161,163,164,335],$Vk2=[6,13,16,31,45,70,73,81,83,85,87,268,269,270,271,273,274,276,277,279,280,283,285,308,346,347,348,
349,350,351],$Vl2=[13,16,31,45,48,82,87,89,112,193,197,231,232,272,294,295,296,297,298,299,300,301,302,303,304,305,306,308,
309,310,312,317,318,335],$Vm2=[2,352],$Vn2=[13,16,197,308,314],$Vo2=[1,565],$Vp2=[6,13,16,31,45,76,78,81,83,85,87,268,269,
270,271,273,274,276,277,279,280,283,285,308,346,347,348,349,350,351],$Vq2=[13,16,29,31,45,82,85,87,89,112,159,160,161,163,
164,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312],$Vr2=[13,16,29,31,45,82,85,87,89,112,159,160,
161,163,164,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312,335],$Vs2=[13,16,87,308],$Vt2=[2,364],
$Vu2=[29,31,85,112,159,160,161,163,164,193,232,318,335],$Vv2=[31,112,193,232,272,318,335],$Vw2=[2,359],$Vx2=[13,16,48,82,
174,294,295,296,297,298,299,300,301,302,303,304,305,306,308,312],$Vy2=[29,31,85,112,159,160,161,163,164,193,232,272,318,
335],$Vz2=[13,16,31,45,82,87,89,112,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312],$VA2=[2,347],
parser={trace:function(){},yy:{},symbols_:{error:2,QueryOrUpdate:3,Prologue:4,QueryOrUpdate_group0:5,EOF:6,Query:7,Qry:8,
Query_option0:9,Prologue_repetition0:10,BaseDecl:11,BASE:12,IRIREF:13,PrefixDecl:14,PREFIX:15,PNAME_NS:16,SelectClauseWildcard:17,
Qry_repetition0:18,WhereClause:19,SolutionModifierNoGroup:20,SelectClauseVars:21,Qry_repetition1:22,SolutionModifier:23,
CONSTRUCT:24,ConstructTemplate:25,Qry_repetition2:26,Qry_repetition3:27,WHERE:28,"{":29,Qry_option0:30,"}":31,DESCRIBE:32,
Qry_group0:33,Qry_repetition4:34,Qry_option1:35,ASK:36,Qry_repetition5:37,SelectClauseBase:38,"*":39,SelectClauseVars_repetition_plus0:40,
SELECT:41,SelectClauseBase_option0:42,SelectClauseItem:43,Var:44,"(":45,Expression:46,AS:47,")":48,SubSelect:49,SubSelect_option0:50,
SubSelect_option1:51,DatasetClause:52,FROM:53,DatasetClause_option0:54,iri:55,WhereClause_option0:56,GroupGraphPattern:57,
SolutionModifier_option0:58,SolutionModifierNoGroup_option0:59,SolutionModifierNoGroup_option1:60,SolutionModifierNoGroup_option2:61,
GroupClause:62,GROUP:63,BY:64,GroupClause_repetition_plus0:65,GroupCondition:66,BuiltInCall:67,FunctionCall:68,HavingClause:69,
HAVING:70,HavingClause_repetition_plus0:71,OrderClause:72,ORDER:73,OrderClause_repetition_plus0:74,OrderCondition:75,ASC:76,
BrackettedExpression:77,DESC:78,Constraint:79,LimitOffsetClauses:80,LIMIT:81,INTEGER:82,OFFSET:83,ValuesClause:84,VALUES:85,
InlineData:86,VAR:87,InlineData_repetition0:88,NIL:89,InlineData_repetition1:90,InlineData_repetition_plus2:91,InlineData_repetition3:92,
DataBlock:93,DataBlockValueList:94,DataBlockValueList_repetition_plus0:95,Update:96,Update_repetition0:97,Update1:98,Update_option0:99,
LOAD:100,Update1_option0:101,Update1_option1:102,Update1_group0:103,Update1_option2:104,GraphRefAll:105,Update1_group1:106,
Update1_option3:107,GraphOrDefault:108,TO:109,CREATE:110,Update1_option4:111,GRAPH:112,INSERTDATA:113,QuadPattern:114,DELETEDATA:115,
DELETEWHERE:116,Update1_option5:117,InsertDeleteClause:118,Update1_repetition0:119,IntoGraphClause:120,INTO:121,GraphRef:122,
DELETE:123,InsertDeleteClause_option0:124,InsertClause:125,INSERT:126,UsingClause:127,USING:128,UsingClause_option0:129,
WithClause:130,WITH:131,DEFAULT:132,GraphOrDefault_option0:133,GraphRefAll_group0:134,Quads:135,Quads_option0:136,Quads_repetition0:137,
QuadsNotTriples:138,VarOrIri:139,QuadsNotTriples_option0:140,QuadsNotTriples_option1:141,QuadsNotTriples_option2:142,TriplesTemplate:143,
TriplesTemplate_repetition0:144,TriplesSameSubject:145,TriplesTemplate_option0:146,GroupGraphPatternSub:147,GroupGraphPatternSub_option0:148,
GroupGraphPatternSub_repetition0:149,GroupGraphPatternSubTail:150,GraphPatternNotTriples:151,GroupGraphPatternSubTail_option0:152,
GroupGraphPatternSubTail_option1:153,TriplesBlock:154,TriplesBlock_repetition0:155,TriplesSameSubjectPath:156,TriplesBlock_option0:157,
GroupOrUnionGraphPattern:158,OPTIONAL:159,MINUS:160,SERVICE:161,GraphPatternNotTriples_option0:162,FILTER:163,BIND:164,InlineDataOneVar:165,
InlineDataFull:166,InlineDataOneVar_repetition0:167,InlineDataFull_repetition0:168,InlineDataFull_repetition_plus1:169,InlineDataFull_repetition2:170,
DataBlockValue:171,Literal:172,QuotedTriple:173,UNDEF:174,GroupOrUnionGraphPattern_repetition0:175,ArgList:176,ArgList_option0:177,
ArgList_repetition0:178,ExpressionList:179,ExpressionList_repetition0:180,ConstructTemplate_option0:181,ConstructTriples:182,
ConstructTriples_repetition0:183,ConstructTriples_option0:184,VarOrTermOrQuotedTP:185,PropertyListNotEmpty:186,TriplesNode:187,
PropertyList:188,PropertyList_option0:189,VerbObjectList:190,PropertyListNotEmpty_repetition0:191,SemiOptionalVerbObjectList:192,
";":193,SemiOptionalVerbObjectList_option0:194,Verb:195,ObjectList:196,a:197,ObjectList_repetition0:198,Object:199,GraphNode:200,
Object_option0:201,PropertyListPathNotEmpty:202,TriplesNodePath:203,TriplesSameSubjectPath_option0:204,O:205,PropertyListPathNotEmpty_repetition0:206,
PropertyListPathNotEmptyTail:207,O_group0:208,ObjectListPath:209,ObjectListPath_repetition0:210,ObjectPath:211,GraphNodePath:212,
ObjectPath_option0:213,Path:214,Path_repetition0:215,PathSequence:216,PathSequence_repetition0:217,PathEltOrInverse:218,
PathElt:219,PathPrimary:220,PathElt_option0:221,PathEltOrInverse_option0:222,IriOrA:223,"!":224,PathNegatedPropertySet:225,
PathOneInPropertySet:226,PathNegatedPropertySet_repetition0:227,PathNegatedPropertySet_option0:228,"^":229,TriplesNode_repetition_plus0:230,
"[":231,"]":232,TriplesNodePath_repetition_plus0:233,VarOrTermOrQuotedTPExpr:234,VarOrTerm:235,GraphTerm:236,BlankNode:237,
ConditionalOrExpression:238,ConditionalAndExpression:239,ConditionalOrExpression_repetition0:240,ConditionalOrExpressionTail:241,
"||":242,RelationalExpression:243,ConditionalAndExpression_repetition0:244,ConditionalAndExpressionTail:245,"&&":246,NumericExpression:247,
RelationalExpression_group0:248,RelationalExpression_option0:249,IN:250,MultiplicativeExpression:251,NumericExpression_repetition0:252,
AdditiveExpressionTail:253,AdditiveExpressionTail_group0:254,NumericLiteralPositive:255,AdditiveExpressionTail_repetition0:256,
NumericLiteralNegative:257,AdditiveExpressionTail_repetition1:258,UnaryExpression:259,MultiplicativeExpression_repetition0:260,
MultiplicativeExpressionTail:261,MultiplicativeExpressionTail_group0:262,"+":263,PrimaryExpression:264,"-":265,ExprQuotedTP:266,
Aggregate:267,FUNC_ARITY0:268,FUNC_ARITY1:269,FUNC_ARITY1_SPARQL_STAR:270,FUNC_ARITY2:271,",":272,FUNC_ARITY3:273,FUNC_ARITY3_SPARQL_STAR:274,
BuiltInCall_group0:275,BOUND:276,BNODE:277,BuiltInCall_option0:278,EXISTS:279,COUNT:280,Aggregate_option0:281,Aggregate_group0:282,
FUNC_AGGREGATE:283,Aggregate_option1:284,GROUP_CONCAT:285,Aggregate_option2:286,Aggregate_option3:287,GroupConcatSeparator:288,
SEPARATOR:289,"=":290,String:291,LANGTAG:292,"^^":293,DECIMAL:294,DOUBLE:295,BOOLEAN:296,INTEGER_POSITIVE:297,DECIMAL_POSITIVE:298,
DOUBLE_POSITIVE:299,INTEGER_NEGATIVE:300,DECIMAL_NEGATIVE:301,DOUBLE_NEGATIVE:302,STRING_LITERAL1:303,STRING_LITERAL2:304,
STRING_LITERAL_LONG1:305,STRING_LITERAL_LONG2:306,PrefixedName:307,PNAME_LN:308,BLANK_NODE_LABEL:309,ANON:310,QuotedTP:311,
"<<":312,qtSubjectOrObject:313,">>":314,DataValueTerm:315,AnnotationPattern:316,"{|":317,"|}":318,AnnotationPatternPath:319,
ExprVarOrTerm:320,QueryOrUpdate_group0_option0:321,Prologue_repetition0_group0:322,Qry_group0_repetition_plus0:323,SelectClauseBase_option0_group0:324,
DISTINCT:325,REDUCED:326,NAMED:327,SILENT:328,CLEAR:329,DROP:330,ADD:331,MOVE:332,COPY:333,ALL:334,".":335,UNION:336,"|":337,
"/":338,PathElt_option0_group0:339,"?":340,"!=":341,"<":342,">":343,"<=":344,">=":345,NOT:346,CONCAT:347,COALESCE:348,SUBSTR:349,
REGEX:350,REPLACE:351,$accept:0,$end:1},terminals_:{2:"error",6:"EOF",12:"BASE",13:"IRIREF",15:"PREFIX",16:"PNAME_NS",24:"\
CONSTRUCT",28:"WHERE",29:"{",31:"}",32:"DESCRIBE",36:"ASK",39:"*",41:"SELECT",45:"(",47:"AS",48:")",53:"FROM",63:"GROUP",
64:"BY",70:"HAVING",73:"ORDER",76:"ASC",78:"DESC",81:"LIMIT",82:"INTEGER",83:"OFFSET",85:"VALUES",87:"VAR",89:"NIL",100:"\
LOAD",109:"TO",110:"CREATE",112:"GRAPH",113:"INSERTDATA",115:"DELETEDATA",116:"DELETEWHERE",121:"INTO",123:"DELETE",126:"\
INSERT",128:"USING",131:"WITH",132:"DEFAULT",159:"OPTIONAL",160:"MINUS",161:"SERVICE",163:"FILTER",164:"BIND",174:"UNDEF",
193:";",197:"a",224:"!",229:"^",231:"[",232:"]",242:"||",246:"&&",250:"IN",263:"+",265:"-",268:"FUNC_ARITY0",269:"FUNC_A\
RITY1",270:"FUNC_ARITY1_SPARQL_STAR",271:"FUNC_ARITY2",272:",",273:"FUNC_ARITY3",274:"FUNC_ARITY3_SPARQL_STAR",276:"BOUN\
D",277:"BNODE",279:"EXISTS",280:"COUNT",283:"FUNC_AGGREGATE",285:"GROUP_CONCAT",289:"SEPARATOR",290:"=",292:"LANGTAG",293:"\
^^",294:"DECIMAL",295:"DOUBLE",296:"BOOLEAN",297:"INTEGER_POSITIVE",298:"DECIMAL_POSITIVE",299:"DOUBLE_POSITIVE",300:"IN\
TEGER_NEGATIVE",301:"DECIMAL_NEGATIVE",302:"DOUBLE_NEGATIVE",303:"STRING_LITERAL1",304:"STRING_LITERAL2",305:"STRING_LIT\
ERAL_LONG1",306:"STRING_LITERAL_LONG2",308:"PNAME_LN",309:"BLANK_NODE_LABEL",310:"ANON",312:"<<",314:">>",317:"{|",318:"\
|}",325:"DISTINCT",326:"REDUCED",327:"NAMED",328:"SILENT",329:"CLEAR",330:"DROP",331:"ADD",332:"MOVE",333:"COPY",334:"AL\
L",335:".",336:"UNION",337:"|",338:"/",340:"?",341:"!=",342:"<",343:">",344:"<=",345:">=",346:"NOT",347:"CONCAT",348:"CO\
ALESCE",349:"SUBSTR",350:"REGEX",351:"REPLACE"},productions_:[0,[3,3],[7,2],[4,1],[11,2],[14,3],[8,4],[8,4],[8,5],[8,7],
[8,5],[8,4],[17,2],[21,2],[38,2],[43,1],[43,5],[49,4],[49,4],[52,3],[19,2],[23,2],[20,3],[62,3],[66,1],[66,1],[66,3],[66,
5],[66,1],[69,2],[72,3],[75,2],[75,2],[75,1],[75,1],[80,2],[80,2],[80,4],[80,4],[84,2],[86,4],[86,4],[86,6],[86,2],[94,3],
[96,3],[98,4],[98,3],[98,5],[98,4],[98,2],[98,2],[98,2],[98,5],[120,2],[118,3],[118,1],[125,2],[127,3],[130,2],[108,1],[
108,2],[122,2],[105,1],[105,1],[114,3],[135,2],[138,7],[143,3],[57,3],[57,3],[147,2],[150,3],[154,3],[151,1],[151,2],[151,
2],[151,3],[151,4],[151,2],[151,6],[151,1],[93,1],[93,1],[165,4],[166,4],[166,6],[171,1],[171,1],[171,1],[171,1],[158,2],
[79,1],[79,1],[79,1],[68,2],[176,1],[176,5],[179,1],[179,4],[25,3],[182,3],[145,2],[145,2],[188,1],[186,2],[192,2],[190,
2],[195,1],[195,1],[196,2],[199,2],[156,2],[156,2],[202,2],[207,1],[207,2],[205,2],[209,2],[211,2],[214,2],[216,2],[219,
2],[218,2],[220,1],[220,2],[220,3],[225,1],[225,1],[225,4],[226,1],[226,2],[187,3],[187,3],[203,3],[203,3],[200,1],[200,
1],[212,1],[212,1],[234,1],[235,1],[235,1],[139,1],[139,1],[44,1],[236,1],[236,1],[236,1],[236,1],[46,1],[238,2],[241,2],
[239,2],[245,2],[243,1],[243,3],[243,4],[247,2],[253,2],[253,2],[253,2],[251,2],[261,2],[259,2],[259,2],[259,2],[259,1],
[264,1],[264,1],[264,1],[264,1],[264,1],[264,1],[264,1],[77,3],[67,1],[67,2],[67,4],[67,4],[67,6],[67,8],[67,8],[67,2],[
67,4],[67,2],[67,4],[67,3],[267,5],[267,5],[267,6],[288,4],[172,1],[172,2],[172,3],[172,1],[172,1],[172,1],[172,1],[172,
1],[172,1],[255,1],[255,1],[255,1],[257,1],[257,1],[257,1],[291,1],[291,1],[291,1],[291,1],[55,1],[55,1],[307,1],[307,1],
[237,1],[237,1],[311,5],[173,5],[313,1],[313,1],[313,1],[313,1],[313,1],[315,1],[315,1],[315,1],[185,1],[185,1],[185,1],
[316,3],[319,3],[266,5],[320,1],[320,1],[320,1],[223,1],[223,1],[321,0],[321,1],[5,1],[5,1],[5,1],[9,0],[9,1],[322,1],[322,
1],[10,0],[10,2],[18,0],[18,2],[22,0],[22,2],[26,0],[26,2],[27,0],[27,2],[30,0],[30,1],[323,1],[323,2],[33,1],[33,1],[34,
0],[34,2],[35,0],[35,1],[37,0],[37,2],[40,1],[40,2],[324,1],[324,1],[42,0],[42,1],[50,0],[50,1],[51,0],[51,1],[54,0],[54,
1],[56,0],[56,1],[58,0],[58,1],[59,0],[59,1],[60,0],[60,1],[61,0],[61,1],[65,1],[65,2],[71,1],[71,2],[74,1],[74,2],[88,0],
[88,2],[90,0],[90,2],[91,1],[91,2],[92,0],[92,2],[95,1],[95,2],[97,0],[97,4],[99,0],[99,2],[101,0],[101,1],[102,0],[102,
1],[103,1],[103,1],[104,0],[104,1],[106,1],[106,1],[106,1],[107,0],[107,1],[111,0],[111,1],[117,0],[117,1],[119,0],[119,
2],[124,0],[124,1],[129,0],[129,1],[133,0],[133,1],[134,1],[134,1],[134,1],[136,0],[136,1],[137,0],[137,2],[140,0],[140,
1],[141,0],[141,1],[142,0],[142,1],[144,0],[144,3],[146,0],[146,1],[148,0],[148,1],[149,0],[149,2],[152,0],[152,1],[153,
0],[153,1],[155,0],[155,3],[157,0],[157,1],[162,0],[162,1],[167,0],[167,2],[168,0],[168,2],[169,1],[169,2],[170,0],[170,
2],[175,0],[175,3],[177,0],[177,1],[178,0],[178,3],[180,0],[180,3],[181,0],[181,1],[183,0],[183,3],[184,0],[184,1],[189,
0],[189,1],[191,0],[191,2],[194,0],[194,1],[198,0],[198,3],[201,0],[201,1],[204,0],[204,1],[206,0],[206,2],[208,1],[208,
1],[210,0],[210,3],[213,0],[213,1],[215,0],[215,3],[217,0],[217,3],[339,1],[339,1],[339,1],[221,0],[221,1],[222,0],[222,
1],[227,0],[227,3],[228,0],[228,1],[230,1],[230,2],[233,1],[233,2],[240,0],[240,2],[244,0],[244,2],[248,1],[248,1],[248,
1],[248,1],[248,1],[248,1],[249,0],[249,1],[252,0],[252,2],[254,1],[254,1],[256,0],[256,2],[258,0],[258,2],[260,0],[260,
2],[262,1],[262,1],[275,1],[275,1],[275,1],[275,1],[275,1],[278,0],[278,1],[281,0],[281,1],[282,1],[282,1],[284,0],[284,
1],[286,0],[286,1],[287,0],[287,1]],performAction:function(yytext,yyleng,yylineno,yy,yystate,$$,_$){var $0=$$.length-1;switch(yystate){case 1:
if($$[$0-1]=$$[$0-1]||{},Parser3.base&&($$[$0-1].base=Parser3.base),Parser3.base="",$$[$0-1].prefixes=Parser3.prefixes,Parser3.
prefixes=null,Parser3.pathOnly){if($$[$0-1].type==="path"||"termType"in $$[$0-1])return $$[$0-1];throw new Error("Receiv\
ed full SPARQL query in path only mode")}else if($$[$0-1].type==="path"||"termType"in $$[$0-1])throw new Error("Received\
 only path in full SPARQL mode");if($$[$0-1].type==="update"){let insertBnodesAll={};for(let update of $$[$0-1].updates)
if(update.updateType==="insert"){let insertBnodes={};for(let operation2 of update.insert)if(operation2.type==="bgp"||operation2.
type==="graph")for(let triple2 of operation2.triples)triple2.subject.termType==="BlankNode"&&(insertBnodes[triple2.subject.
value]=!0),triple2.predicate.termType==="BlankNode"&&(insertBnodes[triple2.predicate.value]=!0),triple2.object.termType===
"BlankNode"&&(insertBnodes[triple2.object.value]=!0);for(let bnode of Object.keys(insertBnodes)){if(insertBnodesAll[bnode])
throw new Error("Detected reuse blank node across different INSERT DATA clauses");insertBnodesAll[bnode]=!0}}}return $$[$0-
1];case 2:this.$={...$$[$0-1],...$$[$0],type:"query"};break;case 4:Parser3.base=resolveIRI($$[$0]);break;case 5:Parser3.
prefixes||(Parser3.prefixes={}),$$[$0-1]=$$[$0-1].substr(0,$$[$0-1].length-1),$$[$0]=resolveIRI($$[$0]),Parser3.prefixes[$$[$0-
1]]=$$[$0];break;case 6:this.$={...$$[$0-3],...groupDatasets($$[$0-2]),...$$[$0-1],...$$[$0]};break;case 7:if(!Parser3.skipValidation&&
(flatten($$[$0-3].variables.map(vars=>getAggregatesOfExpression(vars.expression))).some(agg=>agg.aggregation==="count"&&
!(agg.expression instanceof Wildcard))||$$[$0].group)){for(let selectVar of $$[$0-3].variables)if(selectVar.termType==="\
Variable"){if(!$$[$0].group||!$$[$0].group.map(groupVar=>getExpressionId(groupVar)).includes(getExpressionId(selectVar)))
throw Error("Projection of ungrouped variable (?"+getExpressionId(selectVar)+")")}else if(getAggregatesOfExpression(selectVar.
expression).length===0){let usedVars=getVariablesFromExpression(selectVar.expression);for(let usedVar of usedVars)if(!$$[$0].
group||!$$[$0].group.map||!$$[$0].group.map(groupVar=>getExpressionId(groupVar)).includes(getExpressionId(usedVar)))throw Error(
"Use of ungrouped variable in projection of operation (?"+getExpressionId(usedVar)+")")}}let subqueries=$$[$0-1].where.filter(
w=>w.type==="query");if(subqueries.length>0){let selectedVarIds2=$$[$0-3].variables.filter(v=>v.variable&&v.variable.value).
map(v=>v.variable.value),subqueryIds=flatten(subqueries.map(sub=>sub.variables)).map(v=>v.value||v.variable.value);for(let selectedVarId of selectedVarIds2)
if(subqueryIds.indexOf(selectedVarId)>=0)throw Error("Target id of 'AS' (?"+selectedVarId+") already used in subquery")}
this.$=extend($$[$0-3],groupDatasets($$[$0-2]),$$[$0-1],$$[$0]);break;case 8:this.$=extend({queryType:"CONSTRUCT",template:$$[$0-
3]},groupDatasets($$[$0-2]),$$[$0-1],$$[$0]);break;case 9:this.$=extend({queryType:"CONSTRUCT",template:$$[$0-2]=$$[$0-2]?
$$[$0-2].triples:[]},groupDatasets($$[$0-5]),{where:[{type:"bgp",triples:appendAllTo([],$$[$0-2])}]},$$[$0]);break;case 10:
this.$=extend({queryType:"DESCRIBE",variables:$$[$0-3]==="*"?[new Wildcard]:$$[$0-3]},groupDatasets($$[$0-2]),$$[$0-1],$$[$0]);
break;case 11:this.$=extend({queryType:"ASK"},groupDatasets($$[$0-2]),$$[$0-1],$$[$0]);break;case 12:this.$=extend($$[$0-
1],{variables:[new Wildcard]});break;case 13:let selectedVarIds=$$[$0].map(v=>v.value||v.variable.value),duplicates=getDuplicatesInArray(
selectedVarIds);if(duplicates.length>0)throw Error("Two or more of the resulting columns have the same name (?"+duplicates[0]+
")");this.$=extend($$[$0-1],{variables:$$[$0]});break;case 14:this.$=extend({queryType:"SELECT"},$$[$0]&&($$[$0-1]=lowercase(
$$[$0]),$$[$0]={},$$[$0][$$[$0-1]]=!0,$$[$0]));break;case 16:case 27:this.$=expression($$[$0-3],{variable:$$[$0-1]});break;case 17:case 18:
this.$=extend($$[$0-3],$$[$0-2],$$[$0-1],$$[$0],{type:"query"});break;case 19:case 58:this.$={iri:$$[$0],named:!!$$[$0-1]};
break;case 20:this.$={where:$$[$0].patterns};break;case 21:this.$=extend($$[$0-1],$$[$0]);break;case 22:this.$=extend($$[$0-
2],$$[$0-1],$$[$0]);break;case 23:this.$={group:$$[$0]};break;case 24:case 25:case 28:case 31:case 33:case 34:this.$=expression(
$$[$0]);break;case 26:this.$=expression($$[$0-1]);break;case 29:this.$={having:$$[$0]};break;case 30:this.$={order:$$[$0]};
break;case 32:this.$=expression($$[$0],{descending:!0});break;case 35:this.$={limit:toInt($$[$0])};break;case 36:this.$=
{offset:toInt($$[$0])};break;case 37:this.$={limit:toInt($$[$0-2]),offset:toInt($$[$0])};break;case 38:this.$={limit:toInt(
$$[$0]),offset:toInt($$[$0-2])};break;case 39:case 43:this.$={type:"values",values:$$[$0]};break;case 40:case 84:this.$=
$$[$0-1].map(v=>({[$$[$0-3]]:v}));break;case 41:case 85:this.$=$$[$0-1].map(()=>({}));break;case 42:case 86:var length=$$[$0-
4].length;$$[$0-4]=$$[$0-4].map(toVar),this.$=$$[$0-1].map(function(values){if(values.length!==length)throw Error("Incon\
sistent VALUES length");for(var valuesObject={},i=0;i<length;i++)valuesObject["?"+$$[$0-4][i].value]=values[i];return valuesObject});
break;case 44:case 65:case 100:case 126:case 175:this.$=$$[$0-1];break;case 45:this.$={type:"update",updates:appendTo($$[$0-
2],$$[$0-1])};break;case 46:this.$=extend({type:"load",silent:!!$$[$0-2],source:$$[$0-1]},$$[$0]&&{destination:$$[$0]});
break;case 47:this.$={type:lowercase($$[$0-2]),silent:!!$$[$0-1],graph:$$[$0]};break;case 48:this.$={type:lowercase($$[$0-
4]),silent:!!$$[$0-3],source:$$[$0-2],destination:$$[$0]};break;case 49:this.$={type:"create",silent:!!$$[$0-2],graph:{type:"\
graph",name:$$[$0]}};break;case 50:this.$={updateType:"insert",insert:ensureNoVariables($$[$0])};break;case 51:this.$={updateType:"\
delete",delete:ensureNoBnodes(ensureNoVariables($$[$0]))};break;case 52:this.$={updateType:"deletewhere",delete:ensureNoBnodes(
$$[$0])};break;case 53:this.$={updateType:"insertdelete",...$$[$0-4],...$$[$0-3],...groupDatasets($$[$0-2],"using"),where:$$[$0].
patterns};break;case 54:case 57:case 62:case 167:case 191:case 236:this.$=$$[$0];break;case 55:this.$={delete:ensureNoBnodes(
$$[$0-1]),insert:$$[$0]||[]};break;case 56:this.$={delete:[],insert:$$[$0]};break;case 59:this.$={graph:$$[$0]};break;case 60:
this.$={type:"graph",default:!0};break;case 61:case 63:this.$={type:"graph",name:$$[$0]};break;case 64:this.$={[lowercase(
$$[$0])]:!0};break;case 66:this.$=$$[$0-1]?unionAll($$[$0],[$$[$0-1]]):unionAll($$[$0]);break;case 67:var graph=extend($$[$0-
3]||{triples:[]},{type:"graph",name:$$[$0-5]});this.$=$$[$0]?[graph,$$[$0]]:[graph];break;case 68:case 73:this.$={type:"\
bgp",triples:unionAll($$[$0-2],[$$[$0-1]])};break;case 69:this.$={type:"group",patterns:[$$[$0-1]]};break;case 70:for(let binding of $$[$0-
1].filter(el=>el.type==="bind")){let index=$$[$0-1].indexOf(binding),boundVars=new Set;for(let el of $$[$0-1].slice(0,index))
(el.type==="group"||el.type==="bgp")&&getBoundVarsFromGroupGraphPattern(el).forEach(boundVar=>boundVars.add(boundVar));if(boundVars.
has(binding.variable.value))throw Error("Variable used to bind is already bound (?"+binding.variable.value+")")}this.$={
type:"group",patterns:$$[$0-1]};break;case 71:this.$=$$[$0-1]?unionAll([$$[$0-1]],$$[$0]):unionAll($$[$0]);break;case 72:
this.$=$$[$0]?[$$[$0-2],$$[$0]]:$$[$0-2];break;case 75:this.$=extend($$[$0],{type:"optional"});break;case 76:this.$=extend(
$$[$0],{type:"minus"});break;case 77:this.$=extend($$[$0],{type:"graph",name:$$[$0-1]});break;case 78:this.$=extend($$[$0],
{type:"service",name:$$[$0-1],silent:!!$$[$0-2]});break;case 79:this.$={type:"filter",expression:$$[$0]};break;case 80:this.
$={type:"bind",variable:$$[$0-1],expression:$$[$0-3]};break;case 89:this.$=ensureSparqlStar($$[$0]);break;case 90:this.$=
void 0;break;case 91:this.$=$$[$0-1].length?{type:"union",patterns:unionAll($$[$0-1].map(degroupSingle),[degroupSingle($$[$0])])}:
$$[$0];break;case 95:this.$={...$$[$0],function:$$[$0-1]};break;case 96:this.$={type:"functionCall",args:[]};break;case 97:
this.$={type:"functionCall",args:appendTo($$[$0-2],$$[$0-1]),distinct:!!$$[$0-3]};break;case 98:case 115:case 128:case 247:case 249:case 251:case 253:case 255:case 263:case 267:case 297:case 299:case 303:case 307:case 328:case 341:case 349:case 355:case 361:case 367:case 369:case 373:case 375:case 379:case 381:case 385:case 391:case 395:case 401:case 405:case 409:case 411:case 420:case 428:case 430:case 440:case 444:case 446:case 448:
this.$=[];break;case 99:this.$=appendTo($$[$0-2],$$[$0-1]);break;case 101:this.$=unionAll($$[$0-2],[$$[$0-1]]);break;case 102:case 112:
this.$=applyAnnotations($$[$0].map(t=>extend(triple($$[$0-1]),t)));break;case 103:this.$=applyAnnotations(appendAllTo($$[$0].
map(t=>extend(triple($$[$0-1].entity),t)),$$[$0-1].triples));break;case 105:this.$=unionAll([$$[$0-1]],$$[$0]);break;case 106:
this.$=unionAll($$[$0]);break;case 107:this.$=objectListToTriples($$[$0-1],$$[$0]);break;case 109:case 237:this.$=Parser3.
factory.namedNode(RDF_TYPE);break;case 110:case 118:this.$=appendTo($$[$0-1],$$[$0]);break;case 111:this.$=$$[$0]?{annotation:$$[$0],
object:$$[$0-1]}:$$[$0-1];break;case 113:this.$=$$[$0]?applyAnnotations(appendAllTo($$[$0].map(t=>extend(triple($$[$0-1].
entity),t)),$$[$0-1].triples)):$$[$0-1].triples;break;case 114:this.$=objectListToTriples(...$$[$0-1],$$[$0]);break;case 116:
this.$=objectListToTriples(...$$[$0]);break;case 117:case 159:case 163:this.$=[$$[$0-1],$$[$0]];break;case 119:this.$=$$[$0]?
{object:$$[$0-1],annotation:$$[$0]}:$$[$0-1];break;case 120:this.$=$$[$0-1].length?path("|",appendTo($$[$0-1],$$[$0])):$$[$0];
break;case 121:this.$=$$[$0-1].length?path("/",appendTo($$[$0-1],$$[$0])):$$[$0];break;case 122:this.$=$$[$0]?path($$[$0],
[$$[$0-1]]):$$[$0-1];break;case 123:this.$=$$[$0-1]?path($$[$0-1],[$$[$0]]):$$[$0];break;case 125:case 131:this.$=path($$[$0-
1],[$$[$0]]);break;case 129:this.$=path("|",appendTo($$[$0-2],$$[$0-1]));break;case 132:case 134:this.$=createList($$[$0-
1]);break;case 133:case 135:this.$=createAnonymousObject($$[$0-1]);break;case 140:this.$={entity:$$[$0],triples:[]};break;case 145:
this.$=toVar($$[$0]);break;case 149:this.$=Parser3.factory.namedNode(RDF_NIL);break;case 151:case 153:case 158:case 162:
this.$=createOperationTree($$[$0-1],$$[$0]);break;case 152:this.$=["||",$$[$0]];break;case 154:this.$=["&&",$$[$0]];break;case 156:
this.$=operation($$[$0-1],[$$[$0-2],$$[$0]]);break;case 157:this.$=operation($$[$0-2]?"notin":"in",[$$[$0-3],$$[$0]]);break;case 160:
this.$=["+",createOperationTree($$[$0-1],$$[$0])];break;case 161:var negatedLiteral=createTypedLiteral($$[$0-1].value.replace(
"-",""),$$[$0-1].datatype);this.$=["-",createOperationTree(negatedLiteral,$$[$0])];break;case 164:this.$=operation("UPLU\
S",[$$[$0]]);break;case 165:this.$=operation($$[$0-1],[$$[$0]]);break;case 166:this.$=operation("UMINUS",[$$[$0]]);break;case 177:
this.$=operation(lowercase($$[$0-1]));break;case 178:this.$=operation(lowercase($$[$0-3]),[$$[$0-1]]);break;case 179:this.
$=ensureSparqlStar(operation(lowercase($$[$0-3]),[$$[$0-1]]));break;case 180:this.$=operation(lowercase($$[$0-5]),[$$[$0-
3],$$[$0-1]]);break;case 181:this.$=operation(lowercase($$[$0-7]),[$$[$0-5],$$[$0-3],$$[$0-1]]);break;case 182:this.$=ensureSparqlStar(
operation(lowercase($$[$0-7]),[$$[$0-5],$$[$0-3],$$[$0-1]]));break;case 183:this.$=operation(lowercase($$[$0-1]),$$[$0]);
break;case 184:this.$=operation("bound",[toVar($$[$0-1])]);break;case 185:this.$=operation($$[$0-1],[]);break;case 186:this.
$=operation($$[$0-3],[$$[$0-1]]);break;case 187:this.$=operation($$[$0-2]?"notexists":"exists",[degroupSingle($$[$0])]);
break;case 188:case 189:this.$=expression($$[$0-1],{type:"aggregate",aggregation:lowercase($$[$0-4]),distinct:!!$$[$0-2]});
break;case 190:this.$=expression($$[$0-2],{type:"aggregate",aggregation:lowercase($$[$0-5]),distinct:!!$$[$0-3],separator:typeof $$[$0-
1]=="string"?$$[$0-1]:" "});break;case 192:this.$=createTypedLiteral($$[$0]);break;case 193:this.$=createLangLiteral($$[$0-
1],lowercase($$[$0].substr(1)));break;case 194:this.$=createTypedLiteral($$[$0-2],$$[$0]);break;case 195:case 204:this.$=
createTypedLiteral($$[$0],XSD_INTEGER);break;case 196:case 205:this.$=createTypedLiteral($$[$0],XSD_DECIMAL);break;case 197:case 206:
this.$=createTypedLiteral(lowercase($$[$0]),XSD_DOUBLE);break;case 200:this.$=createTypedLiteral($$[$0].toLowerCase(),XSD_BOOLEAN);
break;case 201:this.$=createTypedLiteral($$[$0].substr(1),XSD_INTEGER);break;case 202:this.$=createTypedLiteral($$[$0].substr(
1),XSD_DECIMAL);break;case 203:this.$=createTypedLiteral($$[$0].substr(1).toLowerCase(),XSD_DOUBLE);break;case 207:case 208:
this.$=unescapeString($$[$0],1);break;case 209:case 210:this.$=unescapeString($$[$0],3);break;case 211:this.$=Parser3.factory.
namedNode(resolveIRI($$[$0]));break;case 213:var namePos=$$[$0].indexOf(":"),prefix=$$[$0].substr(0,namePos),expansion=Parser3.
prefixes[prefix];if(!expansion)throw new Error("Unknown prefix: "+prefix);var uriString=resolveIRI(expansion+$$[$0].substr(
namePos+1));this.$=Parser3.factory.namedNode(uriString);break;case 214:if($$[$0]=$$[$0].substr(0,$$[$0].length-1),!($$[$0]in
Parser3.prefixes))throw new Error("Unknown prefix: "+$$[$0]);var uriString=resolveIRI(Parser3.prefixes[$$[$0]]);this.$=Parser3.
factory.namedNode(uriString);break;case 215:this.$=blank($$[$0].replace(/^(_:)/,""));break;case 216:this.$=blank();break;case 217:case 218:case 232:
this.$=ensureSparqlStar(nestedTriple($$[$0-3],$$[$0-2],$$[$0-1]));break;case 230:case 231:this.$=ensureSparqlStar($$[$0-
1]);break;case 248:case 250:case 252:case 254:case 256:case 260:case 264:case 268:case 270:case 292:case 294:case 296:case 298:case 300:case 302:case 304:case 306:case 329:case 342:case 356:case 368:case 370:case 372:case 374:case 392:case 402:case 425:case 427:case 429:case 431:case 441:case 445:case 447:case 449:
$$[$0-1].push($$[$0]);break;case 259:case 269:case 291:case 293:case 295:case 301:case 305:case 371:case 424:case 426:this.
$=[$$[$0]];break;case 308:$$[$0-3].push($$[$0-2]);break;case 350:case 362:case 376:case 380:case 382:case 386:case 396:case 406:case 410:case 412:case 421:
$$[$0-2].push($$[$0-1]);break}},table:[o($V0,$V1,{3:1,4:2,10:3}),{1:[3]},o($V2,[2,307],{5:4,7:5,321:6,214:7,8:8,96:9,215:10,
17:11,21:12,97:16,38:17,6:[2,238],13:$V3,16:$V3,45:$V3,197:$V3,224:$V3,229:$V3,308:$V3,24:[1,13],32:[1,14],36:[1,15],41:$V4}),
o([6,13,16,24,32,36,41,45,100,110,113,115,116,123,126,131,197,224,229,308,329,330,331,332,333],[2,3],{322:19,11:20,14:21,
12:[1,22],15:[1,23]}),{6:[1,24]},{6:[2,240]},{6:[2,241]},{6:[2,242]},{6:[2,243],9:25,84:26,85:$V5},{6:[2,239]},o($V6,[2,
411],{216:28,217:29}),o($V7,[2,249],{18:30}),o($V7,[2,251],{22:31}),o($V8,[2,255],{25:32,27:33,29:[1,34]}),{13:$V9,16:$Va,
33:35,39:[1,37],44:39,55:40,87:$Vb,139:38,307:43,308:$Vc,323:36},o($V7,[2,267],{37:46}),o($Vd,[2,326],{98:47,103:49,106:50,
117:55,130:61,100:[1,48],110:[1,51],113:[1,52],115:[1,53],116:[1,54],131:[1,62],329:[1,56],330:[1,57],331:[1,58],332:[1,
59],333:[1,60]}),{39:[1,63],40:64,43:65,44:66,45:$Ve,87:$Vb},o($Vf,[2,273],{42:68,324:69,325:[1,70],326:[1,71]}),o($V0,[
2,248]),o($V0,[2,245]),o($V0,[2,246]),{13:[1,72]},{16:[1,73]},{1:[2,1]},{6:[2,2]},{6:[2,244]},{45:[1,77],85:[1,78],86:74,
87:[1,75],89:[1,76]},o([6,13,16,45,48,82,87,89,231,294,295,296,297,298,299,300,301,302,303,304,305,306,308,309,310,312],
[2,120],{337:[1,79]}),o($Vg,[2,418],{218:80,222:81,229:[1,82]}),{19:83,28:$Vh,29:$Vi,52:84,53:$Vj,56:85},{19:88,28:$Vh,29:$Vi,
52:89,53:$Vj,56:85},o($V7,[2,253],{26:90}),{28:[1,91],52:92,53:$Vj},o($Vk,[2,385],{181:93,182:94,183:95,31:[2,383]}),o($Vl,
[2,263],{34:96}),o($Vl,[2,261],{44:39,55:40,307:43,139:97,13:$V9,16:$Va,87:$Vb,308:$Vc}),o($Vl,[2,262]),o($Vm,[2,259]),o(
$Vn,[2,143]),o($Vn,[2,144]),o([6,13,16,28,29,31,39,45,47,48,53,63,70,73,76,78,81,82,83,85,87,89,112,159,160,161,163,164,
193,197,224,229,231,232,242,246,250,263,265,268,269,270,271,272,273,274,276,277,279,280,283,285,290,294,295,296,297,298,
299,300,301,302,303,304,305,306,308,309,310,312,314,317,318,335,338,341,342,343,344,345,346,347,348,349,350,351],[2,145]),
o($Vo,[2,211]),o($Vo,[2,212]),o($Vo,[2,213]),o($Vo,[2,214]),{19:98,28:$Vh,29:$Vi,52:99,53:$Vj,56:85},{6:[2,309],99:100,193:[
1,101]},o($Vp,[2,311],{101:102,328:[1,103]}),o($Vq,[2,317],{104:104,328:[1,105]}),o($Vr,[2,322],{107:106,328:[1,107]}),{
111:108,112:[2,324],328:[1,109]},{29:$Vs,114:110},{29:$Vs,114:112},{29:$Vs,114:113},{118:114,123:[1,115],125:116,126:$Vt},
o($Vu,[2,315]),o($Vu,[2,316]),o($Vv,[2,319]),o($Vv,[2,320]),o($Vv,[2,321]),o($Vd,[2,327]),{13:$V9,16:$Va,55:118,307:43,308:$Vc},
o($V7,[2,12]),o($V7,[2,13],{44:66,43:119,45:$Ve,87:$Vb}),o($Vw,[2,269]),o($Vw,[2,15]),{13:$V9,16:$Va,44:136,45:$Vx,46:120,
55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,
263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,
279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,
304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($Vf,[2,14]),o($Vf,
[2,274]),o($Vf,[2,271]),o($Vf,[2,272]),o($V0,[2,4]),{13:[1,177]},o($V61,[2,39]),{29:[1,178]},{29:[1,179]},{87:[1,181],91:180},
{45:[1,187],87:[1,185],89:[1,186],93:182,165:183,166:184},o($V6,[2,410]),o([6,13,16,45,48,82,87,89,231,294,295,296,297,298,
299,300,301,302,303,304,305,306,308,309,310,312,337],[2,121],{338:[1,188]}),{13:$V9,16:$Va,45:[1,193],55:194,197:$V71,219:189,
220:190,223:191,224:[1,192],307:43,308:$Vc},o($Vg,[2,419]),o($V81,$V91,{20:196,59:197,69:198,70:$Va1}),o($V7,[2,250]),{29:$Vb1,
57:200},o($Vp,[2,279],{54:202,327:[1,203]}),{29:[2,282]},o($Vc1,$Vd1,{23:204,58:205,62:206,63:$Ve1}),o($V7,[2,252]),{19:208,
28:$Vh,29:$Vi,52:209,53:$Vj,56:85},{29:[1,210]},o($V8,[2,256]),{31:[1,211]},{31:[2,384]},{13:$V9,16:$Va,44:215,45:$Vf1,55:220,
82:$Vy,87:$Vb,89:$Vg1,145:212,172:221,185:213,187:214,231:$Vh1,236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,
297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,
312:$Vk1},o($Vl1,[2,265],{56:85,35:227,52:228,19:229,28:$Vh,29:$Vi,53:$Vj}),o($Vm,[2,260]),o($Vc1,$Vd1,{58:205,62:206,23:230,
63:$Ve1}),o($V7,[2,268]),{6:[2,45]},o($V0,$V1,{10:3,4:231}),{13:$V9,16:$Va,55:232,307:43,308:$Vc},o($Vp,[2,312]),{105:233,
112:$Vm1,122:234,132:[1,237],134:235,327:[1,238],334:[1,239]},o($Vq,[2,318]),o($Vp,$Vn1,{108:240,133:242,112:$Vo1,132:$Vp1}),
o($Vr,[2,323]),{112:[1,244]},{112:[2,325]},o($Vq1,[2,50]),o($Vk,$Vr1,{135:245,136:246,143:247,144:248,31:$Vs1,112:$Vs1}),
o($Vq1,[2,51]),o($Vq1,[2,52]),o($Vt1,[2,328],{119:249}),{29:$Vs,114:250},o($Vt1,[2,56]),{29:$Vs,114:251},o($Vd,[2,59]),o(
$Vw,[2,270]),{47:[1,252]},o($Vu1,[2,150]),o($Vv1,[2,428],{240:253}),o($Vw1,[2,430],{244:254}),o($Vw1,[2,155],{248:255,249:256,
250:[2,438],290:[1,257],341:[1,258],342:[1,259],343:[1,260],344:[1,261],345:[1,262],346:[1,263]}),o($Vx1,[2,440],{252:264}),
o($Vy1,[2,448],{260:265}),{13:$V9,16:$Va,44:136,45:$Vx,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,255:154,257:155,
264:266,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,
283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,
306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,55:133,
67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,255:154,257:155,264:267,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,
274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,
299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,
350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,255:154,257:155,264:268,
266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,
285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,
307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($Vy1,[2,167]),o($Vy1,[2,168]),o($Vy1,[2,
169]),o($Vy1,[2,170],{176:269,45:$Vz1,89:$VA1}),o($Vy1,[2,171]),o($Vy1,[2,172]),o($Vy1,[2,173]),o($Vy1,[2,174]),{13:$V9,
16:$Va,44:136,45:$Vx,46:272,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,
255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,
276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,
301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},
o($VB1,[2,176]),{89:[1,273]},{45:[1,274]},{45:[1,275]},{45:[1,276]},{45:[1,277]},{45:[1,278]},{45:$VC1,89:$VD1,179:279},
{45:[1,282]},{45:[1,284],89:[1,283]},{279:[1,285]},o($VE1,[2,192],{292:[1,286],293:[1,287]}),o($VE1,[2,195]),o($VE1,[2,196]),
o($VE1,[2,197]),o($VE1,[2,198]),o($VE1,[2,199]),o($VE1,[2,200]),{13:$V9,16:$Va,44:39,55:40,82:$Vy,87:$Vb,139:289,172:291,
255:154,257:155,266:290,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,
305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,320:288},{45:[1,292]},{45:[1,293]},{45:[1,294]},o($VF1,[2,452]),o($VF1,[2,453]),o(
$VF1,[2,454]),o($VF1,[2,455]),o($VF1,[2,456]),{279:[2,458]},o($VG1,[2,207]),o($VG1,[2,208]),o($VG1,[2,209]),o($VG1,[2,210]),
o($VE1,[2,201]),o($VE1,[2,202]),o($VE1,[2,203]),o($VE1,[2,204]),o($VE1,[2,205]),o($VE1,[2,206]),o($V0,[2,5]),o($VH1,[2,297],
{88:295}),o($VI1,[2,299],{90:296}),{48:[1,297],87:[1,298]},o($VJ1,[2,301]),o($V61,[2,43]),o($V61,[2,82]),o($V61,[2,83]),
{29:[1,299]},{29:[1,300]},{87:[1,302],169:301},o($V6,[2,412]),o($VK1,[2,123]),o($VK1,[2,416],{221:303,339:304,39:[1,306],
263:[1,307],340:[1,305]}),o($VL1,[2,124]),{13:$V9,16:$Va,45:[1,311],55:194,89:[1,310],197:$V71,223:312,225:308,226:309,229:$VM1,
307:43,308:$Vc},o($V6,$V3,{215:10,214:314}),o($VL1,[2,236]),o($VL1,[2,237]),o($VN1,[2,6]),o($VO1,[2,287],{60:315,72:316,
73:[1,317]}),o($V81,[2,286]),{13:$V9,16:$Va,45:$Vx,55:323,67:321,68:322,71:318,77:320,79:319,267:139,268:$VC,269:$VD,270:$VE,
271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,307:43,308:$Vc,346:$V01,347:$V11,
348:$V21,349:$V31,350:$V41,351:$V51},o([6,31,63,70,73,81,83,85],[2,20]),o($Vk,$VP1,{38:17,49:324,147:325,17:326,21:327,148:328,
154:329,155:330,29:$VQ1,31:$VQ1,85:$VQ1,112:$VQ1,159:$VQ1,160:$VQ1,161:$VQ1,163:$VQ1,164:$VQ1,41:$V4}),{13:$V9,16:$Va,55:331,
307:43,308:$Vc},o($Vp,[2,280]),o($VN1,[2,7]),o($V81,$V91,{59:197,69:198,20:332,70:$Va1}),o($Vc1,[2,284]),{64:[1,333]},o(
$Vc1,$Vd1,{58:205,62:206,23:334,63:$Ve1}),o($V7,[2,254]),o($Vk,$Vr1,{144:248,30:335,143:336,31:[2,257]}),o($V7,[2,100]),
{31:[2,387],184:337,335:[1,338]},{13:$V9,16:$Va,44:39,55:40,87:$Vb,139:342,186:339,190:340,195:341,197:$VR1,307:43,308:$Vc},
o($VS1,[2,389],{44:39,55:40,307:43,190:340,195:341,139:342,188:344,189:345,186:346,13:$V9,16:$Va,87:$Vb,197:$VR1,308:$Vc}),
o($VT1,[2,227]),o($VT1,[2,228]),o($VT1,[2,229]),{13:$V9,16:$Va,44:215,45:$Vf1,55:220,82:$Vy,87:$Vb,89:$Vg1,172:221,185:351,
187:350,200:348,230:347,231:$Vh1,234:349,236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,
299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,312:$Vk1},{13:$V9,
16:$Va,44:39,55:40,87:$Vb,139:342,186:352,190:340,195:341,197:$VR1,307:43,308:$Vc},o($VT1,[2,146]),o($VT1,[2,147]),o($VT1,
[2,148]),o($VT1,[2,149]),{13:$V9,16:$Va,44:354,55:355,82:$Vy,87:$Vb,172:357,237:356,255:154,257:155,291:150,294:$VO,295:$VP,
296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,
311:358,312:$Vk1,313:353},o($VU1,[2,215]),o($VU1,[2,216]),o($Vc1,$Vd1,{58:205,62:206,23:359,63:$Ve1}),o($Vl,[2,264]),o($Vl1,
[2,266]),o($VN1,[2,11]),o($V2,[2,308],{6:[2,310]}),o($Vq1,[2,313],{102:360,120:361,121:[1,362]}),o($Vq1,[2,47]),o($Vq1,[
2,63]),o($Vq1,[2,64]),{13:$V9,16:$Va,55:363,307:43,308:$Vc},o($Vq1,[2,336]),o($Vq1,[2,337]),o($Vq1,[2,338]),{109:[1,364]},
o($VV1,[2,60]),{13:$V9,16:$Va,55:365,307:43,308:$Vc},o($Vp,[2,335]),{13:$V9,16:$Va,55:366,307:43,308:$Vc},{31:[1,367]},o(
$VW1,[2,341],{137:368}),o($VW1,[2,340]),{13:$V9,16:$Va,44:215,45:$Vf1,55:220,82:$Vy,87:$Vb,89:$Vg1,145:369,172:221,185:213,
187:214,231:$Vh1,236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,
302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,312:$Vk1},{28:[1,370],127:371,128:[1,372]},
o($Vt1,[2,330],{124:373,125:374,126:$Vt}),o($Vt1,[2,57]),{44:375,87:$Vb},o($Vu1,[2,151],{241:376,242:[1,377]}),o($Vv1,[2,
153],{245:378,246:[1,379]}),{13:$V9,16:$Va,44:136,45:$Vx,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,247:380,
251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,
275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,
300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,
351:$V51},{250:[1,381]},o($VX1,[2,432]),o($VX1,[2,433]),o($VX1,[2,434]),o($VX1,[2,435]),o($VX1,[2,436]),o($VX1,[2,437]),
{250:[2,439]},o([47,48,193,242,246,250,272,290,341,342,343,344,345,346],[2,158],{253:382,254:383,255:384,257:385,263:[1,
386],265:[1,387],297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW}),o($Vx1,[2,162],{261:388,262:389,39:$VY1,338:$VZ1}),o(
$Vy1,[2,164]),o($Vy1,[2,165]),o($Vy1,[2,166]),o($VB1,[2,95]),o($VB1,[2,96]),o($VX1,[2,377],{177:392,325:[1,393]}),{48:[1,
394]},o($VB1,[2,177]),{13:$V9,16:$Va,44:136,45:$Vx,46:395,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,
239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,
271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,
297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,
348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:396,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,
224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,
269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,
295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,
347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:397,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,
172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:398,55:133,67:132,68:134,77:131,82:$Vy,
87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:399,55:133,67:132,68:134,77:131,82:$Vy,
87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($VB1,[2,183]),o($VB1,[2,98]),o($VX1,[2,381],{180:400}),{87:[1,401]},
o($VB1,[2,185]),{13:$V9,16:$Va,44:136,45:$Vx,46:402,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,
243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,
273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,
298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,
349:$V31,350:$V41,351:$V51},{29:$Vb1,57:403},o($VE1,[2,193]),{13:$V9,16:$Va,55:404,307:43,308:$Vc},{13:$V9,16:$Va,44:39,
55:40,87:$Vb,139:342,195:405,197:$VR1,307:43,308:$Vc},o($V_1,[2,233]),o($V_1,[2,234]),o($V_1,[2,235]),o($V$1,[2,459],{281:406,
325:[1,407]}),o($VX1,[2,463],{284:408,325:[1,409]}),o($VX1,[2,465],{286:410,325:[1,411]}),{13:$V9,16:$Va,31:[1,412],55:414,
82:$Vy,171:413,172:415,173:416,174:$V02,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,
301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V12},{31:[1,419],89:[1,420]},{29:[1,421]},o($VJ1,[2,
302]),o($VH1,[2,367],{167:422}),o($VI1,[2,369],{168:423}),{48:[1,424],87:[1,425]},o($VJ1,[2,371]),o($VK1,[2,122]),o($VK1,
[2,417]),o($VK1,[2,413]),o($VK1,[2,414]),o($VK1,[2,415]),o($VL1,[2,125]),o($VL1,[2,127]),o($VL1,[2,128]),o($V22,[2,420],
{227:426}),o($VL1,[2,130]),{13:$V9,16:$Va,55:194,197:$V71,223:427,307:43,308:$Vc},{48:[1,428]},o($V32,[2,289],{61:429,80:430,
81:[1,431],83:[1,432]}),o($VO1,[2,288]),{64:[1,433]},o($V81,[2,29],{307:43,267:139,275:146,278:149,77:320,67:321,68:322,
55:323,79:434,13:$V9,16:$Va,45:$Vx,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,276:$VI,277:$VJ,279:$VK,280:$VL,283:$VM,
285:$VN,308:$Vc,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51}),o($V42,[2,293]),o($V52,[2,92]),o($V52,[2,93]),o(
$V52,[2,94]),{45:$Vz1,89:$VA1,176:269},{31:[1,435]},{31:[1,436]},{19:437,28:$Vh,29:$Vi,56:85},{19:438,28:$Vh,29:$Vi,56:85},
o($V62,[2,355],{149:439}),o($V62,[2,354]),{13:$V9,16:$Va,44:215,45:$V72,55:220,82:$Vy,87:$Vb,89:$Vg1,156:440,172:221,185:441,
203:442,231:$V82,236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,
302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,312:$Vk1},o($Vl,[2,19]),o($V32,[2,21]),
{13:$V9,16:$Va,44:450,45:$V92,55:323,65:445,66:446,67:447,68:448,87:$Vb,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,
274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,307:43,308:$Vc,346:$V01,347:$V11,348:$V21,349:$V31,
350:$V41,351:$V51},o($VN1,[2,8]),{31:[1,451]},{31:[2,258]},{31:[2,101]},o($Vk,[2,386],{31:[2,388]}),o($VS1,[2,102]),o($Va2,
[2,391],{191:452}),o($Vk,[2,395],{196:453,198:454}),o($Vk,[2,108]),o($Vk,[2,109]),o($VS1,[2,103]),o($VS1,[2,104]),o($VS1,
[2,390]),{13:$V9,16:$Va,44:215,45:$Vf1,48:[1,455],55:220,82:$Vy,87:$Vb,89:$Vg1,172:221,185:351,187:350,200:456,231:$Vh1,
234:349,236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,
303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,312:$Vk1},o($Vb2,[2,424]),o($Vc2,[2,136]),o($Vc2,
[2,137]),o($Vd2,[2,140]),{232:[1,457]},{13:$V9,16:$Va,44:39,55:40,87:$Vb,139:342,195:458,197:$VR1,307:43,308:$Vc},o($V_1,
[2,219]),o($V_1,[2,220]),o($V_1,[2,221]),o($V_1,[2,222]),o($V_1,[2,223]),o($VN1,[2,10]),o($Vq1,[2,46]),o($Vq1,[2,314]),{
112:$Vm1,122:459},o($Vq1,[2,62]),o($Vp,$Vn1,{133:242,108:460,112:$Vo1,132:$Vp1}),o($VV1,[2,61]),o($Vq1,[2,49]),o([6,28,126,
128,193],[2,65]),{31:[2,66],112:[1,462],138:461},o($VW1,[2,351],{146:463,335:[1,464]}),{29:$Vb1,57:465},o($Vt1,[2,329]),
o($Vp,[2,332],{129:466,327:[1,467]}),o($Vt1,[2,55]),o($Vt1,[2,331]),{48:[1,468]},o($Vv1,[2,429]),{13:$V9,16:$Va,44:136,45:$Vx,
55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,239:469,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,
264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,
280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,
305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($Vw1,[2,431]),{13:$V9,16:$Va,
44:136,45:$Vx,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,243:470,247:124,251:125,255:154,257:155,259:126,
263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,
279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,
304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($Vw1,[2,156]),{45:$VC1,
89:$VD1,179:471},o($Vx1,[2,441]),{13:$V9,16:$Va,44:136,45:$Vx,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,
251:472,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,
275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,
300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,
351:$V51},o($Vy1,[2,444],{256:473}),o($Vy1,[2,446],{258:474}),o($VX1,[2,442]),o($VX1,[2,443]),o($Vy1,[2,449]),{13:$V9,16:$Va,
44:136,45:$Vx,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,255:154,257:155,259:475,263:$VA,264:130,265:$VB,
266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,
285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,
307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($VX1,[2,450]),o($VX1,[2,451]),o($VX1,[2,
379],{178:476}),o($VX1,[2,378]),o([6,13,16,29,31,39,45,47,48,73,76,78,81,82,83,85,87,89,112,159,160,161,163,164,193,231,
242,246,250,263,265,268,269,270,271,272,273,274,276,277,279,280,283,285,290,294,295,296,297,298,299,300,301,302,303,304,
305,306,308,309,310,312,335,338,341,342,343,344,345,346,347,348,349,350,351],[2,175]),{48:[1,477]},{48:[1,478]},{272:[1,
479]},{272:[1,480]},{272:[1,481]},{13:$V9,16:$Va,44:136,45:$Vx,46:482,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,
224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,
269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,
295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,
347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{48:[1,483]},{48:[1,484]},o($VB1,[2,187]),o($VE1,[2,194]),{13:$V9,16:$Va,44:39,
55:40,82:$Vy,87:$Vb,139:289,172:291,255:154,257:155,266:290,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,
301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,320:485},{13:$V9,16:$Va,39:[1,487],44:136,45:$Vx,
46:488,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,
259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,
278:149,279:$VK,280:$VL,282:486,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,
302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o(
$V$1,[2,460]),{13:$V9,16:$Va,44:136,45:$Vx,46:489,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,
243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,
273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,
298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,
349:$V31,350:$V41,351:$V51},o($VX1,[2,464]),{13:$V9,16:$Va,44:136,45:$Vx,46:490,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,
172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($VX1,[2,466]),o($V61,[2,40]),o($VH1,[2,298]),o($Ve2,[2,87]),o($Ve2,
[2,88]),o($Ve2,[2,89]),o($Ve2,[2,90]),{13:$V9,16:$Va,55:492,82:$Vy,172:493,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,
297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,311:494,312:$Vk1,315:491},
o($V61,[2,41]),o($VI1,[2,300]),o($Vf2,[2,303],{92:495}),{13:$V9,16:$Va,31:[1,496],55:414,82:$Vy,171:497,172:415,173:416,
174:$V02,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,
305:$VZ,306:$V_,307:43,308:$Vc,312:$V12},{31:[1,498],89:[1,499]},{29:[1,500]},o($VJ1,[2,372]),{13:$V9,16:$Va,48:[2,422],
55:194,197:$V71,223:312,226:502,228:501,229:$VM1,307:43,308:$Vc},o($VL1,[2,131]),o($VL1,[2,126]),o($V32,[2,22]),o($V32,[
2,290]),{82:[1,503]},{82:[1,504]},{13:$V9,16:$Va,44:510,45:$Vx,55:323,67:321,68:322,74:505,75:506,76:$Vg2,77:320,78:$Vh2,
79:509,87:$Vb,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,
285:$VN,307:43,308:$Vc,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($V42,[2,294]),o($Vi2,[2,69]),o($Vi2,[2,70]),
o($V81,$V91,{59:197,69:198,20:511,70:$Va1}),o($Vc1,$Vd1,{58:205,62:206,23:512,63:$Ve1}),{29:[2,375],31:[2,71],84:522,85:$V5,
112:[1,518],150:513,151:514,158:515,159:[1,516],160:[1,517],161:[1,519],163:[1,520],164:[1,521],175:523},o($V62,[2,363],
{157:524,335:[1,525]}),o($V6,$V3,{215:10,202:526,205:527,208:528,214:529,44:530,87:$Vb}),o($Vj2,[2,399],{215:10,205:527,
208:528,214:529,44:530,204:531,202:532,13:$V3,16:$V3,45:$V3,197:$V3,224:$V3,229:$V3,308:$V3,87:$Vb}),{13:$V9,16:$Va,44:215,
45:$V72,55:220,82:$Vy,87:$Vb,89:$Vg1,172:221,185:351,203:536,212:534,231:$V82,233:533,234:535,236:216,237:222,255:154,257:155,
291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,
309:$Vi1,310:$Vj1,311:217,312:$Vk1},o($V6,$V3,{215:10,205:527,208:528,214:529,44:530,202:537,87:$Vb}),o($Vc1,[2,23],{307:43,
267:139,275:146,278:149,55:323,67:447,68:448,44:450,66:538,13:$V9,16:$Va,45:$V92,87:$Vb,268:$VC,269:$VD,270:$VE,271:$VF,
273:$VG,274:$VH,276:$VI,277:$VJ,279:$VK,280:$VL,283:$VM,285:$VN,308:$Vc,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51}),
o($Vk2,[2,291]),o($Vk2,[2,24]),o($Vk2,[2,25]),{13:$V9,16:$Va,44:136,45:$Vx,46:539,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,
172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($Vk2,[2,28]),o($Vc1,$Vd1,{58:205,62:206,23:540,63:$Ve1}),o([31,
112,232,318,335],[2,105],{192:541,193:[1,542]}),o($Va2,[2,107]),{13:$V9,16:$Va,44:215,45:$Vf1,55:220,82:$Vy,87:$Vb,89:$Vg1,
172:221,185:351,187:350,199:543,200:544,231:$Vh1,234:349,236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,
297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,
312:$Vk1},o($Vl2,[2,132]),o($Vb2,[2,425]),o($Vl2,[2,133]),{13:$V9,16:$Va,44:354,55:355,82:$Vy,87:$Vb,172:357,237:356,255:154,
257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,
307:43,308:$Vc,309:$Vi1,310:$Vj1,311:358,312:$Vk1,313:545},o($Vq1,[2,54]),o($Vq1,[2,48]),o($VW1,[2,342]),{13:$V9,16:$Va,
44:39,55:40,87:$Vb,139:546,307:43,308:$Vc},o($VW1,[2,68]),o($Vk,[2,350],{31:$Vm2,112:$Vm2}),o($Vq1,[2,53]),{13:$V9,16:$Va,
55:547,307:43,308:$Vc},o($Vp,[2,333]),o($Vw,[2,16]),o($Vv1,[2,152]),o($Vw1,[2,154]),o($Vw1,[2,157]),o($Vx1,[2,159]),o($Vx1,
[2,160],{262:389,261:548,39:$VY1,338:$VZ1}),o($Vx1,[2,161],{262:389,261:549,39:$VY1,338:$VZ1}),o($Vy1,[2,163]),{13:$V9,16:$Va,
44:136,45:$Vx,46:550,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,
257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,
277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,
302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o(
$VB1,[2,178]),o($VB1,[2,179]),{13:$V9,16:$Va,44:136,45:$Vx,46:551,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,
238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,
270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,
296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,
347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:552,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,
172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:553,55:133,67:132,68:134,77:131,82:$Vy,
87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,
268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,
346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{48:[1,554],272:[1,555]},o($VB1,[2,184]),o($VB1,[2,186]),{314:[1,
556]},{48:[1,557]},{48:[2,461]},{48:[2,462]},{48:[1,558]},{48:[2,467],193:[1,561],287:559,288:560},{13:$V9,16:$Va,55:194,
197:$V71,223:562,307:43,308:$Vc},o($Vn2,[2,224]),o($Vn2,[2,225]),o($Vn2,[2,226]),{31:[1,563],45:$Vo2,94:564},o($V61,[2,84]),
o($VH1,[2,368]),o($V61,[2,85]),o($VI1,[2,370]),o($Vf2,[2,373],{170:566}),{48:[1,567]},{48:[2,423],337:[1,568]},o($V32,[2,
35],{83:[1,569]}),o($V32,[2,36],{81:[1,570]}),o($VO1,[2,30],{307:43,267:139,275:146,278:149,77:320,67:321,68:322,55:323,
79:509,44:510,75:571,13:$V9,16:$Va,45:$Vx,76:$Vg2,78:$Vh2,87:$Vb,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,276:$VI,
277:$VJ,279:$VK,280:$VL,283:$VM,285:$VN,308:$Vc,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51}),o($Vp2,[2,295]),
{45:$Vx,77:572},{45:$Vx,77:573},o($Vp2,[2,33]),o($Vp2,[2,34]),{31:[2,275],50:574,84:575,85:$V5},{31:[2,277],51:576,84:577,
85:$V5},o($V62,[2,356]),o($Vq2,[2,357],{152:578,335:[1,579]}),o($Vr2,[2,74]),{29:$Vb1,57:580},{29:$Vb1,57:581},{13:$V9,16:$Va,
44:39,55:40,87:$Vb,139:582,307:43,308:$Vc},o($Vs2,[2,365],{162:583,328:[1,584]}),{13:$V9,16:$Va,45:$Vx,55:323,67:321,68:322,
77:320,79:585,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,
285:$VN,307:43,308:$Vc,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},{45:[1,586]},o($Vr2,[2,81]),{29:$Vb1,57:587},
o($V62,[2,73]),o($Vk,[2,362],{29:$Vt2,31:$Vt2,85:$Vt2,112:$Vt2,159:$Vt2,160:$Vt2,161:$Vt2,163:$Vt2,164:$Vt2}),o($Vj2,[2,
112]),o($Vu2,[2,401],{206:588}),o($Vk,[2,405],{209:589,210:590}),o($Vk,[2,403]),o($Vk,[2,404]),o($Vj2,[2,113]),o($Vj2,[2,
400]),{13:$V9,16:$Va,44:215,45:$V72,48:[1,591],55:220,82:$Vy,87:$Vb,89:$Vg1,172:221,185:351,203:536,212:592,231:$V82,234:535,
236:216,237:222,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,
304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,310:$Vj1,311:217,312:$Vk1},o($Vb2,[2,426]),o($Vd2,[2,138]),o($Vd2,[2,139]),
{232:[1,593]},o($Vk2,[2,292]),{47:[1,595],48:[1,594]},o($VN1,[2,9]),o($Va2,[2,392]),o($Va2,[2,393],{44:39,55:40,307:43,195:341,
139:342,194:596,190:597,13:$V9,16:$Va,87:$Vb,197:$VR1,308:$Vc}),o($Va2,[2,110],{272:[1,598]}),o($Vv2,[2,397],{201:599,316:600,
317:[1,601]}),{314:[1,602]},{29:[1,603]},o($Vt1,[2,58]),o($Vy1,[2,445]),o($Vy1,[2,447]),{48:[1,604],272:[1,605]},{48:[1,
606]},{272:[1,607]},{272:[1,608]},o($VB1,[2,99]),o($VX1,[2,382]),o([13,16,39,47,48,87,193,197,242,246,250,263,265,272,290,
297,298,299,300,301,302,308,314,338,341,342,343,344,345,346],[2,232]),o($VB1,[2,188]),o($VB1,[2,189]),{48:[1,609]},{48:[
2,468]},{289:[1,610]},{13:$V9,16:$Va,55:492,82:$Vy,172:493,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,
299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,311:494,312:$Vk1,315:611},o($V61,[2,42]),
o($Vf2,[2,304]),{13:$V9,16:$Va,55:414,82:$Vy,95:612,171:613,172:415,173:416,174:$V02,255:154,257:155,291:150,294:$VO,295:$VP,
296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V12},{31:[1,
614],45:$Vo2,94:615},o($VL1,[2,129]),o($V22,[2,421]),{82:[1,616]},{82:[1,617]},o($Vp2,[2,296]),o($Vp2,[2,31]),o($Vp2,[2,
32]),{31:[2,17]},{31:[2,276]},{31:[2,18]},{31:[2,278]},o($Vk,$VP1,{155:330,153:618,154:619,29:$Vw2,31:$Vw2,85:$Vw2,112:$Vw2,
159:$Vw2,160:$Vw2,161:$Vw2,163:$Vw2,164:$Vw2}),o($Vq2,[2,358]),o($Vr2,[2,75]),o($Vr2,[2,76]),{29:$Vb1,57:620},{13:$V9,16:$Va,
44:39,55:40,87:$Vb,139:621,307:43,308:$Vc},o($Vs2,[2,366]),o($Vr2,[2,79]),{13:$V9,16:$Va,44:136,45:$Vx,46:622,55:133,67:132,
68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,
265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,
283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,
306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($Vr2,[2,91],{336:[1,623]}),o([29,
31,85,112,159,160,161,163,164,232,318,335],[2,114],{207:624,193:[1,625]}),o($Vu2,[2,117]),{13:$V9,16:$Va,44:215,45:$V72,
55:220,82:$Vy,87:$Vb,89:$Vg1,172:221,185:351,203:536,211:626,212:627,231:$V82,234:535,236:216,237:222,255:154,257:155,291:150,
294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,309:$Vi1,
310:$Vj1,311:217,312:$Vk1},o($VT1,[2,134]),o($Vb2,[2,427]),o($VT1,[2,135]),o($Vk2,[2,26]),{44:628,87:$Vb},o($Va2,[2,106]),
o($Va2,[2,394]),o($Vk,[2,396]),o($Vv2,[2,111]),o($Vv2,[2,398]),{13:$V9,16:$Va,44:39,55:40,87:$Vb,139:342,186:629,190:340,
195:341,197:$VR1,307:43,308:$Vc},o($VU1,[2,217]),o($Vk,$Vr1,{144:248,140:630,143:631,31:[2,343]}),o($VB1,[2,97]),o($VX1,
[2,380]),o($VB1,[2,180]),{13:$V9,16:$Va,44:136,45:$Vx,46:632,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,224:$Vz,238:121,
239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,269:$VD,270:$VE,
271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,295:$VP,296:$VQ,
297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,347:$V11,
348:$V21,349:$V31,350:$V41,351:$V51},{13:$V9,16:$Va,44:136,45:$Vx,46:633,55:133,67:132,68:134,77:131,82:$Vy,87:$Vb,172:135,
224:$Vz,238:121,239:122,243:123,247:124,251:125,255:154,257:155,259:126,263:$VA,264:130,265:$VB,266:137,267:139,268:$VC,
269:$VD,270:$VE,271:$VF,273:$VG,274:$VH,275:146,276:$VI,277:$VJ,278:149,279:$VK,280:$VL,283:$VM,285:$VN,291:150,294:$VO,
295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V$,346:$V01,
347:$V11,348:$V21,349:$V31,350:$V41,351:$V51},o($VB1,[2,190]),{290:[1,634]},{314:[1,635]},{13:$V9,16:$Va,48:[1,636],55:414,
82:$Vy,171:637,172:415,173:416,174:$V02,255:154,257:155,291:150,294:$VO,295:$VP,296:$VQ,297:$VR,298:$VS,299:$VT,300:$VU,
301:$VV,302:$VW,303:$VX,304:$VY,305:$VZ,306:$V_,307:43,308:$Vc,312:$V12},o($Vx2,[2,305]),o($V61,[2,86]),o($Vf2,[2,374]),
o($V32,[2,37]),o($V32,[2,38]),o($V62,[2,72]),o($V62,[2,360]),o($Vr2,[2,77]),{29:$Vb1,57:638},{47:[1,639]},{29:[2,376]},o(
$Vu2,[2,402]),o($Vu2,[2,115],{215:10,208:528,214:529,44:530,205:640,13:$V3,16:$V3,45:$V3,197:$V3,224:$V3,229:$V3,308:$V3,
87:$Vb}),o($Vu2,[2,118],{272:[1,641]}),o($Vy2,[2,407],{213:642,319:643,317:[1,644]}),{48:[1,645]},{318:[1,646]},{31:[1,647]},
{31:[2,344]},{48:[1,648]},{48:[1,649]},{291:650,303:$VX,304:$VY,305:$VZ,306:$V_},o($Ve2,[2,218]),o($Vf2,[2,44]),o($Vx2,[
2,306]),o($Vr2,[2,78]),{44:651,87:$Vb},o($Vu2,[2,116]),o($Vk,[2,406]),o($Vy2,[2,119]),o($Vy2,[2,408]),o($V6,$V3,{215:10,
205:527,208:528,214:529,44:530,202:652,87:$Vb}),o($Vk2,[2,27]),o($Vv2,[2,230]),o($Vz2,[2,345],{141:653,335:[1,654]}),o($VB1,
[2,181]),o($VB1,[2,182]),{48:[2,191]},{48:[1,655]},{318:[1,656]},o($Vk,$Vr1,{144:248,142:657,143:658,31:$VA2,112:$VA2}),
o($Vz2,[2,346]),o($Vr2,[2,80]),o($Vy2,[2,231]),o($VW1,[2,67]),o($VW1,[2,348])],defaultActions:{5:[2,240],6:[2,241],7:[2,
242],9:[2,239],24:[2,1],25:[2,2],26:[2,244],87:[2,282],94:[2,384],100:[2,45],109:[2,325],166:[2,458],263:[2,439],336:[2,
258],337:[2,101],487:[2,461],488:[2,462],560:[2,468],574:[2,17],575:[2,276],576:[2,18],577:[2,278],623:[2,376],631:[2,344],
650:[2,191]},parseError:function(str,hash){if(hash.recoverable)this.trace(str);else{var error=new Error(str);throw error.
hash=hash,error}},parse:function(input){var self2=this,stack=[0],tstack=[],vstack=[null],lstack=[],table=this.table,yytext="",
yylineno=0,yyleng=0,recovering=0,TERROR=2,EOF=1,args=lstack.slice.call(arguments,1),lexer2=Object.create(this.lexer),sharedState={
yy:{}};for(var k in this.yy)Object.prototype.hasOwnProperty.call(this.yy,k)&&(sharedState.yy[k]=this.yy[k]);lexer2.setInput(
input,sharedState.yy),sharedState.yy.lexer=lexer2,sharedState.yy.parser=this,typeof lexer2.yylloc>"u"&&(lexer2.yylloc={});
var yyloc=lexer2.yylloc;lstack.push(yyloc);var ranges=lexer2.options&&lexer2.options.ranges;typeof sharedState.yy.parseError==
"function"?this.parseError=sharedState.yy.parseError:this.parseError=Object.getPrototypeOf(this).parseError;function popStack(n){
stack.length=stack.length-2*n,vstack.length=vstack.length-n,lstack.length=lstack.length-n}for(var lex=function(){var token;
return token=lexer2.lex()||EOF,typeof token!="number"&&(token=self2.symbols_[token]||token),token},symbol,preErrorSymbol,
state,action,a,r,yyval={},p,len,newState,expected;;){if(state=stack[stack.length-1],this.defaultActions[state]?action=this.
defaultActions[state]:((symbol===null||typeof symbol>"u")&&(symbol=lex()),action=table[state]&&table[state][symbol]),typeof action>
"u"||!action.length||!action[0]){var errStr="";expected=[];for(p in table[state])this.terminals_[p]&&p>TERROR&&expected.
push("'"+this.terminals_[p]+"'");lexer2.showPosition?errStr="Parse error on line "+(yylineno+1)+`:
`+lexer2.showPosition()+`
Expecting `+expected.join(", ")+", got '"+(this.terminals_[symbol]||symbol)+"'":errStr="Parse error on line "+(yylineno+
1)+": Unexpected "+(symbol==EOF?"end of input":"'"+(this.terminals_[symbol]||symbol)+"'"),this.parseError(errStr,{text:lexer2.
match,token:this.terminals_[symbol]||symbol,line:lexer2.yylineno,loc:yyloc,expected})}if(action[0]instanceof Array&&action.
length>1)throw new Error("Parse Error: multiple actions possible at state: "+state+", token: "+symbol);switch(action[0]){case 1:
stack.push(symbol),vstack.push(lexer2.yytext),lstack.push(lexer2.yylloc),stack.push(action[1]),symbol=null,preErrorSymbol?
(symbol=preErrorSymbol,preErrorSymbol=null):(yyleng=lexer2.yyleng,yytext=lexer2.yytext,yylineno=lexer2.yylineno,yyloc=lexer2.
yylloc,recovering>0&&recovering--);break;case 2:if(len=this.productions_[action[1]][1],yyval.$=vstack[vstack.length-len],
yyval._$={first_line:lstack[lstack.length-(len||1)].first_line,last_line:lstack[lstack.length-1].last_line,first_column:lstack[lstack.
length-(len||1)].first_column,last_column:lstack[lstack.length-1].last_column},ranges&&(yyval._$.range=[lstack[lstack.length-
(len||1)].range[0],lstack[lstack.length-1].range[1]]),r=this.performAction.apply(yyval,[yytext,yyleng,yylineno,sharedState.
yy,action[1],vstack,lstack].concat(args)),typeof r<"u")return r;len&&(stack=stack.slice(0,-1*len*2),vstack=vstack.slice(
0,-1*len),lstack=lstack.slice(0,-1*len)),stack.push(this.productions_[action[1]][0]),vstack.push(yyval.$),lstack.push(yyval.
_$),newState=table[stack[stack.length-2]][stack[stack.length-1]],stack.push(newState);break;case 3:return!0}}return!0}},
Wildcard=require_Wildcard().Wildcard,RDF="http://www.w3.org/1999/02/22-rdf-syntax-ns#",RDF_TYPE=RDF+"type",RDF_FIRST=RDF+
"first",RDF_REST=RDF+"rest",RDF_NIL=RDF+"nil",XSD="http://www.w3.org/2001/XMLSchema#",XSD_INTEGER=XSD+"integer",XSD_DECIMAL=XSD+
"decimal",XSD_DOUBLE=XSD+"double",XSD_BOOLEAN=XSD+"boolean",base="",basePath="",baseRoot="";function lowercase(string){return string.
toLowerCase()}function appendTo(array,item){return array.push(item),array}function appendAllTo(array,items){return array.
push.apply(array,items),array}function extend(base2){base2||(base2={});for(var i=1,l=arguments.length,arg;i<l&&(arg=arguments[i]||
{});i++)for(var name in arg)base2[name]=arg[name];return base2}function unionAll(){for(var union=[],i=0,l=arguments.length;i<
l;i++)union=union.concat.apply(union,arguments[i]);return union}function resolveIRI(iri){if(iri[0]==="<"&&(iri=iri.substring(
1,iri.length-1)),/^[a-z][a-z0-9.+-]*:/i.test(iri))return iri;if(!Parser3.base)throw new Error("Cannot resolve relative I\
RI "+iri+" because no base IRI was set.");switch(base!==Parser3.base&&(base=Parser3.base,basePath=base.replace(/[^\/:]*$/,
""),baseRoot=base.match(/^(?:[a-z]+:\/*)?[^\/]*/)[0]),iri[0]){case void 0:return base;case"#":return base+iri;case"?":return base.
replace(/(?:\?.*)?$/,iri);case"/":return baseRoot+iri;default:return basePath+iri}}function toVar(variable){if(variable){
var first=variable[0];if(first==="?"||first==="$")return Parser3.factory.variable(variable.substr(1))}return variable}function operation(operatorName,args){
return{type:"operation",operator:operatorName,args:args||[]}}function expression(expr,attr){var expression2={expression:expr===
"*"?new Wildcard:expr};if(attr)for(var a in attr)expression2[a]=attr[a];return expression2}function path(type,items){return{
type:"path",pathType:type,items}}function createOperationTree(initialExpression,operationList){for(var i=0,l=operationList.
length,item;i<l&&(item=operationList[i]);i++)initialExpression=operation(item[0],[initialExpression,item[1]]);return initialExpression}
function groupDatasets(fromClauses,groupName){var defaults=[],named=[],l=fromClauses.length,fromClause,group={};if(!l)return null;
for(var i=0;i<l&&(fromClause=fromClauses[i]);i++)(fromClause.named?named:defaults).push(fromClause.iri);return group[groupName||
"from"]={default:defaults,named},group}function toInt(string){return parseInt(string,10)}function degroupSingle(group){return group.
type==="group"&&group.patterns.length===1?group.patterns[0]:group}function createTypedLiteral(value,type){return type&&type.
termType!=="NamedNode"&&(type=Parser3.factory.namedNode(type)),Parser3.factory.literal(value,type)}function createLangLiteral(value,lang){
return Parser3.factory.literal(value,lang)}function nestedTriple(subject,predicate,object){if(!("termType"in predicate))
throw new Error("Nested triples cannot contain paths");return Parser3.factory.quad(subject,predicate,object)}function triple(subject,predicate,object,annotations){
var triple2={};return subject!=null&&(triple2.subject=subject),predicate!=null&&(triple2.predicate=predicate),object!=null&&
(triple2.object=object),annotations!=null&&(triple2.annotations=annotations),triple2}function blank(name){return typeof name==
"string"?name.startsWith("e_")?Parser3.factory.blankNode(name):Parser3.factory.blankNode("e_"+name):Parser3.factory.blankNode(
"g_"+blankId++)}var blankId=0;Parser3._resetBlanks=function(){blankId=0};var escapeSequence=/\\u([a-fA-F0-9]{4})|\\U([a-fA-F0-9]{8})|\\(.)/g,
escapeReplacements={"\\":"\\","'":"'",'"':'"',t:"	",b:"\b",n:`
`,r:"\r",f:"\f"},partialSurrogatesWithoutEndpoint=/[\uD800-\uDBFF]([^\uDC00-\uDFFF]|$)/,fromCharCode=String.fromCharCode;
function unescapeString(string,trimLength){string=string.substring(trimLength,string.length-trimLength);try{string=string.
replace(escapeSequence,function(sequence,unicode4,unicode8,escapedChar){var charCode;if(unicode4){if(charCode=parseInt(unicode4,
16),isNaN(charCode))throw new Error;return fromCharCode(charCode)}else if(unicode8){if(charCode=parseInt(unicode8,16),isNaN(
charCode))throw new Error;return charCode<65535?fromCharCode(charCode):fromCharCode(55296+((charCode-=65536)>>10),56320+
(charCode&1023))}else{var replacement=escapeReplacements[escapedChar];if(!replacement)throw new Error;return replacement}})}catch{
return""}if(partialSurrogatesWithoutEndpoint.exec(string))throw new Error("Invalid unicode codepoint of surrogate pair w\
ithout corresponding codepoint in "+string);return string}function createList(objects){var list=blank(),head=list,listItems=[],
listTriples,triples=[];objects.forEach(function(o2){listItems.push(o2.entity),appendAllTo(triples,o2.triples)});for(var i=0,
j=0,l=listItems.length,listTriples=Array(l*2);i<l;)listTriples[j++]=triple(head,Parser3.factory.namedNode(RDF_FIRST),listItems[i]),
listTriples[j++]=triple(head,Parser3.factory.namedNode(RDF_REST),head=++i<l?blank():Parser3.factory.namedNode(RDF_NIL));
return{entity:list,triples:appendAllTo(listTriples,triples)}}function createAnonymousObject(propertyList){var entity=blank();
return{entity,triples:propertyList.map(function(t){return extend(triple(entity),t)})}}function objectListToTriples(predicate,objectList,otherTriples){
var objects=[],triples=[];return objectList.forEach(function(l){let annotation=null;l.annotation&&(annotation=l.annotation,
l=l.object),objects.push(triple(null,predicate,l.entity,annotation)),appendAllTo(triples,l.triples)}),unionAll(objects,otherTriples||
[],triples)}function mergeAdjacentBGPs(groups){for(var merged=[],currentBgp,i=0,group;group=groups[i];i++)group.type==="\
bgp"?group.triples.length&&(currentBgp?appendAllTo(currentBgp.triples,group.triples):appendTo(merged,currentBgp=group)):
(!group.patterns||group.patterns.length>0)&&(appendTo(merged,group),currentBgp=null);return merged}function getExpressionId(expression2){
return expression2.variable?expression2.variable.value:expression2.value||expression2.expression.value}function getAggregatesOfExpression(expression2){
if(!expression2)return[];if(expression2.type==="aggregate")return[expression2];if(expression2.type==="operation"){let aggregates=[];
for(let arg of expression2.args)aggregates.push(...getAggregatesOfExpression(arg));return aggregates}return[]}function getVariablesFromExpression(expression2){
let variables2=new Set,visitExpression=function(expr){expr&&(expr.termType==="Variable"?variables2.add(expr):expr.type===
"operation"&&expr.args.forEach(visitExpression))};return visitExpression(expression2),variables2}function flatten(input,depth=1,stack=[]){
for(let item of input)depth>0&&item instanceof Array?flatten(item,depth-1,stack):stack.push(item);return stack}function isVariable(term){
return term.termType==="Variable"}function getBoundVarsFromGroupGraphPattern(pattern){if(pattern.triples){let boundVars=[];
for(let triple2 of pattern.triples)isVariable(triple2.subject)&&boundVars.push(triple2.subject.value),isVariable(triple2.
predicate)&&boundVars.push(triple2.predicate.value),isVariable(triple2.object)&&boundVars.push(triple2.object.value);return boundVars}else if(pattern.
patterns){let boundVars=[];for(let pat of pattern.patterns)boundVars.push(...getBoundVarsFromGroupGraphPattern(pat));return boundVars}
return[]}function getDuplicatesInArray(array){let sortedArray=array.slice().sort(),duplicates=[];for(let i=0;i<sortedArray.
length-1;i++)sortedArray[i+1]==sortedArray[i]&&duplicates.push(sortedArray[i]);return duplicates}function ensureSparqlStar(value){
if(!Parser3.sparqlStar)throw new Error("SPARQL-star support is not enabled");return value}function _applyAnnotations(subject,annotations,arr){
for(let annotation of annotations){let t=triple("subject"in annotation?annotation.subject:subject,annotation.predicate,annotation.
object);arr.push(t),annotation.annotations&&_applyAnnotations(nestedTriple(subject,annotation.predicate,annotation.object),
annotation.annotations,arr)}}function applyAnnotations(triples){if(Parser3.sparqlStar){let newTriples=[];return triples.
forEach(t=>{let s=triple(t.subject,t.predicate,t.object);newTriples.push(s),t.annotations&&_applyAnnotations(nestedTriple(
t.subject,t.predicate,t.object),t.annotations,newTriples)}),newTriples}return triples}function ensureSparqlStarNestedQuads(value){
if(!Parser3.sparqlStarNestedQuads)throw new Error("Lenient SPARQL-star support with nested quads is not enabled");return value}
function ensureNoVariables(operations){for(let operation2 of operations){if(operation2.type==="graph"&&operation2.name.termType===
"Variable")throw new Error("Detected illegal variable in GRAPH");if(operation2.type==="bgp"||operation2.type==="graph"){
for(let triple2 of operation2.triples)if(triple2.subject.termType==="Variable"||triple2.predicate.termType==="Variable"||
triple2.object.termType==="Variable")throw new Error("Detected illegal variable in BGP")}}return operations}function ensureNoBnodes(operations){
for(let operation2 of operations)if(operation2.type==="bgp"){for(let triple2 of operation2.triples)if(triple2.subject.termType===
"BlankNode"||triple2.predicate.termType==="BlankNode"||triple2.object.termType==="BlankNode")throw new Error("Detected i\
llegal blank node in BGP")}return operations}var lexer=(function(){var lexer2={EOF:1,parseError:function(str,hash){if(this.
yy.parser)this.yy.parser.parseError(str,hash);else throw new Error(str)},setInput:function(input,yy){return this.yy=yy||
this.yy||{},this._input=input,this._more=this._backtrack=this.done=!1,this.yylineno=this.yyleng=0,this.yytext=this.matched=
this.match="",this.conditionStack=["INITIAL"],this.yylloc={first_line:1,first_column:0,last_line:1,last_column:0},this.options.
ranges&&(this.yylloc.range=[0,0]),this.offset=0,this},input:function(){var ch=this._input[0];this.yytext+=ch,this.yyleng++,
this.offset++,this.match+=ch,this.matched+=ch;var lines=ch.match(/(?:\r\n?|\n).*/g);return lines?(this.yylineno++,this.yylloc.
last_line++):this.yylloc.last_column++,this.options.ranges&&this.yylloc.range[1]++,this._input=this._input.slice(1),ch},
unput:function(ch){var len=ch.length,lines=ch.split(/(?:\r\n?|\n)/g);this._input=ch+this._input,this.yytext=this.yytext.
substr(0,this.yytext.length-len),this.offset-=len;var oldLines=this.match.split(/(?:\r\n?|\n)/g);this.match=this.match.substr(
0,this.match.length-1),this.matched=this.matched.substr(0,this.matched.length-1),lines.length-1&&(this.yylineno-=lines.length-
1);var r=this.yylloc.range;return this.yylloc={first_line:this.yylloc.first_line,last_line:this.yylineno+1,first_column:this.
yylloc.first_column,last_column:lines?(lines.length===oldLines.length?this.yylloc.first_column:0)+oldLines[oldLines.length-
lines.length].length-lines[0].length:this.yylloc.first_column-len},this.options.ranges&&(this.yylloc.range=[r[0],r[0]+this.
yyleng-len]),this.yyleng=this.yytext.length,this},more:function(){return this._more=!0,this},reject:function(){if(this.options.
backtrack_lexer)this._backtrack=!0;else return this.parseError("Lexical error on line "+(this.yylineno+1)+`. You can onl\
y invoke reject() in the lexer when the lexer is of the backtracking persuasion (options.backtrack_lexer = true).
`+this.showPosition(),{text:"",token:null,line:this.yylineno});return this},less:function(n){this.unput(this.match.slice(
n))},pastInput:function(){var past=this.matched.substr(0,this.matched.length-this.match.length);return(past.length>20?".\
..":"")+past.substr(-20).replace(/\n/g,"")},upcomingInput:function(){var next=this.match;return next.length<20&&(next+=this.
_input.substr(0,20-next.length)),(next.substr(0,20)+(next.length>20?"...":"")).replace(/\n/g,"")},showPosition:function(){
var pre=this.pastInput(),c=new Array(pre.length+1).join("-");return pre+this.upcomingInput()+`
`+c+"^"},test_match:function(match,indexed_rule){var token,lines,backup;if(this.options.backtrack_lexer&&(backup={yylineno:this.
yylineno,yylloc:{first_line:this.yylloc.first_line,last_line:this.last_line,first_column:this.yylloc.first_column,last_column:this.
yylloc.last_column},yytext:this.yytext,match:this.match,matches:this.matches,matched:this.matched,yyleng:this.yyleng,offset:this.
offset,_more:this._more,_input:this._input,yy:this.yy,conditionStack:this.conditionStack.slice(0),done:this.done},this.options.
ranges&&(backup.yylloc.range=this.yylloc.range.slice(0))),lines=match[0].match(/(?:\r\n?|\n).*/g),lines&&(this.yylineno+=
lines.length),this.yylloc={first_line:this.yylloc.last_line,last_line:this.yylineno+1,first_column:this.yylloc.last_column,
last_column:lines?lines[lines.length-1].length-lines[lines.length-1].match(/\r?\n?/)[0].length:this.yylloc.last_column+match[0].
length},this.yytext+=match[0],this.match+=match[0],this.matches=match,this.yyleng=this.yytext.length,this.options.ranges&&
(this.yylloc.range=[this.offset,this.offset+=this.yyleng]),this._more=!1,this._backtrack=!1,this._input=this._input.slice(
match[0].length),this.matched+=match[0],token=this.performAction.call(this,this.yy,this,indexed_rule,this.conditionStack[this.
conditionStack.length-1]),this.done&&this._input&&(this.done=!1),token)return token;if(this._backtrack){for(var k in backup)
this[k]=backup[k];return!1}return!1},next:function(){if(this.done)return this.EOF;this._input||(this.done=!0);var token,
match,tempMatch,index;this._more||(this.yytext="",this.match="");for(var rules=this._currentRules(),i=0;i<rules.length;i++)
if(tempMatch=this._input.match(this.rules[rules[i]]),tempMatch&&(!match||tempMatch[0].length>match[0].length)){if(match=
tempMatch,index=i,this.options.backtrack_lexer){if(token=this.test_match(tempMatch,rules[i]),token!==!1)return token;if(this.
_backtrack){match=!1;continue}else return!1}else if(!this.options.flex)break}return match?(token=this.test_match(match,rules[index]),
token!==!1?token:!1):this._input===""?this.EOF:this.parseError("Lexical error on line "+(this.yylineno+1)+`. Unrecognize\
d text.
`+this.showPosition(),{text:"",token:null,line:this.yylineno})},lex:function(){var r=this.next();return r||this.lex()},begin:function(condition){
this.conditionStack.push(condition)},popState:function(){var n=this.conditionStack.length-1;return n>0?this.conditionStack.
pop():this.conditionStack[0]},_currentRules:function(){return this.conditionStack.length&&this.conditionStack[this.conditionStack.
length-1]?this.conditions[this.conditionStack[this.conditionStack.length-1]].rules:this.conditions.INITIAL.rules},topState:function(n){
return n=this.conditionStack.length-1-Math.abs(n||0),n>=0?this.conditionStack[n]:"INITIAL"},pushState:function(condition){
this.begin(condition)},stateStackSize:function(){return this.conditionStack.length},options:{flex:!0,"case-insensitive":!0},
performAction:function(yy,yy_,$avoiding_name_collisions,YY_START){var YYSTATE=YY_START;switch($avoiding_name_collisions){case 0:
break;case 1:return 12;case 2:return 15;case 3:return 41;case 4:return 325;case 5:return 326;case 6:return 45;case 7:return 47;case 8:
return 48;case 9:return 39;case 10:return 24;case 11:return 28;case 12:return 29;case 13:return 31;case 14:return 32;case 15:
return 36;case 16:return 53;case 17:return 327;case 18:return 63;case 19:return 64;case 20:return 70;case 21:return 73;case 22:
return 76;case 23:return 78;case 24:return 81;case 25:return 83;case 26:return 85;case 27:return 193;case 28:return 100;case 29:
return 328;case 30:return 121;case 31:return 329;case 32:return 330;case 33:return 110;case 34:return 331;case 35:return 109;case 36:
return 332;case 37:return 333;case 38:return 113;case 39:return 115;case 40:return 116;case 41:return 131;case 42:return 123;case 43:
return 126;case 44:return 128;case 45:return 132;case 46:return 112;case 47:return 334;case 48:return 335;case 49:return 159;case 50:
return 161;case 51:return 164;case 52:return 174;case 53:return 160;case 54:return 336;case 55:return 163;case 56:return 312;case 57:
return 314;case 58:return 317;case 59:return 318;case 60:return 272;case 61:return 197;case 62:return 337;case 63:return 338;case 64:
return 229;case 65:return 340;case 66:return 263;case 67:return 224;case 68:return 231;case 69:return 232;case 70:return 242;case 71:
return 246;case 72:return 290;case 73:return 341;case 74:return 342;case 75:return 343;case 76:return 344;case 77:return 345;case 78:
return 250;case 79:return 346;case 80:return 265;case 81:return 276;case 82:return 277;case 83:return 268;case 84:return 269;case 85:
return 270;case 86:return 271;case 87:return 347;case 88:return 348;case 89:return 273;case 90:return 274;case 91:return 350;case 92:
return 349;case 93:return 351;case 94:return 279;case 95:return 280;case 96:return 283;case 97:return 285;case 98:return 289;case 99:
return 293;case 100:return 296;case 101:return 13;case 102:return 16;case 103:return 308;case 104:return 309;case 105:return 87;case 106:
return 292;case 107:return 82;case 108:return 294;case 109:return 295;case 110:return 297;case 111:return 298;case 112:return 299;case 113:
return 300;case 114:return 301;case 115:return 302;case 116:return"EXPONENT";case 117:return 303;case 118:return 304;case 119:
return 305;case 120:return 306;case 121:return 89;case 122:return 310;case 123:return 6;case 124:return"INVALID";case 125:
console.log(yy_.yytext);break}},rules:[/^(?:\s+|(#[^\n\r]*))/i,/^(?:BASE)/i,/^(?:PREFIX)/i,/^(?:SELECT)/i,/^(?:DISTINCT)/i,
/^(?:REDUCED)/i,/^(?:\()/i,/^(?:AS)/i,/^(?:\))/i,/^(?:\*)/i,/^(?:CONSTRUCT)/i,/^(?:WHERE)/i,/^(?:\{)/i,/^(?:\})/i,/^(?:DESCRIBE)/i,
/^(?:ASK)/i,/^(?:FROM)/i,/^(?:NAMED)/i,/^(?:GROUP)/i,/^(?:BY)/i,/^(?:HAVING)/i,/^(?:ORDER)/i,/^(?:ASC)/i,/^(?:DESC)/i,/^(?:LIMIT)/i,
/^(?:OFFSET)/i,/^(?:VALUES)/i,/^(?:;)/i,/^(?:LOAD)/i,/^(?:SILENT)/i,/^(?:INTO)/i,/^(?:CLEAR)/i,/^(?:DROP)/i,/^(?:CREATE)/i,
/^(?:ADD)/i,/^(?:TO)/i,/^(?:MOVE)/i,/^(?:COPY)/i,/^(?:INSERT((\s+|(#[^\n\r]*)\n\r?)+)DATA)/i,/^(?:DELETE((\s+|(#[^\n\r]*)\n\r?)+)DATA)/i,
/^(?:DELETE((\s+|(#[^\n\r]*)\n\r?)+)WHERE)/i,/^(?:WITH)/i,/^(?:DELETE)/i,/^(?:INSERT)/i,/^(?:USING)/i,/^(?:DEFAULT)/i,/^(?:GRAPH)/i,
/^(?:ALL)/i,/^(?:\.)/i,/^(?:OPTIONAL)/i,/^(?:SERVICE)/i,/^(?:BIND)/i,/^(?:UNDEF)/i,/^(?:MINUS)/i,/^(?:UNION)/i,/^(?:FILTER)/i,
/^(?:<<)/i,/^(?:>>)/i,/^(?:\{\|)/i,/^(?:\|\})/i,/^(?:,)/i,/^(?:a)/i,/^(?:\|)/i,/^(?:\/)/i,/^(?:\^)/i,/^(?:\?)/i,/^(?:\+)/i,
/^(?:!)/i,/^(?:\[)/i,/^(?:\])/i,/^(?:\|\|)/i,/^(?:&&)/i,/^(?:=)/i,/^(?:!=)/i,/^(?:<)/i,/^(?:>)/i,/^(?:<=)/i,/^(?:>=)/i,/^(?:IN)/i,
/^(?:NOT)/i,/^(?:-)/i,/^(?:BOUND)/i,/^(?:BNODE)/i,/^(?:(RAND|NOW|UUID|STRUUID))/i,/^(?:(LANG|DATATYPE|IRI|URI|ABS|CEIL|FLOOR|ROUND|STRLEN|STR|UCASE|LCASE|ENCODE_FOR_URI|YEAR|MONTH|DAY|HOURS|MINUTES|SECONDS|TIMEZONE|TZ|MD5|SHA1|SHA256|SHA384|SHA512|isIRI|isURI|isBLANK|isLITERAL|isNUMERIC))/i,
/^(?:(SUBJECT|PREDICATE|OBJECT|isTRIPLE))/i,/^(?:(LANGMATCHES|CONTAINS|STRSTARTS|STRENDS|STRBEFORE|STRAFTER|STRLANG|STRDT|sameTerm))/i,
/^(?:CONCAT)/i,/^(?:COALESCE)/i,/^(?:IF)/i,/^(?:TRIPLE)/i,/^(?:REGEX)/i,/^(?:SUBSTR)/i,/^(?:REPLACE)/i,/^(?:EXISTS)/i,/^(?:COUNT)/i,
/^(?:SUM|MIN|MAX|AVG|SAMPLE)/i,/^(?:GROUP_CONCAT)/i,/^(?:SEPARATOR)/i,/^(?:\^\^)/i,/^(?:true|false)/i,/^(?:(<(?:[^<>\"\{\}\|\^`\\\u0000-\u0020])*>))/i,
/^(?:((([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])(?:(?:(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040])|\.)*(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040]))?)?:))/i,
/^(?:(((([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])(?:(?:(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040])|\.)*(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040]))?)?:)((?:((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|:|[0-9]|((%([0-9A-Fa-f])([0-9A-Fa-f]))|(\\(_|~|\.|-|!|\$|&|'|\(|\)|\*|\+|,|;|=|\/|\?|#|@|%))))(?:(?:(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040])|\.|:|((%([0-9A-Fa-f])([0-9A-Fa-f]))|(\\(_|~|\.|-|!|\$|&|'|\(|\)|\*|\+|,|;|=|\/|\?|#|@|%))))*(?:(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040])|:|((%([0-9A-Fa-f])([0-9A-Fa-f]))|(\\(_|~|\.|-|!|\$|&|'|\(|\)|\*|\+|,|;|=|\/|\?|#|@|%)))))?)))/i,
/^(?:(_:(?:((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|[0-9])(?:(?:(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040])|\.)*(((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|-|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040]))?))/i,
/^(?:([\?\$]((?:((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|[0-9])(?:((?:([A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]|[\uD800-\uDB7F][\uDC00-\uDFFF])|_))|[0-9]|\u00B7|[\u0300-\u036F\u203F-\u2040])*)))/i,
/^(?:(@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*))/i,/^(?:([0-9]+))/i,/^(?:([0-9]*\.[0-9]+))/i,/^(?:([0-9]+\.[0-9]*([eE][+-]?[0-9]+)|\.([0-9])+([eE][+-]?[0-9]+)|([0-9])+([eE][+-]?[0-9]+)))/i,
/^(?:(\+([0-9]+)))/i,/^(?:(\+([0-9]*\.[0-9]+)))/i,/^(?:(\+([0-9]+\.[0-9]*([eE][+-]?[0-9]+)|\.([0-9])+([eE][+-]?[0-9]+)|([0-9])+([eE][+-]?[0-9]+))))/i,
/^(?:(-([0-9]+)))/i,/^(?:(-([0-9]*\.[0-9]+)))/i,/^(?:(-([0-9]+\.[0-9]*([eE][+-]?[0-9]+)|\.([0-9])+([eE][+-]?[0-9]+)|([0-9])+([eE][+-]?[0-9]+))))/i,
/^(?:([eE][+-]?[0-9]+))/i,/^(?:('(?:(?:[^\u0027\u005C\u000A\u000D])|(\\[tbnrf\\\"']|\\u([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])|\\U([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])))*'))/i,
/^(?:("(?:(?:[^\u0022\u005C\u000A\u000D])|(\\[tbnrf\\\"']|\\u([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])|\\U([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])))*"))/i,
/^(?:('''(?:(?:'|'')?(?:[^'\\]|(\\[tbnrf\\\"']|\\u([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])|\\U([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f]))))*'''))/i,
/^(?:("""(?:(?:"|"")?(?:[^\"\\]|(\\[tbnrf\\\"']|\\u([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])|\\U([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f])([0-9A-Fa-f]))))*"""))/i,
/^(?:(\((\u0020|\u0009|\u000D|\u000A)*\)))/i,/^(?:(\[(\u0020|\u0009|\u000D|\u000A)*\]))/i,/^(?:$)/i,/^(?:.)/i,/^(?:.)/i],
conditions:{INITIAL:{rules:[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,
34,35,36,37,38,39,40,41,42,43,44,45,46,47,48,49,50,51,52,53,54,55,56,57,58,59,60,61,62,63,64,65,66,67,68,69,70,71,72,73,
74,75,76,77,78,79,80,81,82,83,84,85,86,87,88,89,90,91,92,93,94,95,96,97,98,99,100,101,102,103,104,105,106,107,108,109,110,
111,112,113,114,115,116,117,118,119,120,121,122,123,124,125],inclusive:!0}}};return lexer2})();parser.lexer=lexer;function Parser3(){
this.yy={}}return Parser3.prototype=parser,parser.Parser=Parser3,new Parser3})();module.exports=SparqlParser}});var require_SparqlGenerator=__commonJS({"node_modules/sparqljs/lib/SparqlGenerator.js"(exports,module){var XSD_INTEGER="\
http://www.w3.org/2001/XMLSchema#integer",XSD_STRING2="http://www.w3.org/2001/XMLSchema#string";function Generator2(options){
this._options=options=options||{};var prefixes=options.prefixes||{};this._prefixByIri={};var prefixIris=[];for(var prefix in prefixes){
var iri=prefixes[prefix];isString(iri)&&(this._prefixByIri[iri]=prefix,prefixIris.push(iri))}var iriList=prefixIris.join(
"|").replace(/[\]\/\(\)\*\+\?\.\\\$]/g,"\\$&");this._prefixRegex=new RegExp("^("+iriList+")([a-zA-Z][\\-_a-zA-Z0-9]*)$"),
this._usedPrefixes={},this._sparqlStar=options.sparqlStar,this._indent=isString(options.indent)?options.indent:"  ",this.
_newline=isString(options.newline)?options.newline:`
`,this._explicitDatatype=!!options.explicitDatatype}Generator2.prototype.toQuery=function(q){var query="";return q.queryType&&
(query+=q.queryType.toUpperCase()+" "),q.reduced&&(query+="REDUCED "),q.distinct&&(query+="DISTINCT "),q.variables?query+=
mapJoin(q.variables,void 0,function(variable){return/^[?$]/.test(variable)?variable:isTerm(variable)?this.toEntity(variable):
"("+this.toExpression(variable.expression)+" AS "+variableToString(variable.variable)+")"},this)+" ":q.template&&(query+=
this.group(q.template,!0)+this._newline),q.from&&(query+=this.graphs("FROM ",q.from.default)+this.graphs("FROM NAMED ",q.
from.named)),q.where&&(query+="WHERE "+this.group(q.where,!0)+this._newline),q.updates&&(query+=mapJoin(q.updates,";"+this.
_newline,this.toUpdate,this)),q.group&&(query+="GROUP BY "+mapJoin(q.group,void 0,function(it){var result=isTerm(it.expression)?
this.toEntity(it.expression):"("+this.toExpression(it.expression)+")";return it.variable?"("+result+" AS "+variableToString(
it.variable)+")":result},this)+this._newline),q.having&&(query+="HAVING ("+mapJoin(q.having,void 0,this.toExpression,this)+
")"+this._newline),q.order&&(query+="ORDER BY "+mapJoin(q.order,void 0,function(it){var expr="("+this.toExpression(it.expression)+
")";return it.descending?"DESC "+expr:expr},this)+this._newline),Number.isInteger(q.offset)&&(query+="OFFSET "+q.offset+
this._newline),Number.isInteger(q.limit)&&(query+="LIMIT "+q.limit+this._newline),q.values&&(query+=this.values(q)),query=
this.baseAndPrefixes(q)+query,query.trim()};Generator2.prototype.baseAndPrefixes=function(q){var base=q.base?"BASE <"+q.
base+">"+this._newline:"",prefixes="";for(var key in q.prefixes)(this._options.allPrefixes||this._usedPrefixes[key])&&(prefixes+=
"PREFIX "+key+": <"+q.prefixes[key]+">"+this._newline);return base+prefixes};Generator2.prototype.toPattern=function(pattern){
var type=pattern.type||pattern instanceof Array&&"array"||(pattern.subject&&pattern.predicate&&pattern.object?"triple":"");
if(!(type in this))throw new Error("Unknown entry type: "+type);return this[type](pattern)};Generator2.prototype.triple=
function(t){return this.toEntity(t.subject)+" "+this.toEntity(t.predicate)+" "+this.toEntity(t.object)+"."};Generator2.prototype.
array=function(items){return mapJoin(items,this._newline,this.toPattern,this)};Generator2.prototype.bgp=function(bgp){return this.
encodeTriples(bgp.triples)};Generator2.prototype.encodeTriples=function(triples){if(!triples.length)return"";for(var parts=[],
subject=void 0,predicate=void 0,i=0;i<triples.length;i++){var triple=triples[i];equalTerms(triple.subject,subject)?equalTerms(
triple.predicate,predicate)?parts.push(","):(predicate=triple.predicate,parts.push(";"+this._newline,this._indent,this.toEntity(
predicate))):(subject&&parts.push("."+this._newline),subject=triple.subject,predicate=triple.predicate,parts.push(this.toEntity(
subject)," ",this.toEntity(predicate))),parts.push(" ",this.toEntity(triple.object))}return parts.push("."),parts.join("")};
Generator2.prototype.graph=function(graph){return"GRAPH "+this.toEntity(graph.name)+" "+this.group(graph)};Generator2.prototype.
graphs=function(keyword,graphs){return!graphs||graphs.length===0?"":mapJoin(graphs,"",function(g){return keyword+this.toEntity(
g)+this._newline},this)};Generator2.prototype.group=function(group,inline){return group=inline!==!0?this.array(group.patterns||
group.triples):this.toPattern(group.type!=="group"?group:group.patterns),group.indexOf(this._newline)===-1?"{ "+group+" \
}":"{"+this._newline+this.indent(group)+this._newline+"}"};Generator2.prototype.query=function(query){return this.toQuery(
query)};Generator2.prototype.filter=function(filter){return"FILTER("+this.toExpression(filter.expression)+")"};Generator2.
prototype.bind=function(bind){return"BIND("+this.toExpression(bind.expression)+" AS "+variableToString(bind.variable)+")"};
Generator2.prototype.optional=function(optional){return"OPTIONAL "+this.group(optional)};Generator2.prototype.union=function(union){
return mapJoin(union.patterns,this._newline+"UNION"+this._newline,function(p){return this.group(p,!0)},this)};Generator2.
prototype.minus=function(minus){return"MINUS "+this.group(minus)};Generator2.prototype.values=function(valuesList){var keys=Object.
keys(valuesList.values.reduce(function(keyHash,values){for(var key in values)keyHash[key]=!0;return keyHash},{})),lparen,
rparen;return keys.length===1?lparen=rparen="":(lparen="(",rparen=")"),"VALUES "+lparen+keys.join(" ")+rparen+" {"+this.
_newline+mapJoin(valuesList.values,this._newline,function(values){return"  "+lparen+mapJoin(keys,void 0,function(key){return values[key]?
this.toEntity(values[key]):"UNDEF"},this)+rparen},this)+this._newline+"}"};Generator2.prototype.service=function(service){
return"SERVICE "+(service.silent?"SILENT ":"")+this.toEntity(service.name)+" "+this.group(service)};Generator2.prototype.
toExpression=function(expr){if(isTerm(expr))return this.toEntity(expr);switch(expr.type.toLowerCase()){case"aggregate":return expr.
aggregation.toUpperCase()+"("+(expr.distinct?"DISTINCT ":"")+this.toExpression(expr.expression)+(typeof expr.separator==
"string"?'; SEPARATOR = "'+expr.separator.replace(escape,escapeReplacer)+'"':"")+")";case"functioncall":return this.toEntity(
expr.function)+"("+mapJoin(expr.args,", ",this.toExpression,this)+")";case"operation":var operator=expr.operator.toUpperCase(),
args=expr.args||[];switch(expr.operator.toLowerCase()){case"<":case">":case">=":case"<=":case"&&":case"||":case"=":case"\
!=":case"+":case"-":case"*":case"/":return(isTerm(args[0])?this.toEntity(args[0]):"("+this.toExpression(args[0])+")")+" "+
operator+" "+(isTerm(args[1])?this.toEntity(args[1]):"("+this.toExpression(args[1])+")");case"!":return"!("+this.toExpression(
args[0])+")";case"uplus":return"+("+this.toExpression(args[0])+")";case"uminus":return"-("+this.toExpression(args[0])+")";case"\
notin":operator="NOT IN";case"in":return this.toExpression(args[0])+" "+operator+"("+(isString(args[1])?args[1]:mapJoin(
args[1],", ",this.toExpression,this))+")";case"notexists":operator="NOT EXISTS";case"exists":return operator+" "+this.group(
args[0],!0);default:return operator+"("+mapJoin(args,", ",this.toExpression,this)+")"}default:throw new Error("Unknown e\
xpression type: "+expr.type)}};Generator2.prototype.toEntity=function(value){if(isTerm(value))switch(value.termType){case"\
Wildcard":return"*";case"Variable":return variableToString(value);case"BlankNode":return"_:"+value.value;case"Literal":var lexical=value.
value||"",language=value.language||"",datatype=value.datatype;if(value='"'+lexical.replace(escape,escapeReplacer)+'"',language)
value+="@"+language;else if(datatype){if(!this._explicitDatatype)switch(datatype.value){case XSD_STRING2:return value;case XSD_INTEGER:
if(/^\d+$/.test(lexical))return lexical+" "}value+="^^"+this.encodeIRI(datatype.value)}return value;case"Quad":if(!this.
_sparqlStar)throw new Error("SPARQL* support is not enabled");return value.graph&&value.graph.termType!=="DefaultGraph"?
"<< GRAPH "+this.toEntity(value.graph)+" { "+this.toEntity(value.subject)+" "+this.toEntity(value.predicate)+" "+this.toEntity(
value.object)+" }  >>":"<< "+this.toEntity(value.subject)+" "+this.toEntity(value.predicate)+" "+this.toEntity(value.object)+
" >>";default:return this.encodeIRI(value.value)}else{var items=value.items.map(this.toEntity,this),path=value.pathType;
switch(path){case"^":case"!":return path+items[0];case"*":case"+":case"?":return"("+items[0]+path+")";default:return"("+
items.join(path)+")"}}};var escape=/["\\\t\n\r\b\f]/g,escapeReplacer=function(c){return escapeReplacements[c]},escapeReplacements={
"\\":"\\\\",'"':'\\"',"	":"\\t","\n":"\\n","\r":"\\r","\b":"\\b","\f":"\\f"};Generator2.prototype.encodeIRI=function(iri){
var prefixMatch=this._prefixRegex.exec(iri);if(prefixMatch){var prefix=this._prefixByIri[prefixMatch[1]];return this._usedPrefixes[prefix]=
!0,prefix+":"+prefixMatch[2]}return"<"+iri+">"};Generator2.prototype.toUpdate=function(update){switch(update.type||update.
updateType){case"load":return"LOAD"+(update.source?" "+this.toEntity(update.source):"")+(update.destination?" INTO GRAPH\
 "+this.toEntity(update.destination):"");case"insert":return"INSERT DATA "+this.group(update.insert,!0);case"delete":return"\
DELETE DATA "+this.group(update.delete,!0);case"deletewhere":return"DELETE WHERE "+this.group(update.delete,!0);case"ins\
ertdelete":return(update.graph?"WITH "+this.toEntity(update.graph)+this._newline:"")+(update.delete.length?"DELETE "+this.
group(update.delete,!0)+this._newline:"")+(update.insert.length?"INSERT "+this.group(update.insert,!0)+this._newline:"")+
(update.using?this.graphs("USING ",update.using.default):"")+(update.using?this.graphs("USING NAMED ",update.using.named):
"")+"WHERE "+this.group(update.where,!0);case"add":case"copy":case"move":return update.type.toUpperCase()+" "+(update.silent?
"SILENT ":"")+(update.source.default?"DEFAULT":this.toEntity(update.source.name))+" TO "+this.toEntity(update.destination.
name);case"create":case"clear":case"drop":return update.type.toUpperCase()+(update.silent?" SILENT ":" ")+(update.graph.
default?"DEFAULT":update.graph.named?"NAMED":update.graph.all?"ALL":"GRAPH "+this.toEntity(update.graph.name));default:throw new Error(
"Unknown update query type: "+update.type)}};Generator2.prototype.indent=function(text){return text.replace(/^/gm,this._indent)};
function variableToString(variable){return"?"+variable.value}function isString(object){return typeof object=="string"}function isTerm(object){
return typeof object.termType=="string"}function equalTerms(term1,term2){if(!term1||!isTerm(term1)||!term2||!isTerm(term2)||
term1.termType!==term2.termType)return!1;switch(term1.termType){case"Literal":return term1.value===term2.value&&term1.language===
term2.language&&equalTerms(term1.datatype,term2.datatype);case"Quad":return equalTerms(term1.subject,term2.subject)&&equalTerms(
term1.predicate,term2.predicate)&&equalTerms(term1.object,term2.object)&&equalTerms(term1.graph,term2.graph);default:return term1.
value===term2.value}}function mapJoin(array,sep,func,self2){return array.map(func,self2).join(isString(sep)?sep:" ")}function _Generator(options={}){
return{stringify:function(query){var currentOptions=Object.create(options);return currentOptions.prefixes=query.prefixes,
new Generator2(currentOptions).toQuery(query)},createGenerator:function(){return new Generator2(options)}}}module.exports=
{Generator:_Generator}}});var require_BlankNode=__commonJS({"node_modules/rdf-data-factory/lib/BlankNode.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.BlankNode=void 0;var BlankNode2=class{constructor(value){this.termType="BlankNo\
de",this.value=value}equals(other){return!!other&&other.termType==="BlankNode"&&other.value===this.value}};exports.BlankNode=
BlankNode2}});var require_DefaultGraph=__commonJS({"node_modules/rdf-data-factory/lib/DefaultGraph.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.DefaultGraph=void 0;var DefaultGraph2=class{constructor(){this.termType="Defaul\
tGraph",this.value=""}equals(other){return!!other&&other.termType==="DefaultGraph"}};exports.DefaultGraph=DefaultGraph2;
DefaultGraph2.INSTANCE=new DefaultGraph2}});var require_NamedNode=__commonJS({"node_modules/rdf-data-factory/lib/NamedNode.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.NamedNode=void 0;var NamedNode2=class{constructor(value){this.termType="NamedNo\
de",this.value=value}equals(other){return!!other&&other.termType==="NamedNode"&&other.value===this.value}};exports.NamedNode=
NamedNode2}});var require_Literal=__commonJS({"node_modules/rdf-data-factory/lib/Literal.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.Literal=void 0;var NamedNode_1=require_NamedNode(),Literal2=class _Literal{constructor(value,languageOrDatatype){
this.termType="Literal",this.value=value,typeof languageOrDatatype=="string"?(this.language=languageOrDatatype,this.datatype=
_Literal.RDF_LANGUAGE_STRING):languageOrDatatype?(this.language="",this.datatype=languageOrDatatype):(this.language="",this.
datatype=_Literal.XSD_STRING)}equals(other){return!!other&&other.termType==="Literal"&&other.value===this.value&&other.language===
this.language&&this.datatype.equals(other.datatype)}};exports.Literal=Literal2;Literal2.RDF_LANGUAGE_STRING=new NamedNode_1.
NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");Literal2.XSD_STRING=new NamedNode_1.NamedNode("http:/\
/www.w3.org/2001/XMLSchema#string")}});var require_Quad=__commonJS({"node_modules/rdf-data-factory/lib/Quad.js"(exports){"use strict";Object.defineProperty(exports,
"__esModule",{value:!0});exports.Quad=void 0;var Quad2=class{constructor(subject,predicate,object,graph){this.termType="\
Quad",this.value="",this.subject=subject,this.predicate=predicate,this.object=object,this.graph=graph}equals(other){return!!other&&
(other.termType==="Quad"||!other.termType)&&this.subject.equals(other.subject)&&this.predicate.equals(other.predicate)&&
this.object.equals(other.object)&&this.graph.equals(other.graph)}};exports.Quad=Quad2}});var require_Variable=__commonJS({"node_modules/rdf-data-factory/lib/Variable.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.Variable=void 0;var Variable2=class{constructor(value){this.termType="Variable",
this.value=value}equals(other){return!!other&&other.termType==="Variable"&&other.value===this.value}};exports.Variable=Variable2}});var require_DataFactory=__commonJS({"node_modules/rdf-data-factory/lib/DataFactory.js"(exports){"use strict";Object.defineProperty(
exports,"__esModule",{value:!0});exports.DataFactory=void 0;var BlankNode_1=require_BlankNode(),DefaultGraph_1=require_DefaultGraph(),
Literal_1=require_Literal(),NamedNode_1=require_NamedNode(),Quad_1=require_Quad(),Variable_1=require_Variable(),dataFactoryCounter=0,
DataFactory=class{constructor(options){this.blankNodeCounter=0,options=options||{},this.blankNodePrefix=options.blankNodePrefix||
`df_${dataFactoryCounter++}_`}namedNode(value){return new NamedNode_1.NamedNode(value)}blankNode(value){return new BlankNode_1.
BlankNode(value||`${this.blankNodePrefix}${this.blankNodeCounter++}`)}literal(value,languageOrDatatype){return new Literal_1.
Literal(value,languageOrDatatype)}variable(value){return new Variable_1.Variable(value)}defaultGraph(){return DefaultGraph_1.
DefaultGraph.INSTANCE}quad(subject,predicate,object,graph){return new Quad_1.Quad(subject,predicate,object,graph||this.defaultGraph())}fromTerm(original){
switch(original.termType){case"NamedNode":return this.namedNode(original.value);case"BlankNode":return this.blankNode(original.
value);case"Literal":return original.language?this.literal(original.value,original.language):original.datatype.equals(Literal_1.
Literal.XSD_STRING)?this.literal(original.value):this.literal(original.value,this.fromTerm(original.datatype));case"Vari\
able":return this.variable(original.value);case"DefaultGraph":return this.defaultGraph();case"Quad":return this.quad(this.
fromTerm(original.subject),this.fromTerm(original.predicate),this.fromTerm(original.object),this.fromTerm(original.graph))}}fromQuad(original){
return this.fromTerm(original)}resetBlankNodeCounter(){this.blankNodeCounter=0}};exports.DataFactory=DataFactory}});var require_rdf_data_factory=__commonJS({"node_modules/rdf-data-factory/index.js"(exports){"use strict";var __createBinding=exports&&
exports.__createBinding||(Object.create?(function(o,m,k,k2){k2===void 0&&(k2=k);var desc=Object.getOwnPropertyDescriptor(
m,k);(!desc||("get"in desc?!m.__esModule:desc.writable||desc.configurable))&&(desc={enumerable:!0,get:function(){return m[k]}}),
Object.defineProperty(o,k2,desc)}):(function(o,m,k,k2){k2===void 0&&(k2=k),o[k2]=m[k]})),__exportStar=exports&&exports.__exportStar||
function(m,exports2){for(var p in m)p!=="default"&&!Object.prototype.hasOwnProperty.call(exports2,p)&&__createBinding(exports2,
m,p)};Object.defineProperty(exports,"__esModule",{value:!0});__exportStar(require_BlankNode(),exports);__exportStar(require_DataFactory(),
exports);__exportStar(require_DefaultGraph(),exports);__exportStar(require_Literal(),exports);__exportStar(require_NamedNode(),
exports);__exportStar(require_Quad(),exports);__exportStar(require_Variable(),exports)}});var require_sparql=__commonJS({"node_modules/sparqljs/sparql.js"(exports,module){var{Parser:Parser3}=require_SparqlParser(),
{Generator:Generator2}=require_SparqlGenerator(),{Wildcard}=require_Wildcard(),{DataFactory}=require_rdf_data_factory();
function _Parser({prefixes,baseIRI,factory,pathOnly,sparqlStar,skipValidation,skipUngroupedVariableCheck}={}){let prefixesCopy={};
for(let prefix in prefixes??{})prefixesCopy[prefix]=prefixes[prefix];let parser=new Parser3;return parser.parse=function(){
return Parser3.base=baseIRI||"",Parser3.prefixes=Object.create(prefixesCopy),Parser3.factory=factory||new DataFactory,Parser3.
sparqlStar=!!sparqlStar,Parser3.pathOnly=!!pathOnly,Parser3.skipValidation=!!skipValidation||!!skipUngroupedVariableCheck,
Parser3.prototype.parse.apply(parser,arguments)},parser._resetBlanks=Parser3._resetBlanks,parser}module.exports={Parser:_Parser,
Generator:Generator2,Wildcard}}});var AsyncParserIterator=class _AsyncParserIterator{static __wrap(ptr){let obj=Object.create(_AsyncParserIterator.prototype);
return obj.__wbg_ptr=ptr,AsyncParserIteratorFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){let ptr=this.
__wbg_ptr;return this.__wbg_ptr=0,AsyncParserIteratorFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_asyncparseriterator_free(ptr,0)}next(){return wasm.asyncparseriterator_next(this.__wbg_ptr)}};Symbol.dispose&&
(AsyncParserIterator.prototype[Symbol.dispose]=AsyncParserIterator.prototype.free);var BlankNode=class _BlankNode{static __wrap(ptr){
let obj=Object.create(_BlankNode.prototype);return obj.__wbg_ptr=ptr,BlankNodeFinalization.register(obj,obj.__wbg_ptr,obj),
obj}__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,BlankNodeFinalization.unregister(this),ptr}free(){
let ptr=this.__destroy_into_raw();wasm.__wbg_blanknode_free(ptr,0)}equals(other){return wasm.blanknode_equals(this.__wbg_ptr,
other)!==0}get termType(){let deferred1_0,deferred1_1;try{let ret=wasm.blanknode_term_type(this.__wbg_ptr);return deferred1_0=
ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}toString(){
let deferred1_0,deferred1_1;try{let ret=wasm.blanknode_toString(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],
getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get value(){let deferred1_0,deferred1_1;
try{let ret=wasm.blanknode_value(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],
ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}};Symbol.dispose&&(BlankNode.prototype[Symbol.dispose]=
BlankNode.prototype.free);var DefaultGraph=class _DefaultGraph{static __wrap(ptr){let obj=Object.create(_DefaultGraph.prototype);
return obj.__wbg_ptr=ptr,DefaultGraphFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){let ptr=this.
__wbg_ptr;return this.__wbg_ptr=0,DefaultGraphFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_defaultgraph_free(ptr,0)}equals(other){return wasm.defaultgraph_equals(this.__wbg_ptr,other)!==0}get termType(){
let deferred1_0,deferred1_1;try{let ret=wasm.defaultgraph_term_type(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=
ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}toString(){let deferred1_0,
deferred1_1;try{let ret=wasm.defaultgraph_toString(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(
ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get value(){let deferred1_0,deferred1_1;try{let ret=wasm.
defaultgraph_value(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{
wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}};Symbol.dispose&&(DefaultGraph.prototype[Symbol.dispose]=DefaultGraph.
prototype.free);var Literal=class _Literal{static __wrap(ptr){let obj=Object.create(_Literal.prototype);return obj.__wbg_ptr=
ptr,LiteralFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=
0,LiteralFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();wasm.__wbg_literal_free(ptr,0)}get datatype(){
let ret=wasm.literal_datatype(this.__wbg_ptr);return NamedNode.__wrap(ret)}get direction(){let deferred1_0,deferred1_1;try{
let ret=wasm.literal_direction(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{
wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}equals(other){return wasm.literal_equals(this.__wbg_ptr,other)!==0}get language(){
let deferred1_0,deferred1_1;try{let ret=wasm.literal_language(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],
getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get termType(){let deferred1_0,
deferred1_1;try{let ret=wasm.literal_term_type(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(
ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}toString(){let deferred1_0,deferred1_1;try{let ret=wasm.
literal_toString(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{
wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get value(){let deferred1_0,deferred1_1;try{let ret=wasm.literal_value(
this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(
deferred1_0,deferred1_1,1)}}};Symbol.dispose&&(Literal.prototype[Symbol.dispose]=Literal.prototype.free);var NamedNode=class _NamedNode{static __wrap(ptr){
let obj=Object.create(_NamedNode.prototype);return obj.__wbg_ptr=ptr,NamedNodeFinalization.register(obj,obj.__wbg_ptr,obj),
obj}__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,NamedNodeFinalization.unregister(this),ptr}free(){
let ptr=this.__destroy_into_raw();wasm.__wbg_namednode_free(ptr,0)}equals(other){return wasm.namednode_equals(this.__wbg_ptr,
other)!==0}get termType(){let deferred1_0,deferred1_1;try{let ret=wasm.namednode_term_type(this.__wbg_ptr);return deferred1_0=
ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}toString(){
let deferred1_0,deferred1_1;try{let ret=wasm.namednode_toString(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],
getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get value(){let deferred1_0,deferred1_1;
try{let ret=wasm.namednode_value(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],
ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}};Symbol.dispose&&(NamedNode.prototype[Symbol.dispose]=
NamedNode.prototype.free);var ParserIterator=class _ParserIterator{static __wrap(ptr){let obj=Object.create(_ParserIterator.
prototype);return obj.__wbg_ptr=ptr,ParserIteratorFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){
let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ParserIteratorFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_parseriterator_free(ptr,0)}next(){let ret=wasm.parseriterator_next(this.__wbg_ptr);if(ret[2])throw takeFromExternrefTable0(
ret[1]);return ParserIteratorResult.__wrap(ret[0])}};Symbol.dispose&&(ParserIterator.prototype[Symbol.dispose]=ParserIterator.
prototype.free);var ParserIteratorResult=class _ParserIteratorResult{static __wrap(ptr){let obj=Object.create(_ParserIteratorResult.
prototype);return obj.__wbg_ptr=ptr,ParserIteratorResultFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){
let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,ParserIteratorResultFinalization.unregister(this),ptr}free(){let ptr=this.
__destroy_into_raw();wasm.__wbg_parseriteratorresult_free(ptr,0)}get done(){return wasm.parseriteratorresult_done(this.__wbg_ptr)!==
0}get value(){let ret=wasm.parseriteratorresult_value(this.__wbg_ptr);return ret===0?void 0:Quad.__wrap(ret)}};Symbol.dispose&&
(ParserIteratorResult.prototype[Symbol.dispose]=ParserIteratorResult.prototype.free);var Quad=class _Quad{static __wrap(ptr){
let obj=Object.create(_Quad.prototype);return obj.__wbg_ptr=ptr,QuadFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){
let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,QuadFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_quad_free(ptr,0)}equals(other){return wasm.quad_equals(this.__wbg_ptr,other)!==0}get graph(){return wasm.quad_graph(
this.__wbg_ptr)}get object(){return wasm.quad_object(this.__wbg_ptr)}get predicate(){return wasm.quad_predicate(this.__wbg_ptr)}get subject(){
return wasm.quad_subject(this.__wbg_ptr)}get termType(){let deferred1_0,deferred1_1;try{let ret=wasm.quad_term_type(this.
__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,
deferred1_1,1)}}toString(){let deferred1_0,deferred1_1;try{let ret=wasm.quad_toString(this.__wbg_ptr);return deferred1_0=
ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get value(){
let deferred1_0,deferred1_1;try{let ret=wasm.quad_value(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(
ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}};Symbol.dispose&&(Quad.prototype[Symbol.dispose]=
Quad.prototype.free);var Store=class{__destroy_into_raw(){let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,StoreFinalization.
unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();wasm.__wbg_store_free(ptr,0)}add(quad){let ret=wasm.store_add(
this.__wbg_ptr,quad);if(ret[1])throw takeFromExternrefTable0(ret[0])}delete(quad){let ret=wasm.store_delete(this.__wbg_ptr,
quad);if(ret[1])throw takeFromExternrefTable0(ret[0])}dump(options,from_graph_name){let deferred2_0,deferred2_1;try{let ret=wasm.
store_dump(this.__wbg_ptr,options,from_graph_name);var ptr1=ret[0],len1=ret[1];if(ret[3])throw ptr1=0,len1=0,takeFromExternrefTable0(
ret[2]);return deferred2_0=ptr1,deferred2_1=len1,getStringFromWasm0(ptr1,len1)}finally{wasm.__wbindgen_free(deferred2_0,
deferred2_1,1)}}has(quad){let ret=wasm.store_has(this.__wbg_ptr,quad);if(ret[2])throw takeFromExternrefTable0(ret[1]);return ret[0]!==
0}load(data,options,base_iri,to_graph_name){let ret=wasm.store_load(this.__wbg_ptr,data,options,base_iri,to_graph_name);
if(ret[1])throw takeFromExternrefTable0(ret[0])}match(subject,predicate,object,graph_name){let ret=wasm.store_match(this.
__wbg_ptr,subject,predicate,object,graph_name);if(ret[3])throw takeFromExternrefTable0(ret[2]);var v1=getArrayJsValueFromWasm0(
ret[0],ret[1]).slice();return wasm.__wbindgen_free(ret[0],ret[1]*4,4),v1}constructor(quads){let ret=wasm.store_new(quads);
if(ret[2])throw takeFromExternrefTable0(ret[1]);return this.__wbg_ptr=ret[0],StoreFinalization.register(this,this.__wbg_ptr,
this),this}query(query,options){let ptr0=passStringToWasm0(query,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ret=wasm.store_query(this.__wbg_ptr,ptr0,len0,options);if(ret[2])throw takeFromExternrefTable0(ret[1]);return takeFromExternrefTable0(
ret[0])}get size(){let ret=wasm.store_size(this.__wbg_ptr);if(ret[2])throw takeFromExternrefTable0(ret[1]);return ret[0]>>>
0}update(update,options){let ptr0=passStringToWasm0(update,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ret=wasm.store_update(this.__wbg_ptr,ptr0,len0,options);if(ret[1])throw takeFromExternrefTable0(ret[0])}};Symbol.dispose&&
(Store.prototype[Symbol.dispose]=Store.prototype.free);var Variable=class _Variable{static __wrap(ptr){let obj=Object.create(
_Variable.prototype);return obj.__wbg_ptr=ptr,VariableFinalization.register(obj,obj.__wbg_ptr,obj),obj}__destroy_into_raw(){
let ptr=this.__wbg_ptr;return this.__wbg_ptr=0,VariableFinalization.unregister(this),ptr}free(){let ptr=this.__destroy_into_raw();
wasm.__wbg_variable_free(ptr,0)}equals(other){return wasm.variable_equals(this.__wbg_ptr,other)!==0}get termType(){let deferred1_0,
deferred1_1;try{let ret=wasm.variable_term_type(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(
ret[0],ret[1])}finally{wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}toString(){let deferred1_0,deferred1_1;try{let ret=wasm.
variable_toString(this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{
wasm.__wbindgen_free(deferred1_0,deferred1_1,1)}}get value(){let deferred1_0,deferred1_1;try{let ret=wasm.variable_value(
this.__wbg_ptr);return deferred1_0=ret[0],deferred1_1=ret[1],getStringFromWasm0(ret[0],ret[1])}finally{wasm.__wbindgen_free(
deferred1_0,deferred1_1,1)}}};Symbol.dispose&&(Variable.prototype[Symbol.dispose]=Variable.prototype.free);function namedNode(value){let ptr0=passStringToWasm0(value,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len0=WASM_VECTOR_LEN,
ret=wasm.namedNode(ptr0,len0);if(ret[2])throw takeFromExternrefTable0(ret[1]);return NamedNode.__wrap(ret[0])}function __wbg_get_imports(){return{__proto__:null,"./web_bg.js":{__proto__:null,__wbg_Error_fdd633d4bb5dd76a:function(arg0,arg1){
return Error(getStringFromWasm0(arg0,arg1))},__wbg___wbindgen_debug_string_8a447059637473e2:function(arg0,arg1){let ret=debugString(
arg1),ptr1=passStringToWasm0(ret,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;getDataViewMemory0().
setInt32(arg0+4,len1,!0),getDataViewMemory0().setInt32(arg0+0,ptr1,!0)},__wbg___wbindgen_is_falsy_863e44ed68df4b26:function(arg0){
return!arg0},__wbg___wbindgen_is_function_acc5528be2b923f2:function(arg0){return typeof arg0=="function"},__wbg___wbindgen_is_null_6d937fbfb6478470:function(arg0){
return arg0===null},__wbg___wbindgen_is_object_0beba4a1980d3eea:function(arg0){let val=arg0;return typeof val=="object"&&
val!==null},__wbg___wbindgen_is_string_1fca8072260dd261:function(arg0){return typeof arg0=="string"},__wbg___wbindgen_is_undefined_721f8decd50c87a3:function(arg0){
return arg0===void 0},__wbg___wbindgen_string_get_71bb4348194e31f0:function(arg0,arg1){let obj=arg1,ret=typeof obj=="str\
ing"?obj:void 0;var ptr1=isLikeNone(ret)?0:passStringToWasm0(ret,wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;
getDataViewMemory0().setInt32(arg0+4,len1,!0),getDataViewMemory0().setInt32(arg0+0,ptr1,!0)},__wbg___wbindgen_throw_ea4887a5f8f9a9db:function(arg0,arg1){
throw new Error(getStringFromWasm0(arg0,arg1))},__wbg__wbg_cb_unref_33c39e13d73b25f6:function(arg0){arg0._wbg_cb_unref()},
__wbg_asyncIterator_523a9858481ea9a3:function(){return Symbol.asyncIterator},__wbg_asyncparseriterator_new:function(arg0){
return AsyncParserIterator.__wrap(arg0)},__wbg_blanknode_new:function(arg0){return BlankNode.__wrap(arg0)},__wbg_call_5575218572ead796:function(){
return handleError(function(arg0,arg1,arg2){return arg0.call(arg1,arg2)},arguments)},__wbg_call_8e98ed2f3c86c4b5:function(){
return handleError(function(arg0,arg1){return arg0.call(arg1)},arguments)},__wbg_defaultgraph_new:function(arg0){return DefaultGraph.
__wrap(arg0)},__wbg_done_b62d4a7d2286852a:function(arg0){return arg0.done},__wbg_error_a6fa202b58aa1cd3:function(arg0,arg1){
let deferred0_0,deferred0_1;try{deferred0_0=arg0,deferred0_1=arg1,console.error(getStringFromWasm0(arg0,arg1))}finally{wasm.
__wbindgen_free(deferred0_0,deferred0_1,1)}},__wbg_getRandomValues_3f44b700395062e5:function(){return handleError(function(arg0,arg1){
globalThis.crypto.getRandomValues(getArrayU8FromWasm0(arg0,arg1))},arguments)},__wbg_get_9a29be2cb383ed9a:function(){return handleError(
function(arg0,arg1){return Reflect.get(arg0,arg1)},arguments)},__wbg_get_dddb90ff5d27a080:function(){return handleError(
function(arg0,arg1){return Reflect.get(arg0,arg1)},arguments)},__wbg_has_4f060fe202ad7e87:function(){return handleError(
function(arg0,arg1){return Reflect.has(arg0,arg1)},arguments)},__wbg_instanceof_Uint8Array_f080092dc70f5d58:function(arg0){
let result;try{result=arg0 instanceof Uint8Array}catch{result=!1}return result},__wbg_iterator_cc47ba25a2be735a:function(){
return Symbol.iterator},__wbg_length_589238bdcf171f0e:function(arg0){return arg0.length},__wbg_literal_new:function(arg0){
return Literal.__wrap(arg0)},__wbg_namednode_new:function(arg0){return NamedNode.__wrap(arg0)},__wbg_new_227d7c05414eb861:function(){
return new Error},__wbg_new_3444eb7412549f0b:function(){return new Map},__wbg_new_36e147a8ced3c6e0:function(){return new Array},
__wbg_new_aafdf86a292b3ca7:function(arg0,arg1){return new URIError(getStringFromWasm0(arg0,arg1))},__wbg_new_e66a4b7758dd2e5c:function(arg0,arg1){
return new Error(getStringFromWasm0(arg0,arg1))},__wbg_new_typed_00a409eb4ec4f2d9:function(arg0,arg1){try{var state0={a:arg0,
b:arg1},cb0=(arg02,arg12)=>{let a=state0.a;state0.a=0;try{return wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___js_sys_bacb158c025087a0___Function_fn_wasm_bindgen_3570503f97ca7d70___JsValue_____wasm_bindgen_3570503f97ca7d70___sys__Undefined___js_sys_bacb158c025087a0___Function_fn_wasm_bindgen_3570503f97ca7d70___JsValue_____wasm_bindgen_3570503f97ca7d70___sys__Undefined_______true_(
a,state0.b,arg02,arg12)}finally{state0.a=a}};return new Promise(cb0)}finally{state0.a=0}},__wbg_next_0c4066e251d2eff9:function(){
return handleError(function(arg0){return arg0.next()},arguments)},__wbg_next_402fa10b59ab20c3:function(arg0){return arg0.
next},__wbg_next_e8d68f27c98c4764:function(){return handleError(function(arg0){return arg0.next()},arguments)},__wbg_now_d2e0afbad4edbe82:function(){
return Date.now()},__wbg_parseriterator_new:function(arg0){return ParserIterator.__wrap(arg0)},__wbg_parseriteratorresult_new:function(arg0){
return ParserIteratorResult.__wrap(arg0)},__wbg_prototypesetcall_d721637c7ca66eb8:function(arg0,arg1,arg2){Uint8Array.prototype.
set.call(getArrayU8FromWasm0(arg0,arg1),arg2)},__wbg_push_f724b5db8acf89d2:function(arg0,arg1){return arg0.push(arg1)},__wbg_quad_new:function(arg0){
return Quad.__wrap(arg0)},__wbg_queueMicrotask_1c9b3800e321a967:function(arg0){return arg0.queueMicrotask},__wbg_queueMicrotask_311744e534a929a3:function(arg0){
queueMicrotask(arg0)},__wbg_resolve_d82363d90af6928a:function(arg0){return Promise.resolve(arg0)},__wbg_set_4564f7dc44fcb0c9:function(){
return handleError(function(arg0,arg1,arg2){return Reflect.set(arg0,arg1,arg2)},arguments)},__wbg_set_9a1d61e17de7054c:function(arg0,arg1,arg2){
return arg0.set(arg1,arg2)},__wbg_stack_3b0d974bbf31e44f:function(arg0,arg1){let ret=arg1.stack,ptr1=passStringToWasm0(ret,
wasm.__wbindgen_malloc,wasm.__wbindgen_realloc),len1=WASM_VECTOR_LEN;getDataViewMemory0().setInt32(arg0+4,len1,!0),getDataViewMemory0().
setInt32(arg0+0,ptr1,!0)},__wbg_static_accessor_GLOBAL_THIS_2fee5048bcca5938:function(){let ret=typeof globalThis>"u"?null:
globalThis;return isLikeNone(ret)?0:addToExternrefTable0(ret)},__wbg_static_accessor_GLOBAL_ce44e66a4935da8c:function(){
let ret=typeof global>"u"?null:global;return isLikeNone(ret)?0:addToExternrefTable0(ret)},__wbg_static_accessor_SELF_44f6e0cb5e67cdad:function(){
let ret=typeof self>"u"?null:self;return isLikeNone(ret)?0:addToExternrefTable0(ret)},__wbg_static_accessor_WINDOW_168f178805d978fe:function(){
let ret=typeof window>"u"?null:window;return isLikeNone(ret)?0:addToExternrefTable0(ret)},__wbg_then_05edfc8a4fea5106:function(arg0,arg1,arg2){
return arg0.then(arg1,arg2)},__wbg_then_591b6b3a75ee817a:function(arg0,arg1){return arg0.then(arg1)},__wbg_value_49f783bb59765962:function(arg0){
return arg0.value},__wbg_variable_new:function(arg0){return Variable.__wrap(arg0)},__wbg_warn_51d35a4c740f6509:function(arg0,arg1){
console.warn(getStringFromWasm0(arg0,arg1))},__wbindgen_cast_0000000000000001:function(arg0,arg1){return makeMutClosure(
arg0,arg1,wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___wasm_bindgen_3570503f97ca7d70___JsValue__core_f0fd674eaa06beef___result__Result_____wasm_bindgen_3570503f97ca7d70___JsError___true_)},
__wbindgen_cast_0000000000000002:function(arg0,arg1){return makeClosure(arg0,arg1,wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___wasm_bindgen_3570503f97ca7d70___JsValue__true_)},
__wbindgen_cast_0000000000000003:function(arg0,arg1){return getStringFromWasm0(arg0,arg1)},__wbindgen_cast_0000000000000004:function(arg0,arg1){
var v0=getArrayJsValueFromWasm0(arg0,arg1).slice();return wasm.__wbindgen_free(arg0,arg1*4,4),v0},__wbindgen_init_externref_table:function(){
let table=wasm.__wbindgen_externrefs,offset=table.grow(4);table.set(0,void 0),table.set(offset+0,void 0),table.set(offset+
1,null),table.set(offset+2,!0),table.set(offset+3,!1)}}}}function wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___wasm_bindgen_3570503f97ca7d70___JsValue__true_(arg0,arg1){
return wasm.wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___wasm_bindgen_3570503f97ca7d70___JsValue__true_(
arg0,arg1)}function wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___wasm_bindgen_3570503f97ca7d70___JsValue__core_f0fd674eaa06beef___result__Result_____wasm_bindgen_3570503f97ca7d70___JsError___true_(arg0,arg1,arg2){
let ret=wasm.wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___wasm_bindgen_3570503f97ca7d70___JsValue__core_f0fd674eaa06beef___result__Result_____wasm_bindgen_3570503f97ca7d70___JsError___true_(
arg0,arg1,arg2);if(ret[1])throw takeFromExternrefTable0(ret[0])}function wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___js_sys_bacb158c025087a0___Function_fn_wasm_bindgen_3570503f97ca7d70___JsValue_____wasm_bindgen_3570503f97ca7d70___sys__Undefined___js_sys_bacb158c025087a0___Function_fn_wasm_bindgen_3570503f97ca7d70___JsValue_____wasm_bindgen_3570503f97ca7d70___sys__Undefined_______true_(arg0,arg1,arg2,arg3){
wasm.wasm_bindgen_3570503f97ca7d70___convert__closures_____invoke___js_sys_bacb158c025087a0___Function_fn_wasm_bindgen_3570503f97ca7d70___JsValue_____wasm_bindgen_3570503f97ca7d70___sys__Undefined___js_sys_bacb158c025087a0___Function_fn_wasm_bindgen_3570503f97ca7d70___JsValue_____wasm_bindgen_3570503f97ca7d70___sys__Undefined_______true_(
arg0,arg1,arg2,arg3)}var AsyncParserIteratorFinalization=typeof FinalizationRegistry>"u"?{register:()=>{},unregister:()=>{}}:
new FinalizationRegistry(ptr=>wasm.__wbg_asyncparseriterator_free(ptr,1)),BlankNodeFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_blanknode_free(ptr,1)),DefaultGraphFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_defaultgraph_free(ptr,1)),LiteralFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_literal_free(ptr,1)),NamedNodeFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_namednode_free(ptr,1)),ParserIteratorFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_parseriterator_free(ptr,1)),ParserIteratorResultFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_parseriteratorresult_free(ptr,1)),QuadFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_quad_free(ptr,1)),StoreFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_store_free(ptr,1)),VariableFinalization=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(ptr=>wasm.__wbg_variable_free(ptr,1));function addToExternrefTable0(obj){
let idx=wasm.__externref_table_alloc();return wasm.__wbindgen_externrefs.set(idx,obj),idx}var CLOSURE_DTORS=typeof FinalizationRegistry>
"u"?{register:()=>{},unregister:()=>{}}:new FinalizationRegistry(state=>wasm.__wbindgen_destroy_closure(state.a,state.b));
function debugString(val){let type=typeof val;if(type=="number"||type=="boolean"||val==null)return`${val}`;if(type=="str\
ing")return`"${val}"`;if(type=="symbol"){let description=val.description;return description==null?"Symbol":`Symbol(${description}\
)`}if(type=="function"){let name=val.name;return typeof name=="string"&&name.length>0?`Function(${name})`:"Function"}if(Array.
isArray(val)){let length=val.length,debug="[";length>0&&(debug+=debugString(val[0]));for(let i=1;i<length;i++)debug+=", "+
debugString(val[i]);return debug+="]",debug}let builtInMatches=/\[object ([^\]]+)\]/.exec(toString.call(val)),className;
if(builtInMatches&&builtInMatches.length>1)className=builtInMatches[1];else return toString.call(val);if(className=="Obj\
ect")try{return"Object("+JSON.stringify(val)+")"}catch{return"Object"}return val instanceof Error?`${val.name}: ${val.message}\

${val.stack}`:className}function getArrayJsValueFromWasm0(ptr,len){ptr=ptr>>>0;let mem=getDataViewMemory0(),result=[];for(let i=ptr;i<
ptr+4*len;i+=4)result.push(wasm.__wbindgen_externrefs.get(mem.getUint32(i,!0)));return wasm.__externref_drop_slice(ptr,len),
result}function getArrayU8FromWasm0(ptr,len){return ptr=ptr>>>0,getUint8ArrayMemory0().subarray(ptr/1,ptr/1+len)}var cachedDataViewMemory0=null;
function getDataViewMemory0(){return(cachedDataViewMemory0===null||cachedDataViewMemory0.buffer.detached===!0||cachedDataViewMemory0.
buffer.detached===void 0&&cachedDataViewMemory0.buffer!==wasm.memory.buffer)&&(cachedDataViewMemory0=new DataView(wasm.memory.
buffer)),cachedDataViewMemory0}function getStringFromWasm0(ptr,len){return decodeText(ptr>>>0,len)}var cachedUint8ArrayMemory0=null;
function getUint8ArrayMemory0(){return(cachedUint8ArrayMemory0===null||cachedUint8ArrayMemory0.byteLength===0)&&(cachedUint8ArrayMemory0=
new Uint8Array(wasm.memory.buffer)),cachedUint8ArrayMemory0}function handleError(f,args){try{return f.apply(this,args)}catch(e){
let idx=addToExternrefTable0(e);wasm.__wbindgen_exn_store(idx)}}function isLikeNone(x){return x==null}function makeClosure(arg0,arg1,f){
let state={a:arg0,b:arg1,cnt:1},real=(...args)=>{state.cnt++;try{return f(state.a,state.b,...args)}finally{real._wbg_cb_unref()}};
return real._wbg_cb_unref=()=>{--state.cnt===0&&(wasm.__wbindgen_destroy_closure(state.a,state.b),state.a=0,CLOSURE_DTORS.
unregister(state))},CLOSURE_DTORS.register(real,state,state),real}function makeMutClosure(arg0,arg1,f){let state={a:arg0,
b:arg1,cnt:1},real=(...args)=>{state.cnt++;let a=state.a;state.a=0;try{return f(a,state.b,...args)}finally{state.a=a,real.
_wbg_cb_unref()}};return real._wbg_cb_unref=()=>{--state.cnt===0&&(wasm.__wbindgen_destroy_closure(state.a,state.b),state.
a=0,CLOSURE_DTORS.unregister(state))},CLOSURE_DTORS.register(real,state,state),real}function passStringToWasm0(arg,malloc,realloc){
if(realloc===void 0){let buf=cachedTextEncoder.encode(arg),ptr2=malloc(buf.length,1)>>>0;return getUint8ArrayMemory0().subarray(
ptr2,ptr2+buf.length).set(buf),WASM_VECTOR_LEN=buf.length,ptr2}let len=arg.length,ptr=malloc(len,1)>>>0,mem=getUint8ArrayMemory0(),
offset=0;for(;offset<len;offset++){let code=arg.charCodeAt(offset);if(code>127)break;mem[ptr+offset]=code}if(offset!==len){
offset!==0&&(arg=arg.slice(offset)),ptr=realloc(ptr,len,len=offset+arg.length*3,1)>>>0;let view=getUint8ArrayMemory0().subarray(
ptr+offset,ptr+len),ret=cachedTextEncoder.encodeInto(arg,view);offset+=ret.written,ptr=realloc(ptr,len,offset,1)>>>0}return WASM_VECTOR_LEN=
offset,ptr}function takeFromExternrefTable0(idx){let value=wasm.__wbindgen_externrefs.get(idx);return wasm.__externref_table_dealloc(
idx),value}var cachedTextDecoder=new TextDecoder("utf-8",{ignoreBOM:!0,fatal:!0});cachedTextDecoder.decode();var MAX_SAFARI_DECODE_BYTES=2146435072,
numBytesDecoded=0;function decodeText(ptr,len){return numBytesDecoded+=len,numBytesDecoded>=MAX_SAFARI_DECODE_BYTES&&(cachedTextDecoder=
new TextDecoder("utf-8",{ignoreBOM:!0,fatal:!0}),cachedTextDecoder.decode(),numBytesDecoded=len),cachedTextDecoder.decode(
getUint8ArrayMemory0().subarray(ptr,ptr+len))}var cachedTextEncoder=new TextEncoder;"encodeInto"in cachedTextEncoder||(cachedTextEncoder.
encodeInto=function(arg,view){let buf=cachedTextEncoder.encode(arg);return view.set(buf),{read:arg.length,written:buf.length}});
var WASM_VECTOR_LEN=0,wasmModule,wasmInstance,wasm;function __wbg_finalize_init(instance,module){return wasmInstance=instance,
wasm=instance.exports,wasmModule=module,cachedDataViewMemory0=null,cachedUint8ArrayMemory0=null,wasm.__wbindgen_start(),
wasm}function initSync(module){if(wasm!==void 0)return wasm;module!==void 0&&(Object.getPrototypeOf(module)===Object.prototype?
{module}=module:console.warn("using deprecated parameters for `initSync()`; pass a single object instead"));let imports=__wbg_get_imports();
module instanceof WebAssembly.Module||(module=new WebAssembly.Module(module));let instance=new WebAssembly.Instance(module,
imports);return __wbg_finalize_init(instance,module)}var AskError=class extends Error{constructor(key,values=[],place=null){super([key,...values].join(" ")),this.key=key,this.
values=values,this.place=place}};function errorAt(text,offset,key,...values){if(!(offset>=0))return new AskError(key,values);
let before=text.slice(0,offset).split(/\r\n|[\n\r]/);return new AskError(key,values,[before.length,before[before.length-
1].length+1])}var SHOWN=6,EXAMPLES={VAR:"?x",IRIREF:"<…>",PNAME_LN:"pcg:…",PNAME_NS:"pcg:",INTEGER:"1",STRING_LITERAL2:'\
"…"'},SPACE=/(?:\s|#[^\n\r]*)*/y;function parseError(error,text){let{loc,token,expected,line}=error.hash||{};if(!error.
hash)return errorAt(text,prefixOffset(error.message,text),"askSyntax",error.message);let offset=offsetOf(text,loc?loc.last_line:
line+1,loc?loc.last_column:0);SPACE.lastIndex=offset,offset+=SPACE.exec(text)?.[0].length??0;let piece=/^(?:[?$]?[\w:.-]+|.)/su.
exec(text.slice(offset))?.[0]||"",wanted=(expected||[]).map(name=>EXAMPLES[name.slice(1,-1)]??name.slice(1,-1)),list=wanted.
length<=SHOWN?wanted.join(" "):"";if(token==="EOF"||offset>=text.length)return errorAt(text,offset,list?"askEndExpected":
"askEnd",list);let key=wanted.includes("EOF")?"askComplete":list?"askUnexpectedExpected":"askUnexpected";return errorAt(
text,offset,key,piece.slice(0,40),list)}function offsetOf(text,line,column){let offset=0;for(let number=1;number<line;number+=
1)offset=text.indexOf(`
`,offset)+1;return Math.min(text.length,offset+column)}function prefixOffset(message,text){let[,prefix]=/^Unknown prefix: (.*)$/.
exec(message)||[];return prefix===void 0?-1:text.search(new RegExp(`(?<![\\w.-])${prefix}:`))}var import_sparqljs2=__toESM(require_sparql(),1);var import_sparqljs=__toESM(require_sparql(),1);var PLACEHOLDER="e";function substitute(value,expression){return Array.isArray(value)?value.map(each=>substitute(each,expression)):
value?.termType==="Variable"&&value.value===PLACEHOLDER?expression:typeof value!="object"||value===null||value.termType?
value:Object.fromEntries(Object.entries(value).map(([name,each])=>[name,substitute(each,expression)]))}var parsed=new Map;
function parseKey(key){if(!parsed.has(key)){let text=`SELECT * { } ORDER BY (${key.replaceAll("{e}",`?${PLACEHOLDER}`)})`;
parsed.set(key,new import_sparqljs.Parser().parse(text).order[0].expression)}return parsed.get(key)}var totalOrder=({expression,
...direction},keys)=>keys.map(key=>({...direction,expression:substitute(parseKey(key),expression)}));function variablesBefore(tokens3){
let variables2=[],starts=[0],found=[];for(let[token]of tokens3)token==="{"?starts.push(variables2.length):token==="}"?starts.
pop():/^[?$]/.test(token)?variables2.push(token.slice(1)):/^ORDER(BY\w*)?$/i.test(token)&&found.push([...new Set(variables2.
slice(starts.at(-1)))]);return found}var columnsOf=({queryType,variables:listed},variables2)=>queryType!=="SELECT"||listed[0].
termType==="Wildcard"?variables2:listed.map(each=>(each.variable||each).value);function refuseVolatile({expression},names,text){
let operator=expression.type==="operation"&&expression.operator.toUpperCase();if(names.includes(operator))throw errorAt(
text,text.toUpperCase().lastIndexOf(operator),"askVolatile",operator);for(let argument of expression.args||[])argument?.
type&&refuseVolatile({expression:argument},names,text)}var MAX_DEPTH=200,UPDATES=["INSERT","DELETE","LOAD","CLEAR","DROP","CREATE","COPY","MOVE","ADD","WITH"],TOKENS=new RegExp(
[/#[^\n\r]*/,/"""[^]*?"""/,/'''[^]*?'''/,/"(?:[^"\\\n\r]|\\.)*"/,/'(?:[^'\\\n\r]|\\.)*'/,/<[^<>"{}|^`\\\s]*>/,/[?$]\w+/,
/@[\w-]+/,/[\w-]*:[\w.:%-]*/,/[{([\])}]/,/\w+/].map(({source})=>source).join("|"),"g");function*tokens(text){for(let{0:token,
index}of text.matchAll(TOKENS))`#"'<@`.includes(token[0])||(yield[token,index])}function refuseDepth(text){let depth=0;for(let[
token,offset]of tokens(text))if("{([".includes(token)&&(depth+=1),"})]".includes(token)&&(depth-=1),depth>MAX_DEPTH)throw errorAt(
text,offset,"askDepth",MAX_DEPTH)}function refused(key,words,text){let isMeant=([token])=>words.some(word2=>token.toUpperCase().
startsWith(word2)),[word,offset]=[...tokens(text)].find(isMeant)||[words[0]];return errorAt(text,offset,key,word.toUpperCase())}
function visit(value,act){if(!(typeof value!="object"||value===null)){if(!value.termType)for(let inner of Object.values(
value))visit(inner,act);act(value)}}function parse(text,{prefixes,base}){refuseDepth(text);let query;try{query=new import_sparqljs2.Parser(
{prefixes,baseIRI:base}).parse(text)}catch(error){throw error instanceof RangeError?error:parseError(error,text)}if(!query.
type)throw new AskError("askEmpty");if(query.type==="update")throw refused("askReadOnly",UPDATES,text);return visit(query,
({type})=>{if(type==="service")throw refused("askService",["SERVICE"],text)}),query}var MAX_LENGTH=5e5,INTEGER="http://w\
ww.w3.org/2001/XMLSchema#integer",isCount=({termType,value,datatype})=>termType==="Literal"&&datatype.value===INTEGER&&Number(
value)>0;function guardZero(plain,parts,test){if(plain.length>MAX_LENGTH)throw new AskError("askTooLong");return`COALESC\
E(${plain}, IF(${parts.map(part=>`isNumeric(${part})`).join(" && ")} && ${test}, 0.0, 1/0))`}function chainOf({operator,
args:[first,second]}){return[...first.type==="operation"&&first.operator===operator?chainOf(first):[first],second]}function createGenerator(){
let generator=new import_sparqljs2.Generator({indent:"",sparqlStar:!0}).createGenerator(),{toExpression,toEntity}=generator,
bracketed=expression=>`(${generator.toExpression(expression)})`;return generator.toExpression=expression=>{let{operator,
args}=expression;if(expression.type!=="operation")return toExpression.call(generator,expression);if(operator==="&&"||operator===
"||")return chainOf(expression).map(bracketed).join(` ${operator} `);if(operator==="*"){let factors=chainOf(expression),
parts=factors.map(bracketed),product=parts.reduce((all,part)=>`(${all} * ${part})`),risky=parts.filter((_,place)=>!isCount(
factors[place]));return risky.length<2?product:guardZero(product,parts,`(${risky.map(part=>`${part} = 0`).join(" || ")})`)}
if(operator==="/"){let[first,second]=args.map(bracketed);return isCount(args[1])?`${first} / ${second}`:guardZero(`${first}\
 / ${second}`,[first,second],`${first} = 0 && ${second} != 0`)}return operator==="in"||operator==="notin"?`${bracketed(args[0])}\
 ${operator==="in"?"":"NOT "}IN (${args[1].map(generator.toExpression).join(", ")})`:toExpression.call(generator,expression)},
generator.toEntity=value=>value.pathType==="^"&&value.items[0].pathType?`^(${generator.toEntity(value.items[0])})`:toEntity.
call(generator,value),generator}var joinConditions=conditions=>conditions.reduce((all,condition)=>({type:"operation",operator:"\
&&",args:[all,condition]})),variablesOf=text=>[...new Set([...tokens(text)].map(([token])=>token).filter(token=>/^[?$]/.
test(token)).map(token=>token.slice(1)))];function rewrite(text,settings2){let query=parse(text,settings2),iris=new Set,
variables2=variablesBefore(tokens(text));visit(query.where,({termType,value})=>{termType==="NamedNode"&&iris.add(value)}),
visit(query,part=>{if(part.order){for(let condition of part.order)refuseVolatile(condition,settings2.volatile,text);let columns=columnsOf(
part,variables2.shift()).slice(0,settings2.maxColumns);part.order=[...part.order.flatMap(condition=>totalOrder(condition,
settings2.sortKeys)),...columns.flatMap(value=>totalOrder({expression:{termType:"Variable",value}},settings2.columnKeys))]}
part.having&&(part.having=[joinConditions(part.having)])});let form=query.queryType;form!=="ASK"&&(query.limit=Math.min(
query.limit??1/0,settings2.maxRows+1)),query.prefixes={},delete query.base;let{default:graphs=[],named=[]}=query.from||{},
rewritten=createGenerator().toQuery(query);if(rewritten.length>MAX_LENGTH)throw new AskError("askTooLong");return refuseDepth(
rewritten),{text:rewritten,form,isStar:query.variables?.[0]?.termType==="Wildcard",iris:[...iris],from:[...graphs,...named].
map(({value})=>value)}}function rewriteQuery(text,settings2){try{return rewrite(text,settings2)}catch(error){throw error instanceof
RangeError?new AskError("askTooLong"):error}}function createShortener(prefixes){let namespaces=Object.entries(prefixes).sort(([,first],[,second])=>second.length-first.
length);return iri=>{let[prefix,namespace]=namespaces.find(([,each])=>iri.startsWith(each))||[];return prefix?`${prefix}\
:${iri.slice(namespace.length)}`:iri}}var NAMES=["comment","iri","string","variable","language","short","word","number","sign"],TOKEN=new RegExp([/(#[^\n]*)/,
/(<[^<>\s"{}|^`\\]*>)/,/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/,/([?$]\w+)/,/(@[A-Za-z-]+)/,/((?:[A-Za-z][\w-]*)?:(?:[\w%-]|\.(?=[\w%-]))*)/,
/([A-Za-z_]\w*)/,/(\d[\d.eE]*)/,/(\^\^|&&|\|\||!=|<=|>=|[{}()[\];,.*/|^!=<>+\-?])/].map(({source})=>source).join("|"),"g\
u"),tokens2=text=>[...text.matchAll(TOKEN)].filter(([,comment])=>comment===void 0).map(match=>({kind:NAMES[match.slice(1).
findIndex(part=>part!==void 0)],text:match[0],at:match.index}));var MOST_VALUES=3e3,ORDER=["filter","minus","bind","values","triple","group","optional"],STARTS=/^(FILTER|BIND|VALUES|MINUS|OPTIONAL|GRAPH|\{)$/i,
FRESH="?pcgraph_value",COUNTED=/\b(COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT)\s*\(/i,NUMBER=/#(integer|decimal|double)$/,
NAMES2="rdfs:label|pcg:isoCode|skos:prefLabel|skos:altLabel",XSD_STRING="http://www.w3.org/2001/XMLSchema#string",TAGGED="\
the values have a language tag",CLOSING={"{":"}","(":")","[":"]"},variables=text=>tokens2(text).filter(({kind})=>kind===
"variable").map(each=>each.text.slice(1)),textOf=({subject,said})=>subject?`${subject} ${said}
.`:`${said}
`;function readParts(text){let list=tokens2(text),word=at=>list[at]?.text.toUpperCase()??"",end=at=>list[at].at+list[at].
text.length,skip=at=>{let closing=CLOSING[word(at)],next=at+1;for(;closing&&next<list.length&&word(next)!==closing;)next=
skip(next);return closing?next+1:next},first=list.findIndex(({text:each})=>/^(SELECT|ASK|CONSTRUCT)$/i.test(each)),open=word(
first)==="CONSTRUCT"?skip(first+1):first+1,from=0;for(;open<list.length&&word(open)!=="{";open=skip(open))word(open)==="\
FROM"&&(from||=open);let close=open<list.length?skip(open)-1:0,parts=[],tail=[];if(first<0||word(close)!=="}"||/"""|'''/.
test(text))return null;let add=(into,kind,start2,next,subject="")=>{let said=text.slice(list[start2].at,end(next-1)),plain=said.
replace(/\s#.*$/gm,"").replace(/\s+/g," "),all=variables(`${subject} ${said}`),isTest=kind==="filter"||kind==="minus";into.
push({kind,at:list[start2].at,said,subject,text:textOf({subject,said}),shown:plain.length<=80?plain:`${plain.slice(0,77)}\
…`,binds:isTest?[]:kind==="bind"?all.slice(-1):all,uses:isTest?all:kind==="bind"?all.slice(0,-1):[]})};for(let at=open+
1;at<close;){let start2=at,key=word(at);if(key==="SELECT"||key==="SERVICE")return null;if(key===".")at+=1;else if(STARTS.
test(key)){for(key==="VALUES"&&(at=skip(at+1));!CLOSING[word(at)]&&at<close;)at+=1;for(at=skip(at);word(at)==="UNION";)at=
skip(at+1);add(parts,/^[G{]/.test(key)?"group":key.toLowerCase(),start2,at)}else{let begin=at=skip(at),subject=text.slice(
list[start2].at,end(at-1)),isEnd=()=>at>=close||STARTS.test(word(at))||word(at)===".";if(isEnd())return null;for(;(begin<
at||!isEnd())&&!(!(!isEnd()&&word(at)!==";")&&(at>begin&&add(parts,"triple",begin,at,subject),begin=at+1,isEnd()));at=skip(
at));}}let cuts=list.flatMap((_,at)=>at>close&&/^(GROUP|HAVING|ORDER|LIMIT|OFFSET|VALUES)$/.test(word(at))?[at]:[]);return cuts.
forEach((at,number)=>add(tail,word(at).toLowerCase(),at,cuts[number+1]??list.length)),{prologue:text.slice(0,list[first].
at),form:word(first),head:text.slice(end(first),list[open].at),parts,tail,dataset:from?text.slice(list[from].at,list[open].
at):""}}function constants(text){let list=tokens2(text);return list.flatMap(({kind,text:piece,at},number)=>{let[next,type]=list.
slice(number+1),before=list[number-1]?.text,isCall=kind==="short"&&next?.text==="(";if(!["string","number","iri","short"].
includes(kind)||before==="^^"||isCall)return[];let last=kind!=="string"?null:next?.kind==="language"?next:next?.text==="\
^^"?type:null,plain=kind==="string"?piece.slice(1,-1):kind==="number"?piece:piece.replace(/>$/,"");return[{kind,from:at,
to:last?last.at+last.text.length:at+piece.length,plain,local:kind==="number"?plain:plain.replace(/^.*[/#:](?=.)/,"")}]})}
function whyEmpty(text,isEmpty,{find,unknown,shorten}){let query=readParts(text);if(!query||query.tail.some(({kind})=>kind===
"values"))return"";let{prologue,form,head,dataset,tail}=query,bound=new Set(query.parts.flatMap(({binds})=>binds)),isGrouped=tail.
some(({kind})=>kind==="group");if(!isEmpty&&(form!=="SELECT"||isGrouped||!COUNTED.test(head)))return"";let parts=query.parts.
filter(part2=>!unknown(`${prologue} ASK { ${part2.text} }`)),asked=(start2,kept,{instead=null,more="",end=""}={})=>{let here=new Set(
kept.flatMap(({binds})=>binds)),pieces=kept.filter(({uses})=>uses.every(name=>here.has(name)||!bound.has(name))).map(part2=>part2===
instead?.part?instead.text:part2.text);return find(`${prologue} ${start2} ${dataset} { ${pieces.join(" ")} ${more} } ${end}`)},
matches=(kept,instead)=>asked("ASK",kept,{instead}).boolean,valuesOf=(name,kept,more={},most=MOST_VALUES)=>asked(`SELECT\
 DISTINCT ${name}`,kept,{...more,end:`LIMIT ${most}`}).rows.map(row=>row[name.slice(1)]).filter(Boolean),written=term=>{
if(term.type==="uri")return shorten(term.value)===term.value?`<${term.value}>`:shorten(term.value);if(term["xml:lang"])return`${JSON.
stringify(term.value)}@${term["xml:lang"]}`;let type=shorten(term.datatype||XSD_STRING);return/:(integer|decimal)$/.test(
type)?term.value:JSON.stringify(term.value)+(type==="xsd:string"?"":`^^${type}`)},listed=values=>values.length?`; values\
 are such as ${values.map(written).join(", ")}`:"",place=({at})=>{let before=text.slice(0,at).split(`
`);return`query:${before.length}:${before.at(-1).length+1}`},line=(part2,rest)=>`${place(part2)}: ${part2.shown} ${part2.
kind==="triple"||part2.kind==="values"?"matches":"leaves"} nothing${rest}`;if(matches(parts)){let blamed=tail.filter(({kind,
said})=>kind==="having"||kind==="offset"||/^LIMIT\s+0+$/i.test(said));return blamed.length!==1||parts.length<query.parts.
length||form!=="SELECT"||!isEmpty?"":line(blamed[0],{having:"",offset:": there are fewer rows; write a smaller OFFSET",limit:"\
: a limit of 0 asks for no rows; write LIMIT 10"}[blamed[0].kind])}let[part,...others]=conflict(parts,kept=>matches(kept)).
sort((first,second)=>ORDER.indexOf(first.kind)-ORDER.indexOf(second.kind)||second.at-first.at);if(!part||part.kind==="op\
tional"||/^FILTER\s*\(\s*false\s*\)$|^VALUES.*\{\s*\}$/i.test(part.said))return"";let beside=parts.filter(each=>others.includes(
each));try{for(let[said,changed]of proposals()){let isFound=()=>matches(parts,{part,text:textOf({...part,said:changed})});
if(changed!==part.said&&isSound(isFound))return line(part,`: ${said}`)}if(form!=="ASK")return line(part,whatElse())}catch{}
return form==="ASK"?"":line(part,"");function*proposals(){let given=constants(part.said),used=[...new Set(variables(part.
said))];if(part.kind==="triple"){let node=given.at(-1),path=node&&part.said.slice(0,node.from);if(!node||node.to<part.said.
length||!path.trim())return;let found=meant(node,FRESH,beside,`${part.subject} ${path} ${FRESH} .`);found&&(yield[`${found.
how}; write ${found.term}`,path+found.term])}if(["filter","bind","values"].includes(part.kind))for(let name of used.filter(
each=>beside.some(({binds})=>binds.includes(each))).map(each=>`?${each}`)){for(let{from,to,...node}of given){let found=meant(
{...node,from,to},name,beside),either=part.kind==="filter"?` or STR(${name})`:"";found&&(yield[`${found.how} (of ${name}\
); write ${found.term}${found.how===TAGGED?either:""}`,part.said.slice(0,from)+found.term+part.said.slice(to)])}let values=valuesOf(
name,beside),types=new Set(values.map(({datatype=""})=>datatype.replace(/^.*#/,""))),replaced=convert=>given.reduceRight(
([said,one],node)=>{let term=node.kind==="string"||node.kind==="number"?convert(node):"";return term?[said.slice(0,node.
from)+term+said.slice(node.to),term]:[said,one]},[part.said,""]),wrapped=call=>part.said.replaceAll(new RegExp(`[?$]${name.
slice(1)}\\b`,"g"),call);if(types.has("integer")||types.has("decimal")){let[said,one]=replaced(({plain})=>/^-?\d+(\.\d+)?$/.
test(plain)?plain:"");yield[`${name} is a number; write ${one} without quotation marks`,said]}if(types.has("date")){let[
said,one]=replaced(({plain})=>plain.replace(/^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$|^.*$/,(_,year,month="01",day="01")=>year?
`"${year}-${month}-${day}"^^xsd:date`:""));yield[`${name} is a date; write ${one}`,said],yield[`${name} is a date; write\
 YEAR(${name})`,wrapped(`YEAR(${name})`)],yield[`${name} is a date, not a text; write STR(${name})`,wrapped(`STR(${name}\
)`)]}let isTagged=values.some(value=>value["xml:lang"]),what=isTagged?"has a language tag":"is a thing, not a text";!isTagged&&
!values.some(({type})=>type==="uri")||(yield[`${name} ${what}; write its IRI without quotation marks`,part.said.replace(
/(["'])([\w.-]*:[\w.-]+)\1/g,"$2")],/\bSTR\s*\(/i.test(part.said)||(yield[`${name} ${what}; write STR(${name})`,wrapped(
`STR(${name})`)]))}}function meant(node,name,kept,more=""){let values=valuesOf(name,kept,{more}),here=part.said.slice(node.
from,node.to),isThing=({type:type2})=>type2==="uri",isText=node.kind==="string"||node.kind==="number",isWord=/\p{L}/u.test(
node.local),reads=value2=>isThing(value2)?value2.value.replace(/^.*[/#](?=.)/,""):value2.value,plain=word=>word.toLowerCase().
replace(/[^\p{L}\p{N}]/gu,""),rank=value2=>(reads(value2)===node.local?0:2)+(/^(en|)$/.test(value2["xml:lang"]??"")?0:1),
like=values.filter(value2=>isWord?plain(reads(value2))===plain(node.local):reads(value2)===node.local||Number(reads(value2))===
Number(node.local));!like.length&&isWord&&values.some(isThing)&&(like=valuesOf(name,kept,{more:`${more} ${name} ${NAMES2}\
 ${FRESH}_name FILTER(LCASE(STR(${FRESH}_name)) = ${JSON.stringify(node.local.toLowerCase())})`},1));let[value]=like.filter(
each=>written(each)!==here&&each.type!=="bnode").sort((first,second)=>rank(first)-rank(second));if(!value)return null;let type=shorten(
value.datatype||XSD_STRING),term=written(value),isSame=reads(value)===node.local;if(tokens2(part.said).some(({text:sign})=>/^[<>]=?$/.
test(sign))&&type==="xsd:string"&&!value["xml:lang"])return null;if(isThing(value))return{term,how:isText?"the values ar\
e things, not texts":"the value is another thing"};if(!isText)return{term,how:"the values are texts, not things"};if(!isSame)
return{term,how:isWord?"capitals and signs count":`the number is ${type}`};let tag=value["xml:lang"],isTagged=/@[\w-]+$/.
test(here);return{term,how:tag?isTagged?"the value has another language tag":TAGGED:isTagged?"the values have no languag\
e tag":NUMBER.test(value.datatype)?"the values are numbers":`the values have the type ${type}`}}function whatElse(){let names=[
...new Set(others.slice(0,3).map(({shown})=>shown))].join(" and "),node=constants(part.said).at(-1);if(part.kind==="trip\
le"&&!others.length&&node&&node.to===part.said.length)return listed(valuesOf(FRESH,[],{more:`${part.subject} ${part.said.
slice(0,node.from)} ${FRESH} .`},3));let unbound=part.kind==="filter"&&!/EXISTS/i.test(part.said)?part.uses.find(name=>!bound.
has(name)):"";if(unbound)return`: ?${unbound} is bound nowhere; bind it in a pattern`;if(part.kind==="filter"&&others.every(
({kind})=>kind!=="filter")){let name=part.uses.find(each=>bound.has(each)),values=name?valuesOf(`?${name}`,beside,{},3):
[];return listed(values).replace("values",`values of ?${name}`)}return names&&` together with ${names}`}}function isSound(test){
try{return test()}catch{return!1}}function conflict(parts,matches){let alone=parts.find(part=>/^(triple|values)$/.test(part.
kind)&&!matches([part])),order=[...parts].sort((first,second)=>+(second.kind==="optional")-+(first.kind==="optional"));return alone?
[alone]:order.reduce((kept,part)=>{let rest=kept.filter(each=>each!==part);return matches(rest)?kept:rest},parts)}var MOST_TIME=150;console.error=()=>{};var store,settings;function fromBase64(text){let binary=atob(text),bytes=new Uint8Array(
binary.length);for(let place=0;place<bytes.length;place+=1)bytes[place]=binary.charCodeAt(place);return bytes}async function unpack(file){
let packed=typeof file=="string"?fromBase64(file):new Uint8Array(file);if(packed[0]!==31||packed[1]!==139)return packed;
let stream=new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));return new Uint8Array(await new Response(
stream).arrayBuffer())}async function start(data){let{engine,graph,...rest}=data;settings=rest,self.postMessage({kind:"p\
rogress",step:"engine"}),initSync({module:await unpack(engine)}),self.postMessage({kind:"progress",step:"graph"}),store=
new Store,store.load(await unpack(graph),{format:"application/trig",lenient:!0,no_transaction:!0}),self.postMessage({kind:"\
ready",quads:store.size})}var ask=text=>store.query(text),findUnknown=iris=>iris.filter(iri=>settings.spaces.some(space=>iri.
startsWith(space))&&!ask(`ASK { { GRAPH <${iri}> { ?s ?p ?o } } UNION
    { GRAPH ?g { { <${iri}> ?p ?o } UNION { ?s ?p <${iri}> } UNION { ?s <${iri}> ?o } } } }`)),toTerm=({termType,value,language,
datatype})=>termType==="NamedNode"?{type:"uri",value}:termType==="BlankNode"?{type:"bnode",value}:{type:"literal",value,
...language?{"xml:lang":language}:{datatype:datatype?.value}};function tripleRows(quads){return[...new Map(quads.map(({subject,
predicate,object})=>[[subject,predicate,object].map(String).join("	"),[subject,predicate,object].map(toTerm)]))].sort(([
first],[second])=>first<second?-1:1).map(([,row])=>row)}var scopeOf=({from})=>from.length?{}:{default_graph:namedNode(settings.
current)};function explain(text,isEmpty,unknown){let until=performance.now()+MOST_TIME,read=asked=>rewriteQuery(asked,settings),
fault=null,find=asked=>{if(fault||performance.now()>until)throw new Error("no time is left");let query=read(asked);try{let found=store.
query(query.text,{...scopeOf(query),results_format:"json"}),{boolean,results}=JSON.parse(found);return{boolean,rows:results?.
bindings}}catch(error){throw isBreakdown(error)&&(fault=error),error}},isUnknown=asked=>read(asked).iris.some(iri=>unknown.
includes(iri)),hint="";try{hint=whyEmpty(text,isEmpty,{find,unknown:isUnknown,shorten:createShortener(settings.prefixes)})}catch{}
if(fault)throw fault;return hint}function answer(text){let query=rewriteQuery(text,settings);for(let graph of query.from)
if(!ask(`ASK { GRAPH <${graph}> { ?s ?p ?o } }`))throw errorAt(text,text.search(/\bfrom\b/i),"askNoGraph",graph);let options=scopeOf(
query),isTable=query.form==="SELECT"||query.form==="ASK",found=store.query(query.text,{...options,...isTable?{results_format:"\
json"}:{}}),result={form:query.form,unknown:findUnknown(query.iris)};if(!isTable)return limited({...result,columns:["sub\
ject","predicate","object"],rows:tripleRows(found)});let{head,results,boolean}=JSON.parse(found);if(query.form==="ASK")return{
...result,boolean,columns:[],rows:[]};let order=query.isStar?variablesOf(query.text).filter(name=>head.vars.includes(name)):
[],columns=order.length===head.vars.length?order:head.vars;return limited({...result,columns,rows:results.bindings.map(row=>columns.
map(name=>row[name]??null))})}function limited({rows,...result}){let{maxRows}=settings;return{...result,rows:rows.slice(
0,maxRows),isCut:rows.length>maxRows}}var isBreakdown=error=>error instanceof WebAssembly.RuntimeError||error instanceof
RangeError;function describe(error){if(error instanceof AskError)return{key:error.key,values:error.values,place:error.place};
let isBroken=isBreakdown(error),message=String(error.message).replace(/\s+/g," ");return{key:isBroken?"askBroken":"askEn\
gineError",values:[message],place:null,isBroken}}self.onmessage=async({data:{kind,id,text,isEmpty,unknown,...rest}})=>{try{
kind==="start"?await start(rest):self.postMessage({kind:"answer",id,answer:kind==="explain"?explain(text,isEmpty,unknown):
answer(text)})}catch(error){self.postMessage({kind:"error",id,error:describe(error)})}};})();

/*
@codemirror/autocomplete 6.20.4

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/commands 6.11.1

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/language 6.13.1

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/legacy-modes 6.5.5

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/lint 6.9.8

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/state 6.7.6

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/streamparser 6.0.0

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@codemirror/view 6.43.15

MIT License

Copyright (C) 2018-2021 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@lezer/common 1.5.5

MIT License

Copyright (C) 2018 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@lezer/highlight 1.2.5

MIT License

Copyright (C) 2018 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
@marijn/find-cluster-break 1.0.4

MIT License

Copyright (C) 2024 by Marijn Haverbeke <marijn@haverbeke.berlin>

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
crelt 1.0.7

Copyright (C) 2020 by Marijn Haverbeke <marijn@haverbeke.berlin>

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
style-mod 4.1.5

Copyright (C) 2018 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
w3c-keyname 2.2.8

Copyright (C) 2016 by Marijn Haverbeke <marijn@haverbeke.berlin> and others

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
"use strict";var pcgraphEditor=(()=>{var vs=Object.defineProperty;var Xc=Object.getOwnPropertyDescriptor;var Jc=Object.getOwnPropertyNames;var Zc=Object.prototype.hasOwnProperty;var Qc=(n,e)=>{for(var t in e)vs(n,t,{get:e[t],enumerable:!0})},ef=(n,e,t,i)=>{if(e&&typeof e=="object"||typeof e=="func\
tion")for(let s of Jc(e))!Zc.call(n,s)&&s!==t&&vs(n,s,{get:()=>e[s],enumerable:!(i=Xc(e,s))||i.enumerable});return n};var tf=n=>ef(vs({},"__esModule",{value:!0}),n);var qm={};Qc(qm,{createEditor:()=>Km});var Ss=[],Yo=[];(()=>{let n="lc,34,7n,7,7b,19,,,,2,,2,,,20,b,1c,l,g,,2t,7,2,6,2,2,,4,z,,u,r,2j,b,1m,9,9,,o,4,,9,,3,,5,17\
,3,1n,9,16,o,,x,1i,3,,i,,7,a,2,t,3,1k,,,7,2,2,2,3,9,,a,2,q,,2,3,1k,,,5,4,2,2,3,3,,u,2,3,,b,3,1k,,,8,,3,,3,k,2,m,6,,3,1k,\
,,7,2,2,2,3,7,3,a,2,u,,1n,5,3,3,,4,9,,14,5,1j,,,7,,3,,4,7,2,b,2,t,3,1k,,,7,,3,,4,7,2,b,2,f,,c,4,1j,2,,7,,3,,4,9,,a,2,t,3\
,1y,,4,6,,,,8,i,2,1p,,,8,c,8,2q,,,a,b,7,21,2,r,,,,,,4,2,1d,k,,2,5,b,,10,9,,2u,b,,6,n,4,4,3,g,4,d,,,3,6,,f,,jj,3,qa,4,s,3\
,t,2,u,2,1s,w,9,,19,3,,,39,2,y,,3a,c,4,c,63,5,1l,a,,,,,2,o,2,,1c,1a,2,c,k,5,1b,h,12,9,c,3,u,d,1k,e,1c,k,48,3,,l,4,,6,,2,\
3,5i,1s,ek,,5f,x,2da,3,3x,,2o,w,fe,6,2x,2,n9w,4,,a,w,2,28,2,7k,,3,,4,,n,5,4,,2b,2,1e,i,q,i,d,,12,8,p,d,18,4,1b,e,10,,1v,\
e,c,,8,2,1a,,1f,,,3,2,2,5,2,,,15,5,5,2,6k,8,,2,fn4,,kh,g,g,g,a6,2,gt,,6a,,45,5,1ae,3,,2,5,4,14,3,4,,4l,2,fx,4,1t,5,8t,2,\
25,6,1y,b,1d,4,3e,3,1h,f,15,,2,2,a,4,19,b,7,,1p,3,10,e,g,2,18,,c,3,1c,e,8,4,,2,2k,c,6,,2,,4d,c,l,4,1j,2,,7,2,2,2,3,9,,a,\
2,2,7,3,5,1v,9,,,2,,,4,,5,,,e,2,2a,i,n,,29,k,6j,7,2,9,r,2,2a,h,2y,d,2t,3,2,a,74,f,6t,6,,2,2,4,,,,2,3x,7,2,7,3,,s,a,14,7,\
,4,8,,9,b,1a,g,5i,8,5j,8,,8,2a,m,,e,3e,6,3,,,2,,7,,,1u,5,,2,,5,9n,4,9,2,,,1c,7,3,5,n,,44l,,6,f,8ug,i,1xc,5,1n,7,t4,,,1j,\
7,4,29,,b,2,f57,2,3mp,1a,2,n,f2,5,3,6,8,8,2,7,u,4,44,3,1iz,1j,4,1e,8,,e,,m,5,,f,11s,7,,h,2,7,,2,,5,2s,,4g,7,af,,1p,4,e4,\
4,72,2,6r,,2,,7,2,5,,d6,7,31,7,240,5".split(",").map(e=>e?parseInt(e,36):1);for(let e=0,t=0;e<n.length;e++)(e%2?Yo:Ss).push(
t=t+n[e])})();function nf(n){if(n<768)return!1;for(let e=0,t=Ss.length;;){let i=e+t>>1;if(n<Ss[i])t=i;else if(n>=Yo[i])e=
i+1;else return!0;if(e==t)return!1}}function Uo(n){return n>=127462&&n<=127487}var Go=8205;function Xo(n,e,t=!0,i=!0){return(t?Jo:sf)(n,e,i)}function Jo(n,e,t){if(e==n.length)return e;e&&Zo(n.charCodeAt(
e))&&Qo(n.charCodeAt(e-1))&&e--;let i=ks(n,e);for(e+=_o(i);e<n.length;){let s=ks(n,e);if(i==Go||s==Go||t&&nf(s))e+=_o(s),
i=s;else if(Uo(s)){let r=0,o=e-2;for(;o>=0&&Uo(ks(n,o));)r++,o-=2;if(r%2==0)break;e+=2}else break}return e}function sf(n,e,t){
for(;e>1;){let i=Jo(n,e-2,t);if(i<e)return i;e--}return 0}function ks(n,e){let t=n.charCodeAt(e);if(!Qo(t)||e+1==n.length)
return t;let i=n.charCodeAt(e+1);return Zo(i)?(t-55296<<10)+(i-56320)+65536:t}function Zo(n){return n>=56320&&n<57344}function Qo(n){
return n>=55296&&n<56320}function _o(n){return n<65536?1:2}var W=class n{lineAt(e){if(e<0||e>this.length)throw new RangeError(`Invalid position ${e} in document of length ${this.length}`);
return this.lineInner(e,!1,1,0)}line(e){if(e<1||e>this.lines)throw new RangeError(`Invalid line number ${e} in ${this.lines}\
-line document`);return this.lineInner(e,!0,1,0)}replace(e,t,i){[e,t]=Zt(this,e,t);let s=[];return this.decompose(0,e,s,
2),i.length&&i.decompose(0,i.length,s,3),this.decompose(t,this.length,s,1),Yt.from(s,this.length-(t-e)+i.length)}append(e){
return this.replace(this.length,this.length,e)}slice(e,t=this.length){[e,t]=Zt(this,e,t);let i=[];return this.decompose(
e,t,i,0),Yt.from(i,t-e)}eq(e){if(e==this)return!0;if(e.length!=this.length||e.lines!=this.lines)return!1;let t=this.scanIdentical(
e,1),i=this.length-this.scanIdentical(e,-1),s=new Bt(this),r=new Bt(e);for(let o=t,l=t;;){if(s.next(o),r.next(o),o=0,s.lineBreak!=
r.lineBreak||s.done!=r.done||s.value!=r.value)return!1;if(l+=s.value.length,s.done||l>=i)return!0}}iter(e=1){return new Bt(
this,e)}iterRange(e,t=this.length){return new cn(this,e,t)}iterLines(e,t){let i;if(e==null)i=this.iter();else{t==null&&(t=
this.lines+1);let s=this.line(e).from;i=this.iterRange(s,Math.max(s,t==this.lines+1?this.length:t<=1?0:this.line(t-1).to))}
return new fn(i)}toString(){return this.sliceString(0)}toJSON(){let e=[];return this.flatten(e),e}constructor(){}static of(e){
if(e.length==0)throw new RangeError("A document must have at least one line");return e.length==1&&!e[0]?n.empty:e.length<=
32?new Me(e):Yt.from(Me.split(e,[]))}},Me=class n extends W{constructor(e,t=rf(e)){super(),this.text=e,this.length=t}get lines(){
return this.text.length}get children(){return null}lineInner(e,t,i,s){for(let r=0;;r++){let o=this.text[r],l=s+o.length;
if((t?i:l)>=e)return new As(s,l,i,o);s=l+1,i++}}decompose(e,t,i,s){let r=e<=0&&t>=this.length?this:new n(el(this.text,e,
t),Math.min(t,this.length)-Math.max(0,e));if(s&1){let o=i.pop(),l=hn(r.text,o.text.slice(),0,r.length);if(l.length<=32)i.
push(new n(l,o.length+r.length));else{let a=l.length>>1;i.push(new n(l.slice(0,a)),new n(l.slice(a)))}}else i.push(r)}replace(e,t,i){
if(!(i instanceof n))return super.replace(e,t,i);[e,t]=Zt(this,e,t);let s=hn(this.text,hn(i.text,el(this.text,0,e)),t),r=this.
length+i.length-(t-e);return s.length<=32?new n(s,r):Yt.from(n.split(s,[]),r)}sliceString(e,t=this.length,i=`
`){[e,t]=Zt(this,e,t);let s="";for(let r=0,o=0;r<=t&&o<this.text.length;o++){let l=this.text[o],a=r+l.length;r>e&&o&&(s+=
i),e<a&&t>r&&(s+=l.slice(Math.max(0,e-r),t-r)),r=a+1}return s}flatten(e){for(let t of this.text)e.push(t)}scanIdentical(){
return 0}static split(e,t){let i=[],s=-1;for(let r of e)i.push(r),s+=r.length+1,i.length==32&&(t.push(new n(i,s)),i=[],s=
-1);return s>-1&&t.push(new n(i,s)),t}},Yt=class n extends W{constructor(e,t){super(),this.children=e,this.length=t,this.
lines=0;for(let i of e)this.lines+=i.lines}lineInner(e,t,i,s){for(let r=0;;r++){let o=this.children[r],l=s+o.length,a=i+
o.lines-1;if((t?a:l)>=e)return o.lineInner(e,t,i,s);s=l+1,i=a+1}}decompose(e,t,i,s){for(let r=0,o=0;o<=t&&r<this.children.
length;r++){let l=this.children[r],a=o+l.length;if(e<=a&&t>=o){let h=s&((o<=e?1:0)|(a>=t?2:0));o>=e&&a<=t&&!h?i.push(l):
l.decompose(e-o,t-o,i,h)}o=a+1}}replace(e,t,i){if([e,t]=Zt(this,e,t),i.lines<this.lines)for(let s=0,r=0;s<this.children.
length;s++){let o=this.children[s],l=r+o.length;if(e>=r&&t<=l){let a=o.replace(e-r,t-r,i),h=this.lines-o.lines+a.lines;if(a.
lines<h>>4&&a.lines>h>>6){let c=this.children.slice();return c[s]=a,new n(c,this.length-(t-e)+i.length)}return super.replace(
r,l,a)}r=l+1}return super.replace(e,t,i)}sliceString(e,t=this.length,i=`
`){[e,t]=Zt(this,e,t);let s="";for(let r=0,o=0;r<this.children.length&&o<=t;r++){let l=this.children[r],a=o+l.length;o>e&&
r&&(s+=i),e<a&&t>o&&(s+=l.sliceString(e-o,t-o,i)),o=a+1}return s}flatten(e){for(let t of this.children)t.flatten(e)}scanIdentical(e,t){
if(!(e instanceof n))return 0;let i=0,[s,r,o,l]=t>0?[0,0,this.children.length,e.children.length]:[this.children.length-1,
e.children.length-1,-1,-1];for(;;s+=t,r+=t){if(s==o||r==l)return i;let a=this.children[s],h=e.children[r];if(a!=h)return i+
a.scanIdentical(h,t);i+=a.length+1}}static from(e,t=e.reduce((i,s)=>i+s.length+1,-1)){let i=0;for(let d of e)i+=d.lines;
if(i<32){let d=[];for(let p of e)p.flatten(d);return new Me(d,t)}let s=Math.max(32,i>>5),r=s<<1,o=s>>1,l=[],a=0,h=-1,c=[];
function f(d){let p;if(d.lines>r&&d instanceof n)for(let m of d.children)f(m);else d.lines>o&&(a>o||!a)?(u(),l.push(d)):
d instanceof Me&&a&&(p=c[c.length-1])instanceof Me&&d.lines+p.lines<=32?(a+=d.lines,h+=d.length+1,c[c.length-1]=new Me(p.
text.concat(d.text),p.length+1+d.length)):(a+d.lines>s&&u(),a+=d.lines,h+=d.length+1,c.push(d))}function u(){a!=0&&(l.push(
c.length==1?c[0]:n.from(c,h)),h=-1,a=c.length=0)}for(let d of e)f(d);return u(),l.length==1?l[0]:new n(l,t)}};W.empty=new Me(
[""],0);function rf(n){let e=-1;for(let t of n)e+=t.length+1;return e}function hn(n,e,t=0,i=1e9){for(let s=0,r=0,o=!0;r<
n.length&&s<=i;r++){let l=n[r],a=s+l.length;a>=t&&(a>i&&(l=l.slice(0,i-s)),s<t&&(l=l.slice(t-s)),o?(e[e.length-1]+=l,o=!1):
e.push(l)),s=a+1}return e}function el(n,e,t){return hn(n,[""],e,t)}var Bt=class{constructor(e,t=1){this.dir=t,this.done=
!1,this.lineBreak=!1,this.value="",this.nodes=[e],this.offsets=[t>0?1:(e instanceof Me?e.text.length:e.children.length)<<
1]}nextInner(e,t){for(this.done=this.lineBreak=!1;;){let i=this.nodes.length-1,s=this.nodes[i],r=this.offsets[i],o=r>>1,
l=s instanceof Me?s.text.length:s.children.length;if(o==(t>0?l:0)){if(i==0)return this.done=!0,this.value="",this;t>0&&this.
offsets[i-1]++,this.nodes.pop(),this.offsets.pop()}else if((r&1)==(t>0?0:1)){if(this.offsets[i]+=t,e==0)return this.lineBreak=
!0,this.value=`
`,this;e--}else if(s instanceof Me){let a=s.text[o+(t<0?-1:0)];if(this.offsets[i]+=t,a.length>Math.max(0,e))return this.
value=e==0?a:t>0?a.slice(e):a.slice(0,a.length-e),this;e-=a.length}else{let a=s.children[o+(t<0?-1:0)];e>a.length?(e-=a.
length,this.offsets[i]+=t):(t<0&&this.offsets[i]--,this.nodes.push(a),this.offsets.push(t>0?1:(a instanceof Me?a.text.length:
a.children.length)<<1))}}}next(e=0){return e<0&&(this.nextInner(-e,-this.dir),e=this.value.length),this.nextInner(e,this.
dir)}},cn=class{constructor(e,t,i){this.value="",this.done=!1,this.cursor=new Bt(e,t>i?-1:1),this.pos=t>i?e.length:0,this.
from=Math.min(t,i),this.to=Math.max(t,i)}nextInner(e,t){if(t<0?this.pos<=this.from:this.pos>=this.to)return this.value="",
this.done=!0,this;e+=Math.max(0,t<0?this.pos-this.to:this.from-this.pos);let i=t<0?this.pos-this.from:this.to-this.pos;e>
i&&(e=i),i-=e;let{value:s}=this.cursor.next(e);return this.pos+=(s.length+e)*t,this.value=s.length<=i?s:t<0?s.slice(s.length-
i):s.slice(0,i),this.done=!this.value,this}next(e=0){return e<0?e=Math.max(e,this.from-this.pos):e>0&&(e=Math.min(e,this.
to-this.pos)),this.nextInner(e,this.cursor.dir)}get lineBreak(){return this.cursor.lineBreak&&this.value!=""}},fn=class{constructor(e){
this.inner=e,this.afterBreak=!0,this.value="",this.done=!1}next(e=0){let{done:t,lineBreak:i,value:s}=this.inner.next(e);
return t&&this.afterBreak?(this.value="",this.afterBreak=!1):t?(this.done=!0,this.value=""):i?this.afterBreak?this.value=
"":(this.afterBreak=!0,this.next()):(this.value=s,this.afterBreak=!1),this}get lineBreak(){return!1}};typeof Symbol<"u"&&
(W.prototype[Symbol.iterator]=function(){return this.iter()},Bt.prototype[Symbol.iterator]=cn.prototype[Symbol.iterator]=
fn.prototype[Symbol.iterator]=function(){return this});var As=class{constructor(e,t,i,s){this.from=e,this.to=t,this.number=
i,this.text=s}get length(){return this.to-this.from}};function Zt(n,e,t){return e=Math.max(0,Math.min(n.length,e)),[e,Math.
max(e,Math.min(n.length,t))]}function ae(n,e,t=!0,i=!0){return Xo(n,e,t,i)}function of(n){return n>=56320&&n<57344}function lf(n){
return n>=55296&&n<56320}function rt(n,e){let t=n.charCodeAt(e);if(!lf(t)||e+1==n.length)return t;let i=n.charCodeAt(e+1);
return of(i)?(t-55296<<10)+(i-56320)+65536:t}function rl(n){return n<=65535?String.fromCharCode(n):(n-=65536,String.fromCharCode(
(n>>10)+55296,(n&1023)+56320))}function gt(n){return n<65536?1:2}var Ms=/\r\n?|\n/,pe=(function(n){return n[n.Simple=0]=
"Simple",n[n.TrackDel=1]="TrackDel",n[n.TrackBefore=2]="TrackBefore",n[n.TrackAfter=3]="TrackAfter",n})(pe||(pe={})),st=class n{constructor(e){
this.sections=e}get length(){let e=0;for(let t=0;t<this.sections.length;t+=2)e+=this.sections[t];return e}get newLength(){
let e=0;for(let t=0;t<this.sections.length;t+=2){let i=this.sections[t+1];e+=i<0?this.sections[t]:i}return e}get empty(){
return this.sections.length==0||this.sections.length==2&&this.sections[1]<0}iterGaps(e){for(let t=0,i=0,s=0;t<this.sections.
length;){let r=this.sections[t++],o=this.sections[t++];o<0?(e(i,s,r),s+=r):s+=o,i+=r}}iterChangedRanges(e,t=!1){Ts(this,
e,t)}get invertedDesc(){let e=[];for(let t=0;t<this.sections.length;){let i=this.sections[t++],s=this.sections[t++];s<0?
e.push(i,s):e.push(s,i)}return new n(e)}composeDesc(e){return this.empty?e:e.empty?this:ol(this,e)}mapDesc(e,t=!1){return e.
empty?this:Os(this,e,t)}mapPos(e,t=-1,i=pe.Simple){let s=0,r=0;for(let o=0;o<this.sections.length;){let l=this.sections[o++],
a=this.sections[o++],h=s+l;if(a<0){if(h>e)return r+(e-s);r+=l}else{if(i!=pe.Simple&&h>=e&&(i==pe.TrackDel&&s<e&&h>e||i==
pe.TrackBefore&&s<e||i==pe.TrackAfter&&h>e))return null;if(h>e||h==e&&t<0&&!l)return e==s||t<0?r:r+a;r+=a}s=h}if(e>s)throw new RangeError(
`Position ${e} is out of range for changeset of length ${s}`);return r}touchesRange(e,t=e){for(let i=0,s=0;i<this.sections.
length&&s<=t;){let r=this.sections[i++],o=this.sections[i++],l=s+r;if(o>=0&&s<=t&&l>=e)return s<e&&l>t?"cover":!0;s=l}return!1}toString(){
let e="";for(let t=0;t<this.sections.length;){let i=this.sections[t++],s=this.sections[t++];e+=(e?" ":"")+i+(s>=0?":"+s:
"")}return e}toJSON(){return this.sections}static fromJSON(e){if(!Array.isArray(e)||e.length%2||e.some(t=>typeof t!="num\
ber"))throw new RangeError("Invalid JSON representation of ChangeDesc");return new n(e)}static create(e){return new n(e)}},
ye=class n extends st{constructor(e,t){super(e),this.inserted=t}apply(e){if(this.length!=e.length)throw new RangeError("\
Applying change set to a document with the wrong length");return Ts(this,(t,i,s,r,o)=>e=e.replace(s,s+(i-t),o),!1),e}mapDesc(e,t=!1){
return Os(this,e,t,!0)}invert(e){let t=this.sections.slice(),i=[];for(let s=0,r=0;s<t.length;s+=2){let o=t[s],l=t[s+1];if(l>=
0){t[s]=l,t[s+1]=o;let a=s>>1;for(;i.length<a;)i.push(W.empty);i.push(o?e.slice(r,r+o):W.empty)}r+=o}return new n(t,i)}compose(e){
return this.empty?e:e.empty?this:ol(this,e,!0)}map(e,t=!1){return e.empty?this:Os(this,e,t,!0)}iterChanges(e,t=!1){Ts(this,
e,t)}get desc(){return st.create(this.sections)}filter(e){let t=[],i=[],s=[],r=new Rt(this);e:for(let o=0,l=0;;){let a=o==
e.length?1e9:e[o++];for(;l<a||l==a&&r.len==0;){if(r.done)break e;let c=Math.min(r.len,a-l);de(s,c,-1);let f=r.ins==-1?-1:
r.off==0?r.ins:0;de(t,c,f),f>0&&mt(i,t,r.text),r.forward(c),l+=c}let h=e[o++];for(;l<h;){if(r.done)break e;let c=Math.min(
r.len,h-l);de(t,c,-1),de(s,c,r.ins==-1?-1:r.off==0?r.ins:0),r.forward(c),l+=c}}return{changes:new n(t,i),filtered:st.create(
s)}}toJSON(){let e=[];for(let t=0;t<this.sections.length;t+=2){let i=this.sections[t],s=this.sections[t+1];s<0?e.push(i):
s==0?e.push([i]):e.push([i].concat(this.inserted[t>>1].toJSON()))}return e}static of(e,t,i){let s=[],r=[],o=0,l=null;function a(c=!1){
if(!c&&!s.length)return;o<t&&de(s,t-o,-1);let f=new n(s,r);l=l?l.compose(f.map(l)):f,s=[],r=[],o=0}function h(c){if(Array.
isArray(c))for(let f of c)h(f);else if(c instanceof n){if(c.length!=t)throw new RangeError(`Mismatched change set length\
 (got ${c.length}, expected ${t})`);a(),l=l?l.compose(c.map(l)):c}else{let{from:f,to:u=f,insert:d}=c;if(f>u||f<0||u>t)throw new RangeError(
`Invalid change range ${f} to ${u} (in doc of length ${t})`);let p=d?typeof d=="string"?W.of(d.split(i||Ms)):d:W.empty,m=p.
length;if(f==u&&m==0)return;f<o&&a(),f>o&&de(s,f-o,-1),de(s,u-f,m),mt(r,s,p),o=u}}return h(e),a(!l),l}static empty(e){return new n(
e?[e,-1]:[],[])}static fromJSON(e){if(!Array.isArray(e))throw new RangeError("Invalid JSON representation of ChangeSet");
let t=[],i=[];for(let s=0;s<e.length;s++){let r=e[s];if(typeof r=="number")t.push(r,-1);else{if(!Array.isArray(r)||typeof r[0]!=
"number"||r.some((o,l)=>l&&typeof o!="string"))throw new RangeError("Invalid JSON representation of ChangeSet");if(r.length==
1)t.push(r[0],0);else{for(;i.length<s;)i.push(W.empty);i[s]=W.of(r.slice(1)),t.push(r[0],i[s].length)}}}return new n(t,i)}static createSet(e,t){
return new n(e,t)}};function de(n,e,t,i=!1){if(e==0&&t<=0)return;let s=n.length-2;s>=0&&t<=0&&t==n[s+1]?n[s]+=e:s>=0&&e==
0&&n[s]==0?n[s+1]+=t:i?(n[s]+=e,n[s+1]+=t):n.push(e,t)}function mt(n,e,t){if(t.length==0)return;let i=e.length-2>>1;if(i<
n.length)n[n.length-1]=n[n.length-1].append(t);else{for(;n.length<i;)n.push(W.empty);n.push(t)}}function Ts(n,e,t){let i=n.
inserted;for(let s=0,r=0,o=0;o<n.sections.length;){let l=n.sections[o++],a=n.sections[o++];if(a<0)s+=l,r+=l;else{let h=s,
c=r,f=W.empty;for(;h+=l,c+=a,a&&i&&(f=f.append(i[o-2>>1])),!(t||o==n.sections.length||n.sections[o+1]<0);)l=n.sections[o++],
a=n.sections[o++];e(s,h,r,c,f),s=h,r=c}}}function Os(n,e,t,i=!1){let s=[],r=i?[]:null,o=new Rt(n),l=new Rt(e);for(let a=-1;;){
if(o.done&&l.len||l.done&&o.len)throw new Error("Mismatched change set lengths");if(o.ins==-1&&l.ins==-1){let h=Math.min(
o.len,l.len);de(s,h,-1),o.forward(h),l.forward(h)}else if(l.ins>=0&&(o.ins<0||a==o.i||o.off==0&&(l.len<o.len||l.len==o.len&&
!t))){let h=l.len;for(de(s,l.ins,-1);h;){let c=Math.min(o.len,h);o.ins>=0&&a<o.i&&o.len<=c&&(de(s,0,o.ins),r&&mt(r,s,o.text),
a=o.i),o.forward(c),h-=c}l.next()}else if(o.ins>=0){let h=0,c=o.len;for(;c;)if(l.ins==-1){let f=Math.min(c,l.len);h+=f,c-=
f,l.forward(f)}else if(l.ins==0&&l.len<c)c-=l.len,l.next();else break;de(s,h,a<o.i?o.ins:0),r&&a<o.i&&mt(r,s,o.text),a=o.
i,o.forward(o.len-c)}else{if(o.done&&l.done)return r?ye.createSet(s,r):st.create(s);throw new Error("Mismatched change s\
et lengths")}}}function ol(n,e,t=!1){let i=[],s=t?[]:null,r=new Rt(n),o=new Rt(e);for(let l=!1;;){if(r.done&&o.done)return s?
ye.createSet(i,s):st.create(i);if(r.ins==0)de(i,r.len,0,l),r.next();else if(o.len==0&&!o.done)de(i,0,o.ins,l),s&&mt(s,i,
o.text),o.next();else{if(r.done||o.done)throw new Error("Mismatched change set lengths");{let a=Math.min(r.len2,o.len),h=i.
length;if(r.ins==-1){let c=o.ins==-1?-1:o.off?0:o.ins;de(i,a,c,l),s&&c&&mt(s,i,o.text)}else o.ins==-1?(de(i,r.off?0:r.len,
a,l),s&&mt(s,i,r.textBit(a))):(de(i,r.off?0:r.len,o.off?0:o.ins,l),s&&!o.off&&mt(s,i,o.text));l=(r.ins>a||o.ins>=0&&o.len>
a)&&(l||i.length>h),r.forward2(a),o.forward(a)}}}}var Rt=class{constructor(e){this.set=e,this.i=0,this.next()}next(){let{
sections:e}=this.set;this.i<e.length?(this.len=e[this.i++],this.ins=e[this.i++]):(this.len=0,this.ins=-2),this.off=0}get done(){
return this.ins==-2}get len2(){return this.ins<0?this.len:this.ins}get text(){let{inserted:e}=this.set,t=this.i-2>>1;return t>=
e.length?W.empty:e[t]}textBit(e){let{inserted:t}=this.set,i=this.i-2>>1;return i>=t.length&&!e?W.empty:t[i].slice(this.off,
e==null?void 0:this.off+e)}forward(e){e==this.len?this.next():(this.len-=e,this.off+=e)}forward2(e){this.ins==-1?this.forward(
e):e==this.ins?this.next():(this.ins-=e,this.off+=e)}},Ot=class n{constructor(e,t,i,s){this.from=e,this.to=t,this.flags=
i,this.goalColumn=s}get anchor(){return this.flags&32?this.to:this.from}get head(){return this.flags&32?this.from:this.to}get empty(){
return this.from==this.to}get assoc(){return this.flags&8?-1:this.flags&16?1:0}get undirectional(){return(this.flags&64)>
0}get bidiLevel(){let e=this.flags&7;return e==7?null:e}map(e,t=-1){let i,s;return this.empty?i=s=e.mapPos(this.from,t):
(i=e.mapPos(this.from,1),s=e.mapPos(this.to,-1)),i==this.from&&s==this.to?this:new n(i,s,this.flags,this.goalColumn)}extend(e,t=e,i=0){
if(e<=this.anchor&&t>=this.anchor)return k.range(e,t,void 0,void 0,i);let s=Math.abs(e-this.anchor)>Math.abs(t-this.anchor)?
e:t;return k.range(this.anchor,s,void 0,void 0,i)}eq(e,t=!1){return this.anchor==e.anchor&&this.head==e.head&&this.goalColumn==
e.goalColumn&&(!t||!this.empty||this.assoc==e.assoc)}toJSON(){return{anchor:this.anchor,head:this.head}}static fromJSON(e){
if(!e||typeof e.anchor!="number"||typeof e.head!="number")throw new RangeError("Invalid JSON representation for Selectio\
nRange");return k.range(e.anchor,e.head)}static create(e,t,i,s){return new n(e,t,i,s)}},k=class n{constructor(e,t){this.
ranges=e,this.mainIndex=t}map(e,t=-1){return e.empty?this:n.create(this.ranges.map(i=>i.map(e,t)),this.mainIndex)}eq(e,t=!1){
if(this.ranges.length!=e.ranges.length||this.mainIndex!=e.mainIndex)return!1;for(let i=0;i<this.ranges.length;i++)if(!this.
ranges[i].eq(e.ranges[i],t))return!1;return!0}get main(){return this.ranges[this.mainIndex]}asSingle(){return this.ranges.
length==1?this:new n([this.main],0)}addRange(e,t=!0){return n.create([e].concat(this.ranges),t?0:this.mainIndex+1)}replaceRange(e,t=this.
mainIndex){let i=this.ranges.slice();return i[t]=e,n.create(i,this.mainIndex)}toJSON(){return{ranges:this.ranges.map(e=>e.
toJSON()),main:this.mainIndex}}static fromJSON(e){if(!e||!Array.isArray(e.ranges)||typeof e.main!="number"||e.main>=e.ranges.
length)throw new RangeError("Invalid JSON representation for EditorSelection");return new n(e.ranges.map(t=>Ot.fromJSON(
t)),e.main)}static single(e,t=e){return new n([n.range(e,t)],0)}static create(e,t=0){if(e.length==0)throw new RangeError(
"A selection needs at least one range");for(let i=0,s=0;s<e.length;s++){let r=e[s];if(r.empty?r.from<=i:r.from<i)return n.
normalized(e.slice(),t);i=r.to}return new n(e,t)}static cursor(e,t=0,i,s){return Ot.create(e,e,(t==0?0:t<0?8:16)|(i==null?
7:Math.min(6,i)),s)}static range(e,t,i,s,r){let o=s==null?7:Math.min(6,s);return!r&&e!=t&&(r=t<e?1:-1),r&&(o|=r<0?8:16),
t<e?Ot.create(t,e,o|32,i):Ot.create(e,t,o,i)}static undirectionalRange(e,t){return Ot.create(e,t,64,void 0)}static normalized(e,t=0){
let i=e[t];e.sort((s,r)=>s.from-r.from),t=e.indexOf(i);for(let s=1;s<e.length;s++){let r=e[s],o=e[s-1];if(r.empty?r.from<=
o.to:r.from<o.to){let l=o.from,a=Math.max(r.to,o.to);s<=t&&t--,e.splice(--s,2,r.anchor>r.head?n.range(a,l):n.range(l,a))}}
return new n(e,t)}};function ll(n,e){for(let t of n.ranges)if(t.to>e)throw new RangeError("Selection points outside of d\
ocument")}var Hs=0,E=class n{constructor(e,t,i,s,r){this.combine=e,this.compareInput=t,this.compare=i,this.isStatic=s,this.
id=Hs++,this.default=e([]),this.extensions=typeof r=="function"?r(this):r}get reader(){return this}static define(e={}){return new n(
e.combine||(t=>t),e.compareInput||((t,i)=>t===i),e.compare||(e.combine?(t,i)=>t===i:Ws),!!e.static,e.enables)}of(e){return new Xt(
[],this,0,e)}compute(e,t){if(this.isStatic)throw new Error("Can't compute a static facet");return new Xt(e,this,1,t)}computeN(e,t){
if(this.isStatic)throw new Error("Can't compute a static facet");return new Xt(e,this,2,t)}from(e,t){return t||(t=i=>i),
this.compute([e],i=>t(i.field(e)))}};function Ws(n,e){return n==e||n.length==e.length&&n.every((t,i)=>t===e[i])}var Xt=class{constructor(e,t,i,s){
this.dependencies=e,this.facet=t,this.type=i,this.value=s,this.id=Hs++}dynamicSlot(e){var t;let i=this.value,s=this.facet.
compareInput,r=this.id,o=e[r]>>1,l=this.type==2,a=!1,h=!1,c=[];for(let f of this.dependencies)f=="doc"?a=!0:f=="selectio\
n"?h=!0:(((t=e[f.id])!==null&&t!==void 0?t:1)&1)==0&&c.push(e[f.id]);return{create(f){return f.values[o]=i(f),1},update(f,u){
if(a&&u.docChanged||h&&(u.docChanged||u.selection)||Ds(f,c)){let d=i(f);if(l?!tl(d,f.values[o],s):!s(d,f.values[o]))return f.
values[o]=d,1}return 0},reconfigure:(f,u)=>{let d,p=u.config.address[r];if(p!=null){let m=mn(u,p);if(this.dependencies.every(
y=>y instanceof E?u.facet(y)===f.facet(y):y instanceof me?u.field(y,!1)==f.field(y,!1):!0)||(l?tl(d=i(f),m,s):s(d=i(f),m)))
return f.values[o]=m,0}else d=i(f);return f.values[o]=d,1}}}get extension(){return this}};function tl(n,e,t){if(n.length!=
e.length)return!1;for(let i=0;i<n.length;i++)if(!t(n[i],e[i]))return!1;return!0}function Ds(n,e){let t=!1;for(let i of e)
wi(n,i)&1&&(t=!0);return t}function af(n,e,t){let i=t.map(a=>n[a.id]),s=t.map(a=>a.type),r=i.filter(a=>!(a&1)),o=n[e.id]>>
1;function l(a){let h=[];for(let c=0;c<i.length;c++){let f=mn(a,i[c]);if(s[c]==2)for(let u of f)h.push(u);else h.push(f)}
return e.combine(h)}return{create(a){for(let h of i)wi(a,h);return a.values[o]=l(a),1},update(a,h){if(!Ds(a,r))return 0;
let c=l(a);return e.compare(c,a.values[o])?0:(a.values[o]=c,1)},reconfigure(a,h){let c=Ds(a,i),f=h.config.facets[e.id],u=h.
facet(e);if(f&&!c&&Ws(t,f))return a.values[o]=u,0;let d=l(a);return e.compare(d,u)?(a.values[o]=u,0):(a.values[o]=d,1)}}}
var on=E.define({static:!0}),me=class n{constructor(e,t,i,s,r){this.id=e,this.createF=t,this.updateF=i,this.compareF=s,this.
spec=r,this.provides=void 0}static define(e){let t=new n(Hs++,e.create,e.update,e.compare||((i,s)=>i===s),e);return e.provide&&
(t.provides=e.provide(t)),t}create(e){let t=e.facet(on).find(i=>i.field==this);return(t?.create||this.createF)(e)}slot(e){
let t=e[this.id]>>1;return{create:i=>(i.values[t]=this.create(i),1),update:(i,s)=>{let r=i.values[t],o=this.updateF(r,s);
return this.compareF(r,o)?0:(i.values[t]=o,1)},reconfigure:(i,s)=>{let r=i.facet(on),o=s.facet(on),l;return(l=r.find(a=>a.
field==this))&&l!=o.find(a=>a.field==this)?(i.values[t]=l.create(i),1):s.config.address[this.id]!=null?(i.values[t]=s.field(
this),0):(i.values[t]=this.create(i),1)}}}init(e){return[this,on.of({field:this,create:e})]}get extension(){return this}},
Dt={lowest:4,low:3,default:2,high:1,highest:0};function xi(n){return e=>new un(e,n)}var ot={highest:xi(Dt.highest),high:xi(
Dt.high),default:xi(Dt.default),low:xi(Dt.low),lowest:xi(Dt.lowest)},un=class{constructor(e,t){this.inner=e,this.prec=t}get extension(){
return this}},dn=class n{of(e){return new vi(this,e)}reconfigure(e){return n.reconfigure.of({compartment:this,extension:e})}get(e){
return e.config.compartments.get(this)}},vi=class{constructor(e,t){this.compartment=e,this.inner=t}get extension(){return this}},
pn=class n{constructor(e,t,i,s,r,o){for(this.base=e,this.compartments=t,this.dynamicSlots=i,this.address=s,this.staticValues=
r,this.facets=o,this.statusTemplate=[];this.statusTemplate.length<i.length;)this.statusTemplate.push(0)}staticFacet(e){let t=this.
address[e.id];return t==null?e.default:this.staticValues[t>>1]}static resolve(e,t,i){let s=[],r=Object.create(null),o=new Map;
for(let u of hf(e,t,o))u instanceof me?s.push(u):(r[u.facet.id]||(r[u.facet.id]=[])).push(u);let l=Object.create(null),a=[],
h=[];for(let u of s)l[u.id]=h.length<<1,h.push(d=>u.slot(d));let c=i?.config.facets;for(let u in r){let d=r[u],p=d[0].facet,
m=c&&c[u]||[];if(d.every(y=>y.type==0))if(l[p.id]=a.length<<1|1,Ws(m,d))a.push(i.facet(p));else{let y=p.combine(d.map(b=>b.
value));a.push(i&&p.compare(y,i.facet(p))?i.facet(p):y)}else{for(let y of d)y.type==0?(l[y.id]=a.length<<1|1,a.push(y.value)):
(l[y.id]=h.length<<1,h.push(b=>y.dynamicSlot(b)));l[p.id]=h.length<<1,h.push(y=>af(y,p,d))}}let f=h.map(u=>u(l));return new n(
e,o,f,l,a,r)}};function hf(n,e,t){let i=[[],[],[],[],[]],s=new Map;function r(o,l){let a=s.get(o);if(a!=null){if(a<=l)return;
let h=i[a].indexOf(o);h>-1&&i[a].splice(h,1),o instanceof vi&&t.delete(o.compartment)}if(s.set(o,l),Array.isArray(o))for(let h of o)
r(h,l);else if(o instanceof vi){if(t.has(o.compartment))throw new RangeError("Duplicate use of compartment in extensions");
let h=e.get(o.compartment)||o.inner;t.set(o.compartment,h),r(h,l)}else if(o instanceof un)r(o.inner,o.prec);else if(o instanceof
me)i[l].push(o),o.provides&&r(o.provides,l);else if(o instanceof Xt)i[l].push(o),o.facet.extensions&&r(o.facet.extensions,
Dt.default);else{let h=o.extension;if(!h)throw new Error(`Unrecognized extension value in extension set (${o}).`);if(h==
o)throw new Error(`Unrecognized extension value in extension set (${o}). This sometimes happens because multiple instanc\
es of @codemirror/state are loaded, breaking instanceof checks.`);r(h,l)}}return r(n,Dt.default),i.reduce((o,l)=>o.concat(
l))}function wi(n,e){if(e&1)return 2;let t=e>>1,i=n.status[t];if(i==4)throw new Error("Cyclic dependency between fields \
and/or facets");if(i&2)return i;n.status[t]=4;let s=n.computeSlot(n,n.config.dynamicSlots[t]);return n.status[t]=2|s}function mn(n,e){
return e&1?n.config.staticValues[e>>1]:n.values[e>>1]}var al=E.define(),Es=E.define({combine:n=>n.some(e=>e),static:!0}),
hl=E.define({combine:n=>n.length?n[0]:void 0,static:!0}),cl=E.define(),fl=E.define(),ul=E.define(),dl=E.define({combine:n=>n.
length?n[0]:!1}),ke=class{constructor(e,t){this.type=e,this.value=t}static define(){return new Bs}},Bs=class{of(e){return new ke(
this,e)}},Rs=class{constructor(e){this.map=e}of(e){return new V(this,e)}},V=class n{constructor(e,t){this.type=e,this.value=
t}map(e){let t=this.type.map(this.value,e);return t===void 0?void 0:t==this.value?this:new n(this.type,t)}is(e){return this.
type==e}static define(e={}){return new Rs(e.map||(t=>t))}static mapEffects(e,t){if(!e.length)return e;let i=[];for(let s of e){
let r=s.map(t);r&&i.push(r)}return i}};V.reconfigure=V.define();V.appendConfig=V.define();var oe=class n{constructor(e,t,i,s,r,o){
this.startState=e,this.changes=t,this.selection=i,this.effects=s,this.annotations=r,this.scrollIntoView=o,this._doc=null,
this._state=null,i&&ll(i,t.newLength),r.some(l=>l.type==n.time)||(this.annotations=r.concat(n.time.of(Date.now())))}static create(e,t,i,s,r,o){
return new n(e,t,i,s,r,o)}get newDoc(){return this._doc||(this._doc=this.changes.apply(this.startState.doc))}get newSelection(){
return this.selection||this.startState.selection.map(this.changes)}get state(){return this._state||this.startState.applyTransaction(
this),this._state}annotation(e){for(let t of this.annotations)if(t.type==e)return t.value}get docChanged(){return!this.changes.
empty}get reconfigured(){return this.startState.config!=this.state.config}isUserEvent(e){let t=this.annotation(n.userEvent);
return!!(t&&(t==e||t.length>e.length&&t.slice(0,e.length)==e&&t[e.length]=="."))}};oe.time=ke.define();oe.userEvent=ke.define();
oe.addToHistory=ke.define();oe.remote=ke.define();function cf(n,e){let t=[];for(let i=0,s=0;;){let r,o;if(i<n.length&&(s==
e.length||e[s]>=n[i]))r=n[i++],o=n[i++];else if(s<e.length)r=e[s++],o=e[s++];else return t;!t.length||t[t.length-1]<r?t.
push(r,o):t[t.length-1]<o&&(t[t.length-1]=o)}}function pl(n,e,t){var i;let s,r,o;return t?(s=e.changes,r=ye.empty(e.changes.
length),o=n.changes.compose(e.changes)):(s=e.changes.map(n.changes),r=n.changes.mapDesc(e.changes,!0),o=n.changes.compose(
s)),{changes:o,selection:e.selection?e.selection.map(r):(i=n.selection)===null||i===void 0?void 0:i.map(s),effects:V.mapEffects(
n.effects,s).concat(V.mapEffects(e.effects,r)),annotations:n.annotations.length?n.annotations.concat(e.annotations):e.annotations,
scrollIntoView:n.scrollIntoView||e.scrollIntoView}}function Ls(n,e,t){let i=e.selection,s=Jt(e.annotations);return e.userEvent&&
(s=s.concat(oe.userEvent.of(e.userEvent))),{changes:e.changes instanceof ye?e.changes:ye.of(e.changes||[],t,n.facet(hl)),
selection:i&&(i instanceof k?i:k.single(i.anchor,i.head)),effects:Jt(e.effects),annotations:s,scrollIntoView:!!e.scrollIntoView}}
function ml(n,e,t){let i=Ls(n,e.length?e[0]:{},n.doc.length);e.length&&e[0].filter===!1&&(t=!1);for(let r=1;r<e.length;r++){
e[r].filter===!1&&(t=!1);let o=!!e[r].sequential;i=pl(i,Ls(n,e[r],o?i.changes.newLength:n.doc.length),o)}let s=oe.create(
n,i.changes,i.selection,i.effects,i.annotations,i.scrollIntoView);return uf(t?ff(s):s)}function ff(n){let e=n.startState,
t=!0;for(let s of e.facet(cl)){let r=s(n);if(r===!1){t=!1;break}Array.isArray(r)&&(t=t===!0?r:cf(t,r))}if(t!==!0){let s,
r;if(t===!1)r=n.changes.invertedDesc,s=ye.empty(e.doc.length);else{let o=n.changes.filter(t);s=o.changes,r=o.filtered.mapDesc(
o.changes).invertedDesc}n=oe.create(e,s,n.selection&&n.selection.map(r),V.mapEffects(n.effects,r),n.annotations,n.scrollIntoView)}
let i=e.facet(fl);for(let s=i.length-1;s>=0;s--){let r=i[s](n);r instanceof oe?n=r:Array.isArray(r)&&r.length==1&&r[0]instanceof
oe?n=r[0]:n=ml(e,Jt(r),!1)}return n}function uf(n){let e=n.startState,t=e.facet(ul),i=n;for(let s=t.length-1;s>=0;s--){let r=t[s](
n);r&&Object.keys(r).length&&(i=pl(i,Ls(e,r,n.changes.newLength),!0))}return i==n?n:oe.create(e,n.changes,n.selection,i.
effects,i.annotations,i.scrollIntoView)}var df=[];function Jt(n){return n==null?df:Array.isArray(n)?n:[n]}var Be=(function(n){
return n[n.Word=0]="Word",n[n.Space=1]="Space",n[n.Other=2]="Other",n})(Be||(Be={})),pf=/[\u00df\u0587\u0590-\u05f4\u0600-\u06ff\u3040-\u309f\u30a0-\u30ff\u3400-\u4db5\u4e00-\u9fcc\uac00-\ud7af]/,
Ps;try{Ps=new RegExp("[\\p{Alphabetic}\\p{Number}_]","u")}catch{}function mf(n){if(Ps)return Ps.test(n);for(let e=0;e<n.
length;e++){let t=n[e];if(/\w/.test(t)||t>""&&(t.toUpperCase()!=t.toLowerCase()||pf.test(t)))return!0}return!1}function gf(n){
return e=>{if(!/\S/.test(e))return Be.Space;if(mf(e))return Be.Word;for(let t=0;t<n.length;t++)if(e.indexOf(n[t])>-1)return Be.
Word;return Be.Other}}var ee=class n{constructor(e,t,i,s,r,o){this.config=e,this.doc=t,this.selection=i,this.values=s,this.
status=e.statusTemplate.slice(),this.computeSlot=r,o&&(o._state=this);for(let l=0;l<this.config.dynamicSlots.length;l++)
wi(this,l<<1);this.computeSlot=null}field(e,t=!0){let i=this.config.address[e.id];if(i==null){if(t)throw new RangeError(
"Field is not present in this state");return}return wi(this,i),mn(this,i)}update(...e){return ml(this,e,!0)}applyTransaction(e){
let t=this.config,{base:i,compartments:s}=t;for(let l of e.effects)l.is(dn.reconfigure)?(t&&(s=new Map,t.compartments.forEach(
(a,h)=>s.set(h,a)),t=null),s.set(l.value.compartment,l.value.extension)):l.is(V.reconfigure)?(t=null,i=l.value):l.is(V.appendConfig)&&
(t=null,i=Jt(i).concat(l.value));let r;t?r=e.startState.values.slice():(t=pn.resolve(i,s,this),r=new n(t,this.doc,this.selection,
t.dynamicSlots.map(()=>null),(a,h)=>h.reconfigure(a,this),null).values);let o=e.startState.facet(Es)?e.newSelection:e.newSelection.
asSingle();new n(t,e.newDoc,o,r,(l,a)=>a.update(l,e),e)}replaceSelection(e){return typeof e=="string"&&(e=this.toText(e)),
this.changeByRange(t=>({changes:{from:t.from,to:t.to,insert:e},range:k.cursor(t.from+e.length,-1)}))}changeByRange(e){let t=this.
selection,i=e(t.ranges[0]),s=this.changes(i.changes),r=[i.range],o=Jt(i.effects);for(let l=1;l<t.ranges.length;l++){let a=e(
t.ranges[l]),h=this.changes(a.changes),c=h.map(s);for(let u=0;u<l;u++)r[u]=r[u].map(c);let f=s.mapDesc(h,!0);r.push(a.range.
map(f)),s=s.compose(c),o=V.mapEffects(o,c).concat(V.mapEffects(Jt(a.effects),f))}return{changes:s,selection:k.create(r,t.
mainIndex),effects:o}}changes(e=[]){return e instanceof ye?e:ye.of(e,this.doc.length,this.facet(n.lineSeparator))}toText(e){
return W.of(e.split(this.facet(n.lineSeparator)||Ms))}sliceDoc(e=0,t=this.doc.length){return this.doc.sliceString(e,t,this.
lineBreak)}facet(e){let t=this.config.address[e.id];return t==null?e.default:(wi(this,t),mn(this,t))}toJSON(e){let t={doc:this.
sliceDoc(),selection:this.selection.toJSON()};if(e)for(let i in e){let s=e[i];s instanceof me&&this.config.address[s.id]!=
null&&(t[i]=s.spec.toJSON(this.field(e[i]),this))}return t}static fromJSON(e,t={},i){if(!e||typeof e.doc!="string")throw new RangeError(
"Invalid JSON representation for EditorState");let s=[];if(i){for(let r in i)if(Object.prototype.hasOwnProperty.call(e,r)){
let o=i[r],l=e[r];s.push(o.init(a=>o.spec.fromJSON(l,a)))}}return n.create({doc:e.doc,selection:k.fromJSON(e.selection),
extensions:t.extensions?s.concat([t.extensions]):s})}static create(e={}){let t=pn.resolve(e.extensions||[],new Map),i=e.
doc instanceof W?e.doc:W.of((e.doc||"").split(t.staticFacet(n.lineSeparator)||Ms)),s=e.selection?e.selection instanceof k?
e.selection:k.single(e.selection.anchor,e.selection.head):k.single(0);return ll(s,i.length),t.staticFacet(Es)||(s=s.asSingle()),
new n(t,i,s,t.dynamicSlots.map(()=>null),(r,o)=>o.create(r),null)}get tabSize(){return this.facet(n.tabSize)}get lineBreak(){
return this.facet(n.lineSeparator)||`
`}get readOnly(){return this.facet(dl)}phrase(e,...t){for(let i of this.facet(n.phrases))if(Object.prototype.hasOwnProperty.
call(i,e)){e=i[e];break}return t.length&&(e=e.replace(/\$(\$|\d*)/g,(i,s)=>{if(s=="$")return"$";let r=+(s||1);return!r||
r>t.length?i:t[r-1]})),e}languageDataAt(e,t,i=-1){let s=[];for(let r of this.facet(al))for(let o of r(this,t,i))Object.prototype.
hasOwnProperty.call(o,e)&&s.push(o[e]);return s}charCategorizer(e){let t=this.languageDataAt("wordChars",e);return gf(t.
length?t[0]:"")}wordAt(e){let{text:t,from:i,length:s}=this.doc.lineAt(e),r=this.charCategorizer(e),o=e-i,l=e-i;for(;o>0;){
let a=ae(t,o,!1);if(r(t.slice(a,o))!=Be.Word)break;o=a}for(;l<s;){let a=ae(t,l);if(r(t.slice(l,a))!=Be.Word)break;l=a}return o==
l?null:k.range(o+i,l+i)}};ee.allowMultipleSelections=Es;ee.tabSize=E.define({combine:n=>n.length?n[0]:4});ee.lineSeparator=
hl;ee.readOnly=dl;ee.phrases=E.define({compare(n,e){let t=Object.keys(n),i=Object.keys(e);return t.length==i.length&&t.every(
s=>n[s]==e[s])}});ee.languageData=al;ee.changeFilter=cl;ee.transactionFilter=fl;ee.transactionExtender=ul;dn.reconfigure=
V.define();function lt(n,e,t={}){let i={};for(let s of n)for(let r of Object.keys(s)){let o=s[r],l=i[r];if(l===void 0)i[r]=
o;else if(!(l===o||o===void 0))if(Object.hasOwnProperty.call(t,r))i[r]=t[r](l,o);else throw new Error("Config merge conf\
lict for field "+r)}for(let s in e)i[s]===void 0&&(i[s]=e[s]);return i}var Re=class{eq(e){return this==e}range(e,t=e){return ki.
create(e,t,this)}};Re.prototype.startSide=Re.prototype.endSide=0;Re.prototype.point=!1;Re.prototype.mapMode=pe.TrackDel;
function Vs(n,e){return n==e||n.constructor==e.constructor&&n.eq(e)}var ki=class n{constructor(e,t,i){this.from=e,this.to=
t,this.value=i}static create(e,t,i){return new n(e,t,i)}};function Is(n,e){return n.from-e.from||n.value.startSide-e.value.
startSide}var Ns=class n{constructor(e,t,i,s){this.from=e,this.to=t,this.value=i,this.maxPoint=s}get length(){return _t(
this.to)}findIndex(e,t,i,s=0){let r=i?this.to:this.from;for(let o=s,l=r.length;;){if(o==l)return o;let a=o+l>>1,h=r[a]-e||
(i?this.value[a].endSide:this.value[a].startSide)-t;if(a==o)return h>=0?o:l;h>=0?l=a:o=a+1}}between(e,t,i,s){for(let r=this.
findIndex(t,-1e9,!0),o=this.findIndex(i,1e9,!1,r);r<o;r++)if(s(this.from[r]+e,this.to[r]+e,this.value[r])===!1)return!1}map(e,t,i,s,r){
let o=[],l=[],a=[],h=-1,c=-1;e:for(let f=0;f<this.value.length;f++){let u=this.value[f],d=this.from[f]+e,p=this.to[f]+e,
m,y;if(d==p){let b=t.mapPos(d,u.startSide,u.mapMode);if(b==null||(m=y=b,u.startSide!=u.endSide&&(y=t.mapPos(d,u.endSide),
y<m)))continue}else if(m=t.mapPos(d,u.startSide),y=t.mapPos(p,u.endSide),m>y||m==y&&u.startSide>0&&u.endSide<=0)continue;
if(!((y-m||u.endSide-u.startSide)<0))if(h<0&&(h=m),u.point&&(c=Math.max(c,y-m)),(m-i||u.startSide-s)>=0)o.push(u),l.push(
m-h),a.push(y-h),i=y,s=u.endSide;else{if(m==y)for(let b=o.length;b>0;b--){if((m-(a[b-1]+h)||u.startSide-o[b-1].endSide)>=
0){o.splice(b,0,u),l.splice(b,0,m-h),a.splice(b,0,y-h);continue e}if((m-(l[b-1]+h)||u.endSide-o[b-1].startSide)>0)break}
r(m,y,u)}}return{mapped:o.length?new n(l,a,o,c):null,pos:h}}},_=class n{constructor(e,t,i,s){this.chunkPos=e,this.chunk=
t,this.nextLayer=i,this.maxPoint=s}static create(e,t,i,s){return new n(e,t,i,s)}get length(){let e=this.chunk.length-1;return e<
0?0:Math.max(this.chunkEnd(e),this.nextLayer.length)}get size(){if(this.isEmpty)return 0;let e=this.nextLayer.size;for(let t of this.
chunk)e+=t.value.length;return e}chunkEnd(e){return this.chunkPos[e]+this.chunk[e].length}update(e){let{add:t=[],sort:i=!1,
filterFrom:s=0,filterTo:r=this.length}=e,o=e.filter;if(t.length==0&&!o)return this;if(i&&(t=t.slice().sort(Is)),this.isEmpty)
return t.length?n.of(t):this;let l=new gn(this,null,-1).goto(0),a=0,h=[],c=new Ye;for(;l.value||a<t.length;)if(a<t.length&&
(l.from-t[a].from||l.startSide-t[a].value.startSide)>=0){let f=t[a++];c.addInner(f.from,f.to,f.value,!1)||h.push(f)}else
l.rangeIndex==1&&l.chunkIndex<this.chunk.length&&(a==t.length||this.chunkEnd(l.chunkIndex)<t[a].from)&&(!o||s>this.chunkEnd(
l.chunkIndex)||r<this.chunkPos[l.chunkIndex])&&c.addChunk(this.chunkPos[l.chunkIndex],this.chunk[l.chunkIndex])?l.nextChunk():
((!o||s>l.to||r<l.from||o(l.from,l.to,l.value))&&(c.addInner(l.from,l.to,l.value,!1)||h.push(ki.create(l.from,l.to,l.value))),
l.next());return c.finishInner(this.nextLayer.isEmpty&&!h.length?n.empty:this.nextLayer.update({add:h,filter:o,filterFrom:s,
filterTo:r}))}map(e){if(e.empty||this.isEmpty)return this;let t=[],i=[],s=-1,r,o=(a,h,c)=>{r||(r=new Ye),r.addRange(a,h,
c,!1)};for(let a=0;a<this.chunk.length;a++){let h=this.chunkPos[a],c=this.chunk[a],f=e.touchesRange(h,h+c.length);if(f===
!1)s=Math.max(s,c.maxPoint),t.push(c),i.push(e.mapPos(h));else if(f===!0){let[u,d]=t.length?[_t(i)+_t(t).length,_t(_t(t).
value).endSide]:[-1,-1],{mapped:p,pos:m}=c.map(h,e,u,d,o);p&&(s=Math.max(s,p.maxPoint),t.push(p),i.push(m))}}let l=this.
nextLayer.map(e);return r&&(l=r.finishInner(l)),t.length==0?l:new n(i,t,l||n.empty,s)}between(e,t,i){if(!this.isEmpty){for(let s=0;s<
this.chunk.length;s++){let r=this.chunkPos[s],o=this.chunk[s];if(t>=r&&e<=r+o.length&&o.between(r,e-r,t-r,i)===!1)return}
this.nextLayer.between(e,t,i)}}iter(e=0){return Si.from([this]).goto(e)}get isEmpty(){return this.nextLayer==this}static iter(e,t=0){
return Si.from(e).goto(t)}static compare(e,t,i,s,r=-1){let o=e.filter(f=>f.maxPoint>0||!f.isEmpty&&f.maxPoint>=r),l=t.filter(
f=>f.maxPoint>0||!f.isEmpty&&f.maxPoint>=r),a=il(o,l,i),h=new Et(o,a,r),c=new Et(l,a,r);i.iterGaps((f,u,d)=>nl(h,f,c,u,d,
s)),i.empty&&i.length==0&&nl(h,0,c,0,0,s)}static eq(e,t,i=0,s){s==null&&(s=999999999);let r=e.filter(c=>!c.isEmpty&&t.indexOf(
c)<0),o=t.filter(c=>!c.isEmpty&&e.indexOf(c)<0);if(r.length!=o.length)return!1;if(!r.length)return!0;let l=il(r,o),a=new Et(
r,l,0).goto(i),h=new Et(o,l,0).goto(i);for(;;){if(a.to!=h.to||!Fs(a.active,h.active)||a.point&&(!h.point||!Vs(a.point,h.
point)))return!1;if(a.to>s)return!0;a.next(),h.next()}}static spans(e,t,i,s,r=-1){let o=new Et(e,null,r).goto(t),l=t,a=o.
openStart;for(;;){let h=Math.min(o.to,i);if(o.point){let c=o.activeForPoint(o.to),f=o.pointFrom<t?c.length+1:o.point.startSide<
0?c.length:Math.min(c.length,a);s.point(l,h,o.point,c,f,o.pointRank),a=Math.min(o.openEnd(h),c.length)}else h>l&&(s.span(
l,h,o.active,a),a=o.openEnd(h));if(o.to>i)return a+(o.point&&o.to>i?1:0);l=o.to,o.next()}}static of(e,t=!1){let i=new Ye;
for(let s of e instanceof ki?[e]:t?yf(e):e)i.add(s.from,s.to,s.value);return i.finish()}static join(e){if(!e.length)return n.
empty;let t=_t(e);for(let i=e.length-2;i>=0;i--)for(let s=e[i];s!=n.empty;s=s.nextLayer)t=new n(s.chunkPos,s.chunk,t,Math.
max(s.maxPoint,t.maxPoint));return t}};_.empty=new _([],[],null,-1);function _t(n){return n[n.length-1]}function yf(n){if(n.
length>1)for(let e=n[0],t=1;t<n.length;t++){let i=n[t];if(Is(e,i)>0)return n.slice().sort(Is);e=i}return n}_.empty.nextLayer=
_.empty;var Ye=class n{finishChunk(e){this.chunks.push(new Ns(this.from,this.to,this.value,this.maxPoint)),this.chunkPos.
push(this.chunkStart),this.chunkStart=-1,this.setMaxPoint=Math.max(this.setMaxPoint,this.maxPoint),this.maxPoint=-1,e&&(this.
from=[],this.to=[],this.value=[])}constructor(){this.chunks=[],this.chunkPos=[],this.chunkStart=-1,this.last=null,this.lastFrom=
-1e9,this.lastTo=-1e9,this.from=[],this.to=[],this.value=[],this.maxPoint=-1,this.setMaxPoint=-1,this.nextLayer=null}add(e,t,i){
this.addRange(e,t,i,!0)}addRange(e,t,i,s){this.addInner(e,t,i,s)||(this.nextLayer||(this.nextLayer=new n)).addRange(e,t,
i,s)}addInner(e,t,i,s){let r=e-this.lastTo||i.startSide-this.last.endSide;if(s&&r<=0&&(e-this.lastFrom||i.startSide-this.
last.startSide)<0)throw new Error("Ranges must be added sorted by `from` position and `startSide`");return r<0?!1:(this.
from.length==250&&this.finishChunk(!0),this.chunkStart<0&&(this.chunkStart=e),this.from.push(e-this.chunkStart),this.to.
push(t-this.chunkStart),this.last=i,this.lastFrom=e,this.lastTo=t,this.value.push(i),i.point&&(this.maxPoint=Math.max(this.
maxPoint,t-e)),!0)}addChunk(e,t){if((e-this.lastTo||t.value[0].startSide-this.last.endSide)<0)return!1;this.from.length&&
this.finishChunk(!0),this.setMaxPoint=Math.max(this.setMaxPoint,t.maxPoint),this.chunks.push(t),this.chunkPos.push(e);let i=t.
value.length-1;return this.last=t.value[i],this.lastFrom=t.from[i]+e,this.lastTo=t.to[i]+e,!0}finish(){return this.finishInner(
_.empty)}finishInner(e){if(this.from.length&&this.finishChunk(!1),this.chunks.length==0)return e;let t=_.create(this.chunkPos,
this.chunks,this.nextLayer?this.nextLayer.finishInner(e):e,this.setMaxPoint);return this.from=null,t}};function il(n,e,t){
let i=new Map;for(let r of n)for(let o=0;o<r.chunk.length;o++)r.chunk[o].maxPoint<=0&&i.set(r.chunk[o],r.chunkPos[o]);let s=new Set;
for(let r of e)for(let o=0;o<r.chunk.length;o++){let l=i.get(r.chunk[o]);l!=null&&(t?t.mapPos(l):l)==r.chunkPos[o]&&!t?.
touchesRange(l,l+r.chunk[o].length)&&s.add(r.chunk[o])}return s}var gn=class{constructor(e,t,i,s=0){this.layer=e,this.skip=
t,this.minPoint=i,this.rank=s}get startSide(){return this.value?this.value.startSide:0}get endSide(){return this.value?this.
value.endSide:0}goto(e,t=-1e9){return this.chunkIndex=this.rangeIndex=0,this.gotoInner(e,t,!1),this}gotoInner(e,t,i){for(;this.
chunkIndex<this.layer.chunk.length;){let s=this.layer.chunk[this.chunkIndex];if(!(this.skip&&this.skip.has(s)||this.layer.
chunkEnd(this.chunkIndex)<e||s.maxPoint<this.minPoint))break;this.chunkIndex++,i=!1}if(this.chunkIndex<this.layer.chunk.
length){let s=this.layer.chunk[this.chunkIndex].findIndex(e-this.layer.chunkPos[this.chunkIndex],t,!0);(!i||this.rangeIndex<
s)&&this.setRangeIndex(s)}this.next()}forward(e,t){(this.to-e||this.endSide-t)<0&&this.gotoInner(e,t,!0)}next(){for(;;)if(this.
chunkIndex==this.layer.chunk.length){this.from=this.to=1e9,this.value=null;break}else{let e=this.layer.chunkPos[this.chunkIndex],
t=this.layer.chunk[this.chunkIndex],i=e+t.from[this.rangeIndex];if(this.from=i,this.to=e+t.to[this.rangeIndex],this.value=
t.value[this.rangeIndex],this.setRangeIndex(this.rangeIndex+1),this.minPoint<0||this.value.point&&this.to-this.from>=this.
minPoint)break}}setRangeIndex(e){if(e==this.layer.chunk[this.chunkIndex].value.length){if(this.chunkIndex++,this.skip)for(;this.
chunkIndex<this.layer.chunk.length&&this.skip.has(this.layer.chunk[this.chunkIndex]);)this.chunkIndex++;this.rangeIndex=
0}else this.rangeIndex=e}nextChunk(){this.chunkIndex++,this.rangeIndex=0,this.next()}compare(e){return this.from-e.from||
this.startSide-e.startSide||this.rank-e.rank||this.to-e.to||this.endSide-e.endSide}},Si=class n{constructor(e){this.heap=
e}static from(e,t=null,i=-1){let s=[];for(let r=0;r<e.length;r++)for(let o=e[r];!o.isEmpty;o=o.nextLayer)o.maxPoint>=i&&
s.push(new gn(o,t,i,r));return s.length==1?s[0]:new n(s)}get startSide(){return this.value?this.value.startSide:0}goto(e,t=-1e9){
for(let i of this.heap)i.goto(e,t);for(let i=this.heap.length>>1;i>=0;i--)Cs(this.heap,i);return this.next(),this}forward(e,t){
for(let i of this.heap)i.forward(e,t);for(let i=this.heap.length>>1;i>=0;i--)Cs(this.heap,i);(this.to-e||this.value.endSide-
t)<0&&this.next()}next(){if(this.heap.length==0)this.from=this.to=1e9,this.value=null,this.rank=-1;else{let e=this.heap[0];
this.from=e.from,this.to=e.to,this.value=e.value,this.rank=e.rank,e.value&&e.next(),Cs(this.heap,0)}}};function Cs(n,e){
for(let t=n[e];;){let i=(e<<1)+1;if(i>=n.length)break;let s=n[i];if(i+1<n.length&&s.compare(n[i+1])>=0&&(s=n[i+1],i++),t.
compare(s)<0)break;n[i]=t,n[e]=s,e=i}}var Et=class{constructor(e,t,i){this.minPoint=i,this.active=[],this.activeTo=[],this.
activeRank=[],this.minActive=-1,this.point=null,this.pointFrom=0,this.pointRank=0,this.to=-1e9,this.endSide=0,this.openStart=
-1,this.cursor=Si.from(e,t,i)}goto(e,t=-1e9){return this.cursor.goto(e,t),this.active.length=this.activeTo.length=this.activeRank.
length=0,this.minActive=-1,this.to=e,this.endSide=t,this.openStart=-1,this.next(),this}forward(e,t){for(;this.minActive>
-1&&(this.activeTo[this.minActive]-e||this.active[this.minActive].endSide-t)<0;)this.removeActive(this.minActive);this.cursor.
forward(e,t)}removeActive(e){ln(this.active,e),ln(this.activeTo,e),ln(this.activeRank,e),this.minActive=sl(this.active,this.
activeTo)}addActive(e){let t=0,{value:i,to:s,rank:r}=this.cursor;for(;t<this.activeRank.length&&(r-this.activeRank[t]||s-
this.activeTo[t])>0;)t++;an(this.active,t,i),an(this.activeTo,t,s),an(this.activeRank,t,r),e&&an(e,t,this.cursor.from),this.
minActive=sl(this.active,this.activeTo)}next(){let e=this.to,t=this.point;this.point=null;let i=this.openStart<0?[]:null;
for(;;){let s=this.minActive;if(s>-1&&(this.activeTo[s]-this.cursor.from||this.active[s].endSide-this.cursor.startSide)<
0){if(this.activeTo[s]>e){this.to=this.activeTo[s],this.endSide=this.active[s].endSide;break}this.removeActive(s),i&&ln(
i,s)}else if(this.cursor.value)if(this.cursor.from>e){this.to=this.cursor.from,this.endSide=this.cursor.startSide;break}else{
let r=this.cursor.value;if(!r.point)this.addActive(i),this.cursor.next();else if(t&&this.cursor.to==this.to&&this.cursor.
from<this.cursor.to)this.cursor.next();else{this.point=r,this.pointFrom=this.cursor.from,this.pointRank=this.cursor.rank,
this.to=this.cursor.to,this.endSide=r.endSide,this.cursor.next(),this.forward(this.to,this.endSide);break}}else{this.to=
this.endSide=1e9;break}}if(i){this.openStart=0;for(let s=i.length-1;s>=0&&i[s]<e;s--)this.openStart++}}activeForPoint(e){
if(!this.active.length)return this.active;let t=[];for(let i=this.active.length-1;i>=0&&!(this.activeRank[i]<this.pointRank);i--)
(this.activeTo[i]>e||this.activeTo[i]==e&&this.active[i].endSide>=this.point.endSide)&&t.push(this.active[i]);return t.reverse()}openEnd(e){
let t=0;for(let i=this.activeTo.length-1;i>=0&&this.activeTo[i]>e;i--)t++;return t}};function nl(n,e,t,i,s,r){n.goto(e),
t.goto(i);let o=i+s,l=i,a=i-e,h=!!r.boundChange;for(let c=!1;;){let f=n.to+a-t.to,u=f||n.endSide-t.endSide,d=u<0?n.to+a:
t.to,p=Math.min(d,o);if(n.point||t.point?(n.point&&t.point&&Vs(n.point,t.point)&&Fs(n.activeForPoint(n.to),t.activeForPoint(
t.to))||r.comparePoint(l,p,n.point,t.point),c=!1):(c&&(r.boundChange(l),c=!1),p>l&&!Fs(n.active,t.active)&&r.compareRange(
l,p,n.active,t.active),h&&p<o&&(f||n.openEnd(d)!=t.openEnd(d))&&(c=!0)),d>o)break;l=d,u<=0&&n.next(),u>=0&&t.next()}}function Fs(n,e){
if(n.length!=e.length)return!1;for(let t=0;t<n.length;t++)if(n[t]!=e[t]&&!Vs(n[t],e[t]))return!1;return!0}function ln(n,e){
for(let t=e,i=n.length-1;t<i;t++)n[t]=n[t+1];n.pop()}function an(n,e,t){for(let i=n.length-1;i>=e;i--)n[i+1]=n[i];n[e]=t}
function sl(n,e){let t=-1,i=1e9;for(let s=0;s<e.length;s++)(e[s]-i||n[s].endSide-n[t].endSide)<0&&(t=s,i=e[s]);return t}
function Lt(n,e,t=n.length){let i=0;for(let s=0;s<t&&s<n.length;)n.charCodeAt(s)==9?(i+=e-i%e,s++):(i++,s=ae(n,s));return i}
function gl(n,e,t,i){for(let s=0,r=0;;){if(r>=e)return s;if(s==n.length)break;r+=n.charCodeAt(s)==9?t-r%t:1,s=ae(n,s)}return i===
!0?-1:n.length}var yl=typeof Symbol>"u"?"__ͼ":Symbol.for("ͼ"),zs=typeof Symbol>"u"?"__styleSet"+Math.floor(Math.random()*1e8):Symbol(
"styleSet"),bl=typeof globalThis<"u"?globalThis:typeof window<"u"?window:{},Le=class{constructor(e,t){this.rules=[];let{
finish:i}=t||{};function s(r,o,l,a){let h=[],c=/^@(\w+)\b/.exec(r[0]),f=c&&c[1]=="keyframes";if(c&&o==null)return l.push(
r[0]+";");for(let u in o){let d=o[u];if(/&/.test(u))s(u.split(/,\s*/).map(p=>r.map(m=>p.replace(/&/,m))).reduce((p,m)=>p.
concat(m)),d,l);else if(d&&typeof d=="object"){if(!c)throw new RangeError("The value of a property ("+u+") should be a p\
rimitive value.");s(xl(u),d,h,f)}else d!=null&&(/^--/.test(u)||(u=u.replace(/_.*/,"").replace(/[A-Z]/g,p=>"-"+p.toLowerCase())),
h.push(u+": "+d+";"))}(h.length||f)&&l.push((i&&!c&&!a?r.map(i):r).join(", ")+" {"+h.join(" ")+"}")}for(let r in e)s(xl(
r),e[r],this.rules)}getRules(){return this.rules.join(`
`)}static newName(){let e=bl[yl]||1;return bl[yl]=e+1,"ͼ"+e.toString(36)}static mount(e,t,i){let s=e[zs],r=i&&i.nonce;s?
r&&s.setNonce(r):s=new js(e,r),s.mount(Array.isArray(t)?t:[t],e)}};function xl(n){if(/^@/.test(n))return[n];let e=[],t=0,
i=null,s=0,r=0;for(let o=0;o<n.length;o++){let l=n[o];l=="\\"?o++:l=='"'||l=="'"?l==i?i=!1:i||(i=l):(l=="["||l=="(")&&!i?
t++:(l=="]"||l==")")&&!i?t--:l==","&&!t&&!i&&(e.push(n.slice(r,s)),r=o+1),/\S/.test(l)?s=o+1:o==r&&r++}return e.push(n.slice(
r,s)),e}var wl=new Map,js=class{constructor(e,t){let i=e.ownerDocument||e,s=i.defaultView;if(!e.head&&e.adoptedStyleSheets&&
s.CSSStyleSheet){let r=wl.get(i);if(r)return e[zs]=r;this.sheet=new s.CSSStyleSheet,wl.set(i,this)}else this.styleTag=i.
createElement("style"),t&&this.styleTag.setAttribute("nonce",t);this.modules=[],e[zs]=this}mount(e,t){let i=this.sheet,s=0,
r=0,o=!1;for(let l=0;l<e.length;l++){let a=e[l],h=this.modules.indexOf(a);if(h<r&&h>-1&&(this.modules.splice(h,1),o=!0,r--,
h=-1),h==-1){if(this.modules.splice(r++,0,a),o=!0,i)for(let c=0;c<a.rules.length;c++)i.insertRule(a.rules[c],s++)}else{for(;r<
h;)s+=this.modules[r++].rules.length;s+=a.rules.length,r++}}if(i)t.adoptedStyleSheets.indexOf(this.sheet)<0&&(t.adoptedStyleSheets=
[this.sheet,...t.adoptedStyleSheets]);else{if(o){let a="";for(let h=0;h<this.modules.length;h++)a+=this.modules[h].getRules()+
`
`;this.styleTag.textContent=a}let l=t.head||t;this.styleTag.parentNode!=l&&l.insertBefore(this.styleTag,l.firstChild)}}setNonce(e){
this.styleTag&&this.styleTag.getAttribute("nonce")!=e&&this.styleTag.setAttribute("nonce",e)}};var at={8:"Backspace",9:"Tab",10:"Enter",12:"NumLock",13:"Enter",16:"Shift",17:"Control",18:"Alt",20:"CapsLock",27:"Esca\
pe",32:" ",33:"PageUp",34:"PageDown",35:"End",36:"Home",37:"ArrowLeft",38:"ArrowUp",39:"ArrowRight",40:"ArrowDown",44:"P\
rintScreen",45:"Insert",46:"Delete",59:";",61:"=",91:"Meta",92:"Meta",106:"*",107:"+",108:",",109:"-",110:".",111:"/",144:"\
NumLock",145:"ScrollLock",160:"Shift",161:"Shift",162:"Control",163:"Control",164:"Alt",165:"Alt",173:"-",186:";",187:"=",
188:",",189:"-",190:".",191:"/",192:"`",219:"[",220:"\\",221:"]",222:"'"},Qt={48:")",49:"!",50:"@",51:"#",52:"$",53:"%",
54:"^",55:"&",56:"*",57:"(",59:":",61:"+",173:"_",186:":",187:"+",188:"<",189:"_",190:">",191:"?",192:"~",219:"{",220:"|",
221:"}",222:'"'},bf=typeof navigator<"u"&&/Mac/.test(navigator.platform),xf=typeof navigator<"u"&&/MSIE \d|Trident\/(?:[7-9]|\d{2,})\..*rv:(\d+)/.
exec(navigator.userAgent);for(ne=0;ne<10;ne++)at[48+ne]=at[96+ne]=String(ne);var ne;for(ne=1;ne<=24;ne++)at[ne+111]="F"+
ne;var ne;for(ne=65;ne<=90;ne++)at[ne]=String.fromCharCode(ne+32),Qt[ne]=String.fromCharCode(ne);var ne;for(yn in at)Qt.
hasOwnProperty(yn)||(Qt[yn]=at[yn]);var yn;function vl(n){var e=bf&&n.metaKey&&n.shiftKey&&!n.ctrlKey&&!n.altKey||xf&&n.
shiftKey&&n.key&&n.key.length==1||n.key=="Unidentified",t=!e&&n.key||(n.shiftKey?Qt:at)[n.keyCode]||n.key||"Unidentified";
return t=="Esc"&&(t="Escape"),t=="Del"&&(t="Delete"),t=="Left"&&(t="ArrowLeft"),t=="Up"&&(t="ArrowUp"),t=="Right"&&(t="A\
rrowRight"),t=="Down"&&(t="ArrowDown"),t}function Te(){var n=arguments[0];typeof n=="string"&&(n=document.createElement(n));var e=1,t=arguments[1];if(t&&typeof t==
"object"&&t.nodeType==null&&!Array.isArray(t)){for(var i in t)if(Object.prototype.hasOwnProperty.call(t,i)){var s=t[i];typeof s==
"string"?n.setAttribute(i,s):s!=null&&(n[i]=s)}e++}for(;e<arguments.length;e++)kl(n,arguments[e]);return n}function kl(n,e){
if(typeof e=="string")n.appendChild(document.createTextNode(e));else if(e!=null)if(e.nodeType!=null)n.appendChild(e);else if(Array.
isArray(e))for(var t=0;t<e.length;t++)kl(n,e[t]);else throw new RangeError("Unsupported child node: "+e)}var be=typeof navigator<"u"?navigator:{userAgent:"",vendor:"",platform:""},Ys=typeof document<"u"?document:{documentElement:{
style:{}}},Xs=/Edge\/(\d+)/.exec(be.userAgent),ea=/MSIE \d/.test(be.userAgent),Js=/Trident\/(?:[7-9]|\d{2,})\..*rv:(\d+)/.
exec(be.userAgent),$n=!!(ea||Js||Xs),Sl=!$n&&/gecko\/(\d+)/i.test(be.userAgent),Ks=!$n&&/Chrome\/(\d+)/.exec(be.userAgent),
Cl="webkitFontSmoothing"in Ys.documentElement.style,Zs=!$n&&/Apple Computer/.test(be.vendor),Al=Zs&&(/Mobile\/\w+/.test(
be.userAgent)||be.maxTouchPoints>2),T={mac:Al||/Mac/.test(be.platform),windows:/Win/.test(be.platform),linux:/Linux|X11/.
test(be.platform),ie:$n,ie_version:ea?Ys.documentMode||6:Js?+Js[1]:Xs?+Xs[1]:0,gecko:Sl,gecko_version:Sl?+(/Firefox\/(\d+)/.
exec(be.userAgent)||[0,0])[1]:0,chrome:!!Ks,chrome_version:Ks?+Ks[1]:0,ios:Al,android:/Android\b/.test(be.userAgent),webkit:Cl,
webkit_version:Cl?+(/\bAppleWebKit\/(\d+)/.exec(be.userAgent)||[0,0])[1]:0,safari:Zs,safari_version:Zs?+(/\bVersion\/(\d+(\.\d+)?)/.
exec(be.userAgent)||[0,0])[1]:0,tabSize:Ys.documentElement.style.tabSize!=null?"tab-size":"-moz-tab-size"};function Nr(n,e){
for(let t in n)t=="class"&&e.class?e.class+=" "+n.class:t=="style"&&e.style?e.style+=";"+n.style:e[t]=n[t];return e}var Dn=Object.
create(null);function Fr(n,e,t){if(n==e)return!0;n||(n=Dn),e||(e=Dn);let i=Object.keys(n),s=Object.keys(e);if(i.length-0!=
s.length-0)return!1;for(let r of i)if(r!=t&&(s.indexOf(r)==-1||n[r]!==e[r]))return!1;return!0}function wf(n,e){for(let t=n.
attributes.length-1;t>=0;t--){let i=n.attributes[t].name;e[i]==null&&n.removeAttribute(i)}for(let t in e){let i=e[t];t==
"style"?n.style.cssText=i:n.getAttribute(t)!=i&&n.setAttribute(t,i)}}function Ml(n,e,t){let i=!1;if(e)for(let s in e)t&&
s in t||(i=!0,s=="style"?n.style.cssText="":n.removeAttribute(s));if(t)for(let s in t)e&&e[s]==t[s]||(i=!0,s=="style"?n.
style.cssText=t[s]:n.setAttribute(s,t[s]));return i}function vf(n){let e=Object.create(null);for(let t=0;t<n.attributes.
length;t++){let i=n.attributes[t];e[i.name]=i.value}return e}var Ze=class{eq(e){return!1}updateDOM(e,t,i){return!1}compare(e){
return this==e||this.constructor==e.constructor&&this.eq(e)}get estimatedHeight(){return-1}get lineBreaks(){return 0}ignoreEvent(e){
return!0}coordsAt(e,t,i){return null}get isHidden(){return!1}get editable(){return!1}destroy(e){}},Fe=(function(n){return n[n.
Text=0]="Text",n[n.WidgetBefore=1]="WidgetBefore",n[n.WidgetAfter=2]="WidgetAfter",n[n.WidgetRange=3]="WidgetRange",n})(
Fe||(Fe={})),j=class extends Re{constructor(e,t,i,s){super(),this.startSide=e,this.endSide=t,this.widget=i,this.spec=s}get heightRelevant(){
return!1}static mark(e){return new Li(e)}static widget(e){let t=Math.max(-1e4,Math.min(1e4,e.side||0)),i=!!e.block;return t+=
i&&!e.inlineOrder?t>0?3e8:-4e8:t>0?1e8:-1e8,new Nt(e,t,t,i,e.widget||null,!1)}static replace(e){let t=!!e.block,i,s;if(e.
isBlockGap)i=-5e8,s=4e8;else{let{start:r,end:o}=ta(e,t);i=(r?t?-3e8:-1:5e8)-1,s=(o?t?2e8:1:-6e8)+1}return new Nt(e,i,s,t,
e.widget||null,!0)}static line(e){return new Pi(e)}static set(e,t=!1){return _.of(e,t)}hasHeight(){return this.widget?this.
widget.estimatedHeight>-1:!1}};j.none=_.empty;var Li=class n extends j{constructor(e){let{start:t,end:i}=ta(e);super(t?-1:
5e8,i?1:-6e8,null,e),this.tagName=e.tagName||"span",this.attrs=e.class&&e.attributes?Nr(e.attributes,{class:e.class}):e.
class?{class:e.class}:e.attributes||Dn}eq(e){return this==e||e instanceof n&&this.tagName==e.tagName&&Fr(this.attrs,e.attrs)}range(e,t=e){
if(e>=t)throw new RangeError("Mark decorations may not be empty");return super.range(e,t)}};Li.prototype.point=!1;var Pi=class n extends j{constructor(e){
super(-2e8,-2e8,null,e)}eq(e){return e instanceof n&&this.spec.class==e.spec.class&&Fr(this.spec.attributes,e.spec.attributes)}range(e,t=e){
if(t!=e)throw new RangeError("Line decoration ranges must be zero-length");return super.range(e,t)}};Pi.prototype.mapMode=
pe.TrackBefore;Pi.prototype.point=!0;var Nt=class n extends j{constructor(e,t,i,s,r,o){super(t,i,r,e),this.block=s,this.
isReplace=o,this.mapMode=s?t<=0?pe.TrackBefore:pe.TrackAfter:pe.TrackDel}get type(){return this.startSide!=this.endSide?
Fe.WidgetRange:this.startSide<=0?Fe.WidgetBefore:Fe.WidgetAfter}get heightRelevant(){return this.block||!!this.widget&&(this.
widget.estimatedHeight>=5||this.widget.lineBreaks>0)}eq(e){return e instanceof n&&kf(this.widget,e.widget)&&this.block==
e.block&&this.startSide==e.startSide&&this.endSide==e.endSide}range(e,t=e){if(this.isReplace&&(e>t||e==t&&this.startSide>
0&&this.endSide<=0))throw new RangeError("Invalid range for replacement decoration");if(!this.isReplace&&t!=e)throw new RangeError(
"Widget decorations can only have zero-length ranges");return super.range(e,t)}};Nt.prototype.point=!0;function ta(n,e=!1){
let{inclusiveStart:t,inclusiveEnd:i}=n;return t==null&&(t=n.inclusive),i==null&&(i=n.inclusive),{start:t??e,end:i??e}}function kf(n,e){
return n==e||!!(n&&e&&n.compare(e))}function si(n,e,t,i=0){let s=t.length-1;s>=0&&t[s]+i>=n?t[s]=Math.max(t[s],e):t.push(
n,e)}var En=class n extends Re{constructor(e,t,i){super(),this.tagName=e,this.attributes=t,this.rank=i}eq(e){return e==this||
e instanceof n&&this.tagName==e.tagName&&Fr(this.attributes,e.attributes)}static create(e){return new n(e.tagName,e.attributes||
Dn,e.rank==null?50:Math.max(0,Math.min(e.rank,100)))}static set(e,t=!1){return _.of(e,t)}};En.prototype.startSide=En.prototype.
endSide=-1;var he=n=>n.nodeType==1,oi=n=>n.nodeType==3;function Ii(n){let e;return n.nodeType==11?e=n.getSelection?n:n.ownerDocument:
e=n,e.getSelection()}function Qs(n,e){return e?n==e||n.contains(e.nodeType!=1?e.parentNode:e):!1}function Mi(n,e){if(!e.
anchorNode)return!1;try{return Qs(n,e.anchorNode)}catch{return!1}}function Tn(n){return oi(n)?Ni(n,0,n.nodeValue.length).
getClientRects():he(n)?n.getClientRects():[]}function Ti(n,e,t,i){return t?Tl(n,e,t,i,-1)||Tl(n,e,t,i,1):!1}function xt(n){
for(var e=0;;e++)if(n=n.previousSibling,!n)return e}function Bn(n){return he(n)&&/^(DIV|P|LI|UL|OL|BLOCKQUOTE|DD|DT|H\d|SECTION|PRE)$/.
test(n.nodeName)}function Tl(n,e,t,i,s){for(;;){if(n==t&&e==i)return!0;if(e==(s<0?0:ft(n))){if(n.nodeName=="DIV")return!1;
let r=n.parentNode;if(!r||!he(r))return!1;e=xt(n)+(s<0?0:1),n=r}else if(he(n)){if(n=n.childNodes[e+(s<0?-1:0)],he(n)&&(n.
nodeName=="IMG"||n.nodeName=="BR"||n.contentEditable=="false"))return!1;e=s<0?ft(n):0}else return!1}}function ft(n){return oi(
n)?n.nodeValue.length:n.childNodes.length}function Rn(n,e){let{left:t,right:i}=n;if(t==i)return n;let s=e?t:i;return{left:s,
right:s,top:n.top,bottom:n.bottom}}function Sf(n){let e=n.visualViewport;return e?{left:0,right:e.width,top:0,bottom:e.height}:
{left:0,right:n.innerWidth,top:0,bottom:n.innerHeight}}function ia(n,e){let t=e.width/n.offsetWidth,i=e.height/n.offsetHeight;
return(t>.995&&t<1.005||!isFinite(t)||Math.abs(e.width-n.offsetWidth)<1)&&(t=1),(i>.995&&i<1.005||!isFinite(i)||Math.abs(
e.height-n.offsetHeight)<1)&&(i=1),{scaleX:t,scaleY:i}}function Cf(n,e,t,i,s,r,o,l){let a=n.ownerDocument,h=a.defaultView||
window;for(let c=n,f=!1;c&&!f;)if(he(c)){let u,d=c==a.body,p=1,m=1,y=!0,b=!0;if(d)u=Sf(h);else{let x=getComputedStyle(c);
if(/^(fixed|sticky)$/.test(x.position)&&(f=!0),(c.scrollHeight<=c.clientHeight||!/auto|scroll/.test(x.overflowY))&&(b=!1),
(c.scrollWidth<=c.clientWidth||!/auto|scroll/.test(x.overflowX))&&(y=!1),!y&&!b){c=c.assignedSlot||c.parentNode;continue}
let w=c.getBoundingClientRect();({scaleX:p,scaleY:m}=ia(c,w)),u={left:w.left,right:w.left+c.clientWidth*p,top:w.top,bottom:w.
top+c.clientHeight*m}}let v=0,g=0;if(b)if(s=="nearest")e.top<u.top+o?(g=e.top-(u.top+o),t>0&&e.bottom>u.bottom+g&&(g=e.bottom-
u.bottom+o)):e.bottom>u.bottom-o&&(g=e.bottom-u.bottom+o,t<0&&e.top-g<u.top&&(g=e.top-(u.top+o)));else{let x=e.bottom-e.
top,w=u.bottom-u.top;g=(s=="center"&&x<=w?e.top+x/2-w/2:s=="start"||s=="center"&&t<0?e.top-o:e.bottom-w+o)-u.top}if(y&&(i==
"nearest"?e.left<u.left+r?(v=e.left-(u.left+r),t>0&&e.right>u.right+v&&(v=e.right-u.right+r)):e.right>u.right-r&&(v=e.right-
u.right+r,t<0&&e.left<u.left+v&&(v=e.left-(u.left+r))):v=(i=="center"?e.left+(e.right-e.left)/2-(u.right-u.left)/2:i=="s\
tart"==l?e.left-r:e.right-(u.right-u.left)+r)-u.left),v||g)if(d)h.scrollBy(v,g);else{let x=0,w=0;if(g){let C=c.scrollTop;
c.scrollTop+=g/m,w=(c.scrollTop-C)*m}if(v){let C=c.scrollLeft;c.scrollLeft+=v/p,x=(c.scrollLeft-C)*p}e={left:e.left-x,top:e.
top-w,right:e.right-x,bottom:e.bottom-w},x&&Math.abs(x-v)<1&&(i="nearest"),w&&Math.abs(w-g)<1&&(s="nearest")}if(d)break;
(e.top<u.top||e.bottom>u.bottom||e.left<u.left||e.right>u.right)&&(e={left:Math.max(e.left,u.left),right:Math.min(e.right,
u.right),top:Math.max(e.top,u.top),bottom:Math.min(e.bottom,u.bottom)}),c=c.assignedSlot||c.parentNode}else if(c.nodeType==
11)c=c.host;else break}function na(n,e=!0){let t=n.ownerDocument,i=null,s=null;for(let r=n.parentNode;r&&!(r==t.body||(!e||
i)&&s);)if(he(r))!s&&r.scrollHeight>r.clientHeight&&/scroll|auto/.test(getComputedStyle(r).overflowY)&&(s=r),e&&!i&&r.scrollWidth>
r.clientWidth&&/scroll|auto/.test(getComputedStyle(r).overflowX)&&(i=r),r=r.assignedSlot||r.parentNode;else if(r.nodeType==
11)r=r.host;else break;return{x:i,y:s}}var er=class{constructor(){this.anchorNode=null,this.anchorOffset=0,this.focusNode=
null,this.focusOffset=0}eq(e){return this.anchorNode==e.anchorNode&&this.anchorOffset==e.anchorOffset&&this.focusNode==e.
focusNode&&this.focusOffset==e.focusOffset}setRange(e){let{anchorNode:t,focusNode:i}=e;this.set(t,Math.min(e.anchorOffset,
t?ft(t):0),i,Math.min(e.focusOffset,i?ft(i):0))}set(e,t,i,s){this.anchorNode=e,this.anchorOffset=t,this.focusNode=i,this.
focusOffset=s}};function sa(n){let e=[];for(let t=n;t;t=t.nodeType==11?t.host:t.parentNode)he(t)&&e.push({node:t,left:t.
scrollLeft,top:t.scrollTop});return e}function ra(n,e=!0){for(let{node:t,left:i,top:s}of n)e&&t.scrollTop!=s&&(t.scrollTop=
s),t.scrollLeft!=i&&(t.scrollLeft=i)}var Pt=null;T.safari&&T.safari_version>=26&&(Pt=!1);function oa(n){if(n.setActive)return n.
setActive();if(Pt)return n.focus(Pt);let e=sa(n);n.focus(Pt==null?{get preventScroll(){return Pt={preventScroll:!0},!0}}:
void 0),Pt||(Pt=!1,ra(e))}var Ol;function Ni(n,e,t=e){let i=Ol||(Ol=document.createRange());return i.setEnd(n,t),i.setStart(
n,e),i}function ri(n,e,t,i){let s={key:e,code:e,keyCode:t,which:t,cancelable:!0};i&&({altKey:s.altKey,ctrlKey:s.ctrlKey,
shiftKey:s.shiftKey,metaKey:s.metaKey}=i);let r=new KeyboardEvent("keydown",s);r.synthetic=!0,n.dispatchEvent(r);let o=new KeyboardEvent(
"keyup",s);return o.synthetic=!0,n.dispatchEvent(o),r.defaultPrevented||o.defaultPrevented}function Af(n){for(;n;){if(n&&
(n.nodeType==9||n.nodeType==11&&n.host))return n;n=n.assignedSlot||n.parentNode}return null}function Mf(n,e){let t=e.focusNode,
i=e.focusOffset;if(!t||e.anchorNode!=t||e.anchorOffset!=i)return!1;for(i=Math.min(i,ft(t));;)if(i){if(!he(t))return!1;let s=t.
childNodes[i-1];s.contentEditable=="false"?i--:(t=s,i=ft(t))}else{if(t==n)return!0;i=xt(t),t=t.parentNode}}function la(n){
return n instanceof Window?n.pageYOffset>Math.max(0,n.document.documentElement.scrollHeight-n.innerHeight-4):n.scrollTop>
Math.max(1,n.scrollHeight-n.clientHeight-4)}function aa(n,e){for(let t=n,i=e;;){if(oi(t)&&i>0)return{node:t,offset:i};if(he(
t)&&i>0){if(t.contentEditable=="false")return null;t=t.childNodes[i-1],i=ft(t)}else if(t.parentNode&&!Bn(t))i=xt(t),t=t.
parentNode;else return null}}function ha(n,e){for(let t=n,i=e;;){if(oi(t)&&i<t.nodeValue.length)return{node:t,offset:i};
if(he(t)&&i<t.childNodes.length){if(t.contentEditable=="false")return null;t=t.childNodes[i],i=0}else if(t.parentNode&&!Bn(
t))i=xt(t)+1,t=t.parentNode;else return null}}var Je=class n{constructor(e,t,i=!0){this.node=e,this.offset=t,this.precise=
i}static before(e,t){return new n(e.parentNode,xt(e),t)}static after(e,t){return new n(e.parentNode,xt(e)+1,t)}},U=(function(n){
return n[n.LTR=0]="LTR",n[n.RTL=1]="RTL",n})(U||(U={})),li=U.LTR,Hr=U.RTL;function ca(n){let e=[];for(let t=0;t<n.length;t++)
e.push(1<<+n[t]);return e}var Tf=ca("88888888888888888888888888888888888666888888787833333333337888888000000000000000000\
000000008888880000000000000000000000000088888888888888888888888888888888888887866668888088888663380888308888800000000000\
000000000000800000000000000000000000000000008"),Of=ca("44444488266272889999999999922222222222222222222222222222222222222\
222222222299999999999999999999944444444446442228222222222222222222222222222222222222222222222222222222222222222222222222\
22222222222222222222222222222999999949999999229989999223333333333"),tr=Object.create(null),Xe=[];for(let n of["()","[]",
"{}"]){let e=n.charCodeAt(0),t=n.charCodeAt(1);tr[e]=t,tr[t]=-e}function fa(n){return n<=247?Tf[n]:1424<=n&&n<=1524?2:1536<=
n&&n<=1785?Of[n-1536]:1774<=n&&n<=2220?4:8192<=n&&n<=8204?256:64336<=n&&n<=65023?4:1}var Df=/[\u0590-\u05f4\u0600-\u06ff\u0700-\u08ac\ufb50-\ufdff]/,
Ne=class{get dir(){return this.level%2?Hr:li}constructor(e,t,i){this.from=e,this.to=t,this.level=i}side(e,t){return this.
dir==t==e?this.to:this.from}forward(e,t){return e==(this.dir==t)}static find(e,t,i,s){let r=-1;for(let o=0;o<e.length;o++){
let l=e[o];if(l.from<=t&&l.to>=t){if(l.level==i)return o;(r<0||(s!=0?s<0?l.from<t:l.to>t:e[r].level>l.level))&&(r=o)}}if(r<
0)throw new RangeError("Index out of range");return r}};function ua(n,e){if(n.length!=e.length)return!1;for(let t=0;t<n.
length;t++){let i=n[t],s=e[t];if(i.from!=s.from||i.to!=s.to||i.direction!=s.direction||!ua(i.inner,s.inner))return!1}return!0}
var $=[];function Ef(n,e,t,i,s){for(let r=0;r<=i.length;r++){let o=r?i[r-1].to:e,l=r<i.length?i[r].from:t,a=r?256:s;for(let h=o,
c=a,f=a;h<l;h++){let u=fa(n.charCodeAt(h));u==512?u=c:u==8&&f==4&&(u=16),$[h]=u==4?2:u,u&7&&(f=u),c=u}for(let h=o,c=a,f=a;h<
l;h++){let u=$[h];if(u==128)h<l-1&&c==$[h+1]&&c&24?u=$[h]=c:$[h]=256;else if(u==64){let d=h+1;for(;d<l&&$[d]==64;)d++;let p=h&&
c==8||d<t&&$[d]==8?f==1?1:8:256;for(let m=h;m<d;m++)$[m]=p;h=d-1}else u==8&&f==1&&($[h]=1);c=u,u&7&&(f=u)}}}function Bf(n,e,t,i,s){
let r=s==1?2:1;for(let o=0,l=0,a=0;o<=i.length;o++){let h=o?i[o-1].to:e,c=o<i.length?i[o].from:t;for(let f=h,u,d,p;f<c;f++)
if(d=tr[u=n.charCodeAt(f)])if(d<0){for(let m=l-3;m>=0;m-=3)if(Xe[m+1]==-d){let y=Xe[m+2],b=y&2?s:y&4?y&1?r:s:0;b&&($[f]=
$[Xe[m]]=b),l=m;break}}else{if(Xe.length==189)break;Xe[l++]=f,Xe[l++]=u,Xe[l++]=a}else if((p=$[f])==2||p==1){let m=p==s;
a=m?0:1;for(let y=l-3;y>=0;y-=3){let b=Xe[y+2];if(b&2)break;if(m)Xe[y+2]|=2;else{if(b&4)break;Xe[y+2]|=4}}}}}function Rf(n,e,t,i){
for(let s=0,r=i;s<=t.length;s++){let o=s?t[s-1].to:n,l=s<t.length?t[s].from:e;for(let a=o;a<l;){let h=$[a];if(h==256){let c=a+
1;for(;;)if(c==l){if(s==t.length)break;c=t[s++].to,l=s<t.length?t[s].from:e}else if($[c]==256)c++;else break;let f=r==1,
u=(c<e?$[c]:i)==1,d=f==u?f?1:2:i;for(let p=c,m=s,y=m?t[m-1].to:n;p>a;)p==y&&(p=t[--m].from,y=m?t[m-1].to:n),$[--p]=d;a=c}else
r=h,a++}}}function ir(n,e,t,i,s,r,o){let l=i%2?2:1;if(i%2==s%2)for(let a=e,h=0;a<t;){let c=!0,f=!1;if(h==r.length||a<r[h].
from){let m=$[a];m!=l&&(c=!1,f=m==16)}let u=!c&&l==1?[]:null,d=c?i:i+1,p=a;e:for(;;)if(h<r.length&&p==r[h].from){if(f)break e;
let m=r[h];if(!c)for(let y=m.to,b=h+1;;){if(y==t)break e;if(b<r.length&&r[b].from==y)y=r[b++].to;else{if($[y]==l)break e;
break}}if(h++,u)u.push(m);else{m.from>a&&o.push(new Ne(a,m.from,d));let y=m.direction==li!=!(d%2);nr(n,y?i+1:i,s,m.inner,
m.from,m.to,o),a=m.to}p=m.to}else{if(p==t||(c?$[p]!=l:$[p]==l))break;p++}u?ir(n,a,p,i+1,s,u,o):a<p&&o.push(new Ne(a,p,d)),
a=p}else for(let a=t,h=r.length;a>e;){let c=!0,f=!1;if(!h||a>r[h-1].to){let m=$[a-1];m!=l&&(c=!1,f=m==16)}let u=!c&&l==1?
[]:null,d=c?i:i+1,p=a;e:for(;;)if(h&&p==r[h-1].to){if(f)break e;let m=r[--h];if(!c)for(let y=m.from,b=h;;){if(y==e)break e;
if(b&&r[b-1].to==y)y=r[--b].from;else{if($[y-1]==l)break e;break}}if(u)u.push(m);else{m.to<a&&o.push(new Ne(m.to,a,d));let y=m.
direction==li!=!(d%2);nr(n,y?i+1:i,s,m.inner,m.from,m.to,o),a=m.from}p=m.from}else{if(p==e||(c?$[p-1]!=l:$[p-1]==l))break;
p--}u?ir(n,p,a,i+1,s,u,o):p<a&&o.push(new Ne(p,a,d)),a=p}}function nr(n,e,t,i,s,r,o){let l=e%2?2:1;Ef(n,s,r,i,l),Bf(n,s,
r,i,l),Rf(s,r,i,l),ir(n,s,r,e,t,i,o)}function Lf(n,e,t){if(!n)return[new Ne(0,0,e==Hr?1:0)];if(e==li&&!t.length&&!Df.test(
n))return da(n.length);if(t.length)for(;n.length>$.length;)$[$.length]=256;let i=[],s=e==li?0:1;return nr(n,s,s,t,0,n.length,
i),i}function da(n){return[new Ne(0,n,0)]}var pa="";function Pf(n,e,t,i,s){var r;if(!n.length)return null;let o=i.head-n.
from,l;if(i.head==n.from&&i.assoc<0){if(!s)return null;o=e[l=0].side(!1,t)}else if(i.head==n.to&&i.assoc>0){if(s)return null;
o=e[l=e.length-1].side(!0,t)}else l=Ne.find(e,o,(r=i.bidiLevel)!==null&&r!==void 0?r:-1,i.assoc);let a=e[l],h=a.side(s,t);
if(o==h){let u=l+=s?1:-1;if(u<0||u>=e.length)return null;a=e[l=u],o=a.side(!s,t),h=a.side(s,t)}let c=ae(n.text,o,a.forward(
s,t));(c<a.from||c>a.to)&&(c=h),pa=n.text.slice(Math.min(o,c),Math.max(o,c));let f=l==(s?e.length-1:0)?null:e[l+(s?1:-1)];
if(c==h){if(!f)return s?k.cursor(n.to,1):k.cursor(n.from,-1);if(f.level+(s?0:1)<a.level)return k.cursor(f.side(!s,t)+n.from,
f.forward(s,t)?1:-1,f.level)}return k.cursor(c+n.from,a.forward(s,t)?-1:1,a.level)}function If(n,e,t){for(let i=e;i<t;i++){
let s=fa(n.charCodeAt(i));if(s==1)return li;if(s==2||s==4)return Hr}}var ma=E.define(),ga=E.define(),ya=E.define(),ba=E.
define(),sr=E.define(),xa=E.define(),wa=E.define(),Wr=E.define(),Vr=E.define(),va=E.define({combine:n=>n.some(e=>e)}),Nf=E.
define({combine:n=>n.some(e=>e)}),ka=E.define(),Oi=class n{constructor(e,t,i,s,r,o=!1){this.range=e,this.y=t,this.x=i,this.
yMargin=s,this.xMargin=r,this.isSnapshot=o}map(e){return e.empty?this:new n(this.range.map(e),this.y,this.x,this.yMargin,
this.xMargin,this.isSnapshot)}clip(e){return this.range.to<=e.doc.length?this:new n(k.cursor(e.doc.length),this.y,this.x,
this.yMargin,this.xMargin,this.isSnapshot)}},bn=V.define({map:(n,e)=>n.map(e)}),Sa=V.define();function fe(n,e,t){let i=n.
facet(ba);i.length?i[0](e):window.onerror&&window.onerror(String(e),t,void 0,void 0,e)||(t?console.error(t+":",e):console.
error(e))}var ht=E.define({combine:n=>n.length?n[0]:!0}),Ff=0,ti=E.define({combine(n){return n.filter((e,t)=>{for(let i=0;i<
t;i++)if(n[i].plugin==e.plugin)return!1;return!0})}}),Ce=class n{constructor(e,t,i,s,r){this.id=e,this.create=t,this.domEventHandlers=
i,this.domEventObservers=s,this.baseExtensions=r(this),this.extension=this.baseExtensions.concat(ti.of({plugin:this,arg:void 0}))}of(e){
return this.baseExtensions.concat(ti.of({plugin:this,arg:e}))}static define(e,t){let{eventHandlers:i,eventObservers:s,provide:r,
decorations:o}=t||{};return new n(Ff++,e,i,s,l=>{let a=[];return o&&a.push(Un.of(h=>{let c=h.plugin(l);return c?o(c):j.none})),
r&&a.push(r(l)),a})}static fromClass(e,t){return n.define((i,s)=>new e(i,s),t)}},Di=class{constructor(e){this.spec=e,this.
mustUpdate=null,this.value=null}get plugin(){return this.spec&&this.spec.plugin}update(e){if(this.value){if(this.mustUpdate){
let t=this.mustUpdate;if(this.mustUpdate=null,this.value.update)try{this.value.update(t)}catch(i){if(fe(t.state,i,"CodeM\
irror plugin crashed"),this.value.destroy)try{this.value.destroy()}catch{}this.deactivate()}}}else if(this.spec)try{this.
value=this.spec.plugin.create(e,this.spec.arg)}catch(t){fe(e.state,t,"CodeMirror plugin crashed"),this.deactivate()}return this}destroy(e){
var t;if(!((t=this.value)===null||t===void 0)&&t.destroy)try{this.value.destroy()}catch(i){fe(e.state,i,"CodeMirror plug\
in crashed")}}deactivate(){this.spec=this.value=null}},Ca=E.define(),zr=E.define(),Un=E.define(),Aa=E.define(),jr=E.define(),
Fi=E.define(),Ma=E.define();function Dl(n,e){let t=n.state.facet(Ma);if(!t.length)return t;let i=t.map(r=>r instanceof Function?
r(n):r),s=[];return _.spans(i,e.from,e.to,{point(){},span(r,o,l,a){let h=r-e.from,c=o-e.from,f=s;for(let u=l.length-1;u>=
0;u--,a--){let d=l[u].spec.bidiIsolate,p;if(a>0&&f.length&&(p=f[f.length-1]).to==h&&p.direction==d)p.to=c,f=p.inner;else{
let m={from:h,to:c,direction:d,inner:[]};f.push(m),f=m.inner}}}}),Ta(e.text,s)}function Ta(n,e){for(let t of e){if(t.direction==
null){for(let i=t.from,s=0;i<t.to;s++){let r=s<t.inner.length?t.inner[s]:null,o=If(n,i,r?r.from:t.to);if(o){t.direction=
o;break}if(!r)break;i=r.to}t.direction==null&&(t.direction=U.LTR)}Ta(n,t.inner)}return e}var Oa=E.define();function Kr(n){
let e=0,t=0,i=0,s=0;for(let r of n.state.facet(Oa)){let o=r(n);o&&(o.left!=null&&(e=Math.max(e,o.left)),o.right!=null&&(t=
Math.max(t,o.right)),o.top!=null&&(i=Math.max(i,o.top)),o.bottom!=null&&(s=Math.max(s,o.bottom)))}return{left:e,right:t,
top:i,bottom:s}}var Ci=E.define(),je=class n{constructor(e,t,i,s){this.fromA=e,this.toA=t,this.fromB=i,this.toB=s}join(e){
return new n(Math.min(this.fromA,e.fromA),Math.max(this.toA,e.toA),Math.min(this.fromB,e.fromB),Math.max(this.toB,e.toB))}addToSet(e){
let t=e.length,i=this;for(;t>0;t--){let s=e[t-1];if(!(s.fromA>i.toA)){if(s.toA<i.fromA)break;i=i.join(s),e.splice(t-1,1)}}
return e.splice(t,0,i),e}static extendWithRanges(e,t){if(t.length==0)return e;let i=[];for(let s=0,r=0,o=0;;){let l=s<e.
length?e[s].fromB:1e9,a=r<t.length?t[r]:1e9,h=Math.min(l,a);if(h==1e9)break;let c=h+o,f=h,u=c;for(;;)if(r<t.length&&t[r]<=
f){let d=t[r+1];r+=2,f=Math.max(f,d);for(let p=s;p<e.length&&e[p].fromB<=f;p++)o=e[p].toA-e[p].toB;u=Math.max(u,d+o)}else if(s<
e.length&&e[s].fromB<=f){let d=e[s++];f=Math.max(f,d.toB),u=Math.max(u,d.toA),o=d.toA-d.toB}else break;i.push(new n(c,u,
h,f))}return i}},Ln=class n{constructor(e,t,i){this.view=e,this.state=t,this.transactions=i,this.flags=0,this.startState=
e.state,this.changes=ye.empty(this.startState.doc.length);for(let r of i)this.changes=this.changes.compose(r.changes);let s=[];
this.changes.iterChangedRanges((r,o,l,a)=>s.push(new je(r,o,l,a))),this.changedRanges=s}static create(e,t,i){return new n(
e,t,i)}get viewportChanged(){return(this.flags&4)>0}get viewportMoved(){return(this.flags&8)>0}get heightChanged(){return(this.
flags&2)>0}get geometryChanged(){return this.docChanged||(this.flags&18)>0}get focusChanged(){return(this.flags&1)>0}get docChanged(){
return!this.changes.empty}get selectionSet(){return this.transactions.some(e=>e.selection)}get empty(){return this.flags==
0&&this.transactions.length==0}},Hf=[],J=class{constructor(e,t,i=0){this.dom=e,this.length=t,this.flags=i,this.parent=null,
e.cmTile=this}get breakAfter(){return this.flags&1}get children(){return Hf}isWidget(){return!1}get isHidden(){return!1}isComposite(){
return!1}isLine(){return!1}isText(){return!1}isBlock(){return!1}get domAttrs(){return null}sync(e){if(this.flags|=2,this.
flags&4){this.flags&=-5;let t=this.domAttrs;t&&wf(this.dom,t)}}toString(){return this.constructor.name+(this.children.length?
`(${this.children})`:"")+(this.breakAfter?"#":"")}destroy(){this.parent=null}setDOM(e){this.dom=e,e.cmTile=this}get posAtStart(){
return this.parent?this.parent.posBefore(this):0}get posAtEnd(){return this.posAtStart+this.length}posBefore(e,t=this.posAtStart){
let i=t;for(let s of this.children){if(s==e)return i;i+=s.length+s.breakAfter}throw new RangeError("Invalid child in pos\
Before")}posAfter(e){return this.posBefore(e)+e.length}covers(e){return!0}coordsIn(e,t,i){return null}domPosFor(e,t){let i=xt(
this.dom),s=this.length?e>0:t>0;return new Je(this.parent.dom,i+(s?1:0),e==0||e==this.length)}markDirty(e){this.flags&=-3,
e&&(this.flags|=4),this.parent&&this.parent.flags&2&&this.parent.markDirty(!1)}get overrideDOMText(){return null}get root(){
for(let e=this;e;e=e.parent)if(e instanceof hi)return e;return null}static get(e){return e.cmTile}},ai=class extends J{constructor(e){
super(e,0),this._children=[]}isComposite(){return!0}get children(){return this._children}get lastChild(){return this.children.
length?this.children[this.children.length-1]:null}append(e){this.children.push(e),e.parent=this}sync(e){if(this.flags&2)
return;super.sync(e);let t=this.dom,i=null,s,r=e?.node==t?e:null,o=0;for(let l of this.children){if(l.sync(e),o+=l.length+
l.breakAfter,s=i?i.nextSibling:t.firstChild,r&&s!=l.dom&&(r.written=!0),l.dom.parentNode==t)for(;s&&s!=l.dom;)s=El(s);else
t.insertBefore(l.dom,s);i=l.dom}for(s=i?i.nextSibling:t.firstChild,r&&s&&(r.written=!0);s;)s=El(s);this.length=o}};function El(n){
let e=n.nextSibling;return n.parentNode.removeChild(n),e}var hi=class extends ai{constructor(e,t){super(t),this.view=e}owns(e){
for(;e;e=e.parent)if(e==this)return!0;return!1}isBlock(){return!0}nearest(e){for(;;){if(!e)return null;let t=J.get(e);if(t&&
this.owns(t))return t;e=e.parentNode}}blockTiles(e){for(let t=[],i=this,s=0,r=0;;)if(s==i.children.length){if(!t.length)
return;i=i.parent,i.breakAfter&&r++,s=t.pop()}else{let o=i.children[s++];if(o instanceof ct)t.push(s),i=o,s=0;else{let l=r+
o.length,a=e(o,r);if(a!==void 0)return a;r=l+o.breakAfter}}}resolveBlock(e,t){let i,s=-1,r,o=-1;if(this.blockTiles((l,a)=>{
let h=a+l.length;if(e>=a&&e<=h){if(l.isWidget()&&t>=-1&&t<=1){if(l.flags&32)return!0;l.flags&16&&(i=void 0)}(a<e||e==h&&
(t<-1?l.length:l.covers(1)))&&(!i||!l.isWidget()&&i.isWidget())&&(i=l,s=e-a),(h>e||e==a&&(t>1?l.length:l.covers(-1)))&&(!r||
!l.isWidget()&&r.isWidget())&&(r=l,o=e-a)}}),!i&&!r)throw new Error("No tile at position "+e);return i&&t<0||!r?{tile:i,
offset:s}:{tile:r,offset:o}}},ct=class n extends ai{constructor(e,t){super(e),this.wrapper=t}isBlock(){return!0}covers(e){
return this.children.length?e<0?this.children[0].covers(-1):this.lastChild.covers(1):!1}get domAttrs(){return this.wrapper.
attributes}static of(e,t){let i=new n(t||document.createElement(e.tagName),e);return t||(i.flags|=4),i}},ci=class n extends ai{constructor(e,t){
super(e),this.attrs=t}isLine(){return!0}static start(e,t,i){let s=new n(t||document.createElement("div"),e);return(!t||!i)&&
(s.flags|=4),s}get domAttrs(){return this.attrs}resolveInline(e,t,i=!1){let s=null,r=-1,o=null,l=-1;function a(c,f){for(let u=0,
d=0;u<c.children.length&&d<=f;u++){let p=c.children[u],m=d+p.length;m>=f&&(p.isComposite()?a(p,f-d):(!o||i&&o.isHidden&&
(t>0&&!(o.flags&32)||i&&Vf(o,p)))&&(m>f||p.flags&32&&t<=1)?(o=p,l=f-d):(d<f||p.flags&16&&!(i&&p.isHidden)&&t>=-1)&&(s=p,
r=f-d)),d=m}}a(this,e);let h=(t<0?s:o)||s||o;return h?{tile:h,offset:h==s?r:l}:null}coordsIn(e,t,i){let s=this.resolveInline(
e,t,!0);return s?s.tile.coordsIn(Math.max(0,s.offset),t,i):Wf(this)}domIn(e,t){let i=this.resolveInline(e,t);if(i){let{tile:s,
offset:r}=i;if(this.dom.contains(s.dom))return s.isText()?new Je(s.dom,Math.min(s.dom.nodeValue.length,r)):s.domPosFor(r,
s.flags&16?1:s.flags&32?-1:t);let o=i.tile.parent,l=!1;for(let a of o.children){if(l)return new Je(a.dom,0);a==i.tile&&(l=
!0)}}return new Je(this.dom,0)}};function Wf(n){let e=n.dom.lastChild;if(!e)return n.dom.getBoundingClientRect();let t=Tn(
e);return t[t.length-1]||null}function Vf(n,e){let t=n.coordsIn(0,1),i=e.coordsIn(0,1);return t&&i&&i.top<t.bottom}var Se=class n extends ai{constructor(e,t){
super(e),this.mark=t}get domAttrs(){return this.mark.attrs}static of(e,t){let i=new n(t||document.createElement(e.tagName),
e);return t||(i.flags|=4),i}},It=class n extends J{constructor(e,t){super(e,t.length),this.text=t}sync(e){this.flags&2||
(super.sync(e),this.dom.nodeValue!=this.text&&(e&&e.node==this.dom&&(e.written=!0),this.dom.nodeValue=this.text))}isText(){
return!0}toString(){return JSON.stringify(this.text)}coordsIn(e,t,i){let s=this.dom.nodeValue.length;e>s&&(e=s);let r=e,
o=e,l=0;e==0&&t<0||e==s&&t>=0?T.chrome||T.gecko||(e?(r--,l=1):o<s&&(o++,l=-1)):t<0?r--:o<s&&o++;let a=Ni(this.dom,r,o).getClientRects();
if(!a.length)return null;let h=a[(l?l<0:t>=0)?0:a.length-1];return T.safari&&!l&&h.width==0&&(h=Array.prototype.find.call(
a,c=>c.width)||h),i==null?h:Rn(h,(l?l>0:t<0)==i)}static of(e,t){let i=new n(t||document.createTextNode(e),e);return t||(i.
flags|=2),i}},Ft=class n extends J{constructor(e,t,i,s){super(e,t,s),this.widget=i}isWidget(){return!0}get isHidden(){return this.
widget.isHidden}covers(e){return this.flags&48?!1:(this.flags&(e<0?64:128))>0}coordsIn(e,t){return this.coordsInWidget(e,
t,!1)}coordsInWidget(e,t,i){let s=this.widget.coordsAt(this.dom,e,t);if(s)return s;if(i)return Rn(this.dom.getBoundingClientRect(),
this.length?e==0:t<=0);{let r=this.dom.getClientRects(),o=null;if(!r.length)return null;let l=this.flags&16?!0:this.flags&
32?!1:e>0;for(let a=l?r.length-1:0;o=r[a],!(e>0?a==0:a==r.length-1||o.top<o.bottom);a+=l?-1:1);return Rn(o,!l)}}get overrideDOMText(){
if(!this.length)return W.empty;let{root:e}=this;if(!e)return W.empty;let t=this.posAtStart;return e.view.state.doc.slice(
t,t+this.length)}destroy(){super.destroy(),this.widget.destroy(this.dom)}static of(e,t,i,s,r){return r||(r=e.toDOM(t),e.
editable||(r.contentEditable="false")),new n(r,i,e,s)}},fi=class extends J{constructor(e){let t=document.createElement("\
img");t.className="cm-widgetBuffer",t.setAttribute("aria-hidden","true"),super(t,0,e)}get isHidden(){return!0}get overrideDOMText(){
return W.empty}coordsIn(e,t,i){let s=this.dom.getBoundingClientRect();return i==null?s:Rn(s,t>0==i)}},rr=class{constructor(e){
this.index=0,this.beforeBreak=!1,this.parents=[],this.tile=e}advance(e,t,i){let{tile:s,index:r,beforeBreak:o,parents:l}=this;
for(;e||t>0;)if(s.isComposite())if(o){if(!e)break;i&&i.break(),e--,o=!1}else if(r==s.children.length){if(!e&&!l.length)break;
i&&i.leave(s),o=!!s.breakAfter,{tile:s,index:r}=l.pop(),r++}else{let a=s.children[r],h=a.breakAfter;(t>0?a.length<=e:a.length<
e)&&(!i||i.skip(a,0,a.length)!==!1||!a.isComposite)?(o=!!h,r++,e-=a.length):(l.push({tile:s,index:r}),s=a,r=0,i&&a.isComposite()&&
i.enter(a))}else{let a=s.length;if(r<a&&e){let h=Math.min(e,a-r);i&&i.skip(s,r,r+h),e-=h,r+=h}if(r==a)o=!!s.breakAfter,{
tile:s,index:r}=l.pop(),r++;else if(!e)break}return this.tile=s,this.index=r,this.beforeBreak=o,this}get root(){return this.
parents.length?this.parents[0].tile:this.tile}},or=class{constructor(e,t,i,s){this.from=e,this.to=t,this.wrapper=i,this.
rank=s}},lr=class{constructor(e,t,i){this.cache=e,this.root=t,this.blockWrappers=i,this.curLine=null,this.lastBlock=null,
this.afterWidget=null,this.pos=0,this.wrappers=[],this.wrapperPos=0}addText(e,t,i,s){var r;this.flushBuffer();let o=this.
ensureMarks(t,i),l=o.lastChild;if(l&&l.isText()&&!(l.flags&8)&&l.length+e.length<512){this.cache.reused.set(l,2);let a=o.
children[o.children.length-1]=new It(l.dom,l.text+e);a.parent=o}else o.append(s||It.of(e,(r=this.cache.find(It))===null||
r===void 0?void 0:r.dom));this.pos+=e.length,this.afterWidget=null}addComposition(e,t){let i=this.curLine;i.dom!=t.line.
dom&&(i.setDOM(this.cache.reused.has(t.line)?qs(t.line.dom):t.line.dom),this.cache.reused.set(t.line,2));let s=i;for(let l=t.
marks.length-1;l>=0;l--){let a=t.marks[l],h=s.lastChild;if(h instanceof Se&&h.mark.eq(a.mark))h.dom!=a.dom&&h.setDOM(qs(
a.dom)),s=h;else{let{dom:c}=a;this.cache.reused.get(a)&&J.get(a.dom)&&(c=qs(a.dom));let f=Se.of(a.mark,c);s.append(f),s=
f}this.cache.reused.set(a,2)}let r=J.get(e.text);r&&this.cache.reused.set(r,2);let o=new It(e.text,e.text.nodeValue);o.flags|=
8,this.pos=e.range.toB,s.append(o)}addInlineWidget(e,t,i){let s=this.afterWidget&&e.flags&48&&(this.afterWidget.flags&48)==
(e.flags&48);s||this.flushBuffer();let r=this.ensureMarks(t,i);!s&&!(e.flags&16)&&r.append(this.getBuffer(1)),r.append(e),
this.pos+=e.length,this.afterWidget=e}addMark(e,t,i){this.flushBuffer(),this.ensureMarks(t,i).append(e),this.pos+=e.length,
this.afterWidget=null}addBlockWidget(e){this.getBlockPos().append(e),this.pos+=e.length,this.lastBlock=e,this.endLine()}continueWidget(e){
let t=this.afterWidget||this.lastBlock;t.length+=e,this.pos+=e}addLineStart(e,t){var i;e||(e=Da);let s=ci.start(e,t||((i=
this.cache.find(ci))===null||i===void 0?void 0:i.dom),!!t);this.getBlockPos().append(this.lastBlock=this.curLine=s)}addLine(e){
this.getBlockPos().append(e),this.pos+=e.length,this.lastBlock=e,this.endLine()}addBreak(){this.lastBlock.flags|=1,this.
endLine(),this.pos++}addLineStartIfNotCovered(e){this.blockPosCovered()||this.addLineStart(e)}ensureLine(e){this.curLine||
this.addLineStart(e)}ensureMarks(e,t){var i;let s=this.curLine;for(let r=e.length-1;r>=0;r--){let o=e[r],l;if(t>0&&(l=s.
lastChild)&&l instanceof Se&&l.mark.eq(o))s=l,t--;else{let a=Se.of(o,(i=this.cache.find(Se,h=>h.mark.eq(o)))===null||i===
void 0?void 0:i.dom);s.append(a),s=a,t=0}}return s}endLine(){if(this.curLine){this.flushBuffer();let e=this.curLine.lastChild;
(!e||!Bl(this.curLine,!1)||e.dom.nodeName!="BR"&&e.isWidget()&&!(T.ios&&Bl(this.curLine,!0)))&&this.curLine.append(this.
cache.findWidget($s,0,32)||new Ft($s.toDOM(),0,$s,32)),this.curLine=this.afterWidget=null}}updateBlockWrappers(){this.wrapperPos>
this.pos+1e4&&(this.blockWrappers.goto(this.pos),this.wrappers.length=0);for(let e=this.wrappers.length-1;e>=0;e--)this.
wrappers[e].to<this.pos&&this.wrappers.splice(e,1);for(let e=this.blockWrappers;e.value&&e.from<=this.pos;e.next())if(e.
to>=this.pos){let t=e.rank*102+e.value.rank,i=new or(e.from,e.to,e.value,t),s=this.wrappers.length;for(;s>0&&(this.wrappers[s-
1].rank-i.rank||this.wrappers[s-1].to-i.to)<0;)s--;this.wrappers.splice(s,0,i)}this.wrapperPos=this.pos}getBlockPos(){var e;
this.updateBlockWrappers();let t=this.root;for(let i of this.wrappers){let s=t.lastChild;if(i.from<this.pos&&s instanceof
ct&&s.wrapper.eq(i.wrapper))t=s;else{let r=ct.of(i.wrapper,(e=this.cache.find(ct,o=>o.wrapper.eq(i.wrapper)))===null||e===
void 0?void 0:e.dom);t.append(r),t=r}}return t}blockPosCovered(){let e=this.lastBlock;return e!=null&&!e.breakAfter&&(!e.
isWidget()||(e.flags&160)>0)}getBuffer(e){let t=2|(e<0?16:32),i=this.cache.find(fi,void 0,1);return i&&(i.flags=t),i||new fi(
t)}flushBuffer(){this.afterWidget&&!(this.afterWidget.flags&32)&&(this.afterWidget.parent.append(this.getBuffer(-1)),this.
afterWidget=null)}},ar=class{constructor(e){this.skipCount=0,this.text="",this.textOff=0,this.cursor=e.iter()}skip(e){this.
textOff+e<=this.text.length?this.textOff+=e:(this.skipCount+=e-(this.text.length-this.textOff),this.text="",this.textOff=
0)}next(e){if(this.textOff==this.text.length){let{value:s,lineBreak:r,done:o}=this.cursor.next(this.skipCount);if(this.skipCount=
0,o)throw new Error("Ran out of text content when drawing inline views");this.text=s;let l=this.textOff=Math.min(e,s.length);
return r?null:s.slice(0,l)}let t=Math.min(this.text.length,this.textOff+e),i=this.text.slice(this.textOff,t);return this.
textOff=t,i}},Pn=[Ft,ci,It,Se,fi,ct,hi];for(let n=0;n<Pn.length;n++)Pn[n].bucket=n;var hr=class{constructor(e){this.view=
e,this.buckets=Pn.map(()=>[]),this.index=Pn.map(()=>0),this.reused=new Map}add(e){let t=e.constructor.bucket,i=this.buckets[t];
i.length<6?i.push(e):i[this.index[t]=(this.index[t]+1)%6]=e}find(e,t,i=2){let s=e.bucket,r=this.buckets[s],o=this.index[s];
for(let l=0;l<r.length;l++){let a=(l+o)%r.length,h=r[a];if((!t||t(h))&&!this.reused.has(h))return r.splice(a,1),a<o&&this.
index[s]--,this.reused.set(h,i),h}return null}findWidget(e,t,i){let s=this.buckets[0];if(s.length)for(let r=0,o=0;;r++){
if(r==s.length){if(o)return null;o=1,r=0}let l=s[r];if(!this.reused.has(l)&&(o==0?l.widget.compare(e):l.widget.constructor==
e.constructor&&e.updateDOM(l.dom,this.view,l.widget)))return s.splice(r,1),r<this.index[0]&&this.index[0]--,l.widget==e&&
l.length==t&&(l.flags&497)==i?(this.reused.set(l,1),l):(this.reused.set(l,2),new Ft(l.dom,t,e,l.flags&-498|i))}}reuse(e){
return this.reused.set(e,1),e}maybeReuse(e,t=2){if(!this.reused.has(e))return this.reused.set(e,t),e.dom}clear(){for(let e=0;e<
this.buckets.length;e++)this.buckets[e].length=this.index[e]=0}},cr=class{constructor(e,t,i,s,r){this.view=e,this.decorations=
s,this.disallowBlockEffectsFor=r,this.openWidget=!1,this.openMarks=0,this.cache=new hr(e),this.text=new ar(e.state.doc),
this.builder=new lr(this.cache,new hi(e,e.contentDOM),_.iter(i)),this.cache.reused.set(t,2),this.old=new rr(t),this.reuseWalker=
{skip:(o,l,a)=>{if(this.cache.add(o),o.isComposite())return!1},enter:o=>this.cache.add(o),leave:()=>{},break:()=>{}}}run(e,t){
let i=t&&this.getCompositionContext(t.text);for(let s=0,r=0,o=0;;){let l=o<e.length?e[o++]:null,a=l?l.fromA:this.old.root.
length;if(a>s){let h=a-s;this.preserve(h,!o,!l),s=a,r+=h}if(!l)break;t&&l.fromA<=t.range.fromA&&l.toA>=t.range.toA?(this.
forward(l.fromA,t.range.fromA,t.range.fromA<t.range.toA?1:-1),this.emit(r,t.range.fromB),this.builder.flushBuffer(),this.
cache.clear(),this.builder.addComposition(t,i),this.text.skip(t.range.toB-t.range.fromB),this.forward(t.range.fromA,l.toA),
this.emit(t.range.toB,l.toB)):(this.forward(l.fromA,l.toA),this.emit(r,l.toB)),r=l.toB,s=l.toA}return this.builder.curLine&&
this.builder.endLine(),this.builder.root}preserve(e,t,i){let s=Kf(this.old),r=this.openMarks;this.old.advance(e,i?1:-1,{
skip:(o,l,a)=>{if(o.isWidget())if(this.openWidget)this.builder.continueWidget(a-l);else{let h=a>0||l<o.length?Ft.of(o.widget,
this.view,a-l,o.flags&496,this.cache.maybeReuse(o)):this.cache.reuse(o);h.flags&256?(h.flags&=-2,this.builder.addBlockWidget(
h)):(this.builder.ensureLine(null),this.builder.addInlineWidget(h,s,r),r=s.length)}else if(o.isText())this.builder.ensureLine(
null),!l&&a==o.length&&!this.cache.reused.has(o)?this.builder.addText(o.text,s,r,this.cache.reuse(o)):(this.cache.add(o),
this.builder.addText(o.text.slice(l,a),s,r)),r=s.length;else if(o.isLine())o.flags&=-2,this.cache.reused.set(o,1),this.builder.
addLine(o);else if(o instanceof fi)this.cache.add(o);else if(o instanceof Se)this.builder.ensureLine(null),this.builder.
addMark(o,s,r),this.cache.reused.set(o,1),r=s.length;else return!1;this.openWidget=!1},enter:o=>{o.isLine()?this.builder.
addLineStart(o.attrs,this.cache.maybeReuse(o)):(this.cache.add(o),o instanceof Se&&s.unshift(o.mark)),this.openWidget=!1},
leave:o=>{o.isLine()?s.length&&(s.length=r=0):o instanceof Se&&(s.shift(),r=Math.min(r,s.length))},break:()=>{this.builder.
addBreak(),this.openWidget=!1}}),this.text.skip(e)}emit(e,t){let i=null,s=this.builder,r=-1,o=_.spans(this.decorations,e,
t,{point:(l,a,h,c,f,u)=>{if(h instanceof Nt){if(this.disallowBlockEffectsFor[u]){if(h.block)throw new RangeError("Block \
decorations may not be specified via plugins");if(a>this.view.state.doc.lineAt(l).to)throw new RangeError("Decorations t\
hat replace line breaks may not be specified via plugins")}if(r=c.length,f>c.length)s.continueWidget(a-l);else{let d=h.widget||
(h.block?wt.block:wt.inline),p=zf(h),m=this.cache.findWidget(d,a-l,p)||Ft.of(d,this.view,a-l,p);h.block?(h.startSide>0&&
s.addLineStartIfNotCovered(i),s.addBlockWidget(m)):(s.ensureLine(i),s.addInlineWidget(m,c,f))}i=null}else i=jf(i,h);a>l&&
this.text.skip(a-l)},span:(l,a,h,c)=>{for(let f=l;f<a;){let u=this.text.next(Math.min(512,a-f));u==null?(s.addLineStartIfNotCovered(
i),s.addBreak(),f++):(s.ensureLine(i),s.addText(u,h,f==l?c:h.length),f+=u.length),i=null}r=h.length}});r>-1&&(this.openWidget=
o>r),this.openWidget||s.addLineStartIfNotCovered(i),this.openMarks=o}forward(e,t,i=1){t-e<=10?this.old.advance(t-e,i,this.
reuseWalker):(this.old.advance(5,-1,this.reuseWalker),this.old.advance(t-e-10,-1),this.old.advance(5,i,this.reuseWalker))}getCompositionContext(e){
let t=[],i=null;for(let s=e.parentNode;;s=s.parentNode){let r=J.get(s);if(s==this.view.contentDOM)break;r instanceof Se?
t.push(r):r?.isLine()?i=r:r instanceof ct||(s.nodeName=="DIV"&&!i?i=new ci(s,Da):i||t.push(Se.of(new Li({tagName:s.nodeName.
toLowerCase(),attributes:vf(s)}),s)))}return i?{line:i,marks:t}:null}};function Bl(n,e){let t=i=>{for(let s of i.children)
if((e?s.isText():s.length)||t(s))return!0;return!1};return t(n)}function zf(n){let e=n.isReplace?(n.startSide<0?64:0)|(n.
endSide>0?128:0):n.startSide>0?32:16;return n.block&&(e|=256),e}var Da={class:"cm-line"};function jf(n,e){let t=e.spec.attributes,
i=e.spec.class;return!t&&!i||(n||(n={class:"cm-line"}),t&&Nr(t,n),i&&(n.class+=" "+i)),n}function Kf(n){let e=[];for(let t=n.
parents.length;t>1;t--){let i=t==n.parents.length?n.tile:n.parents[t].tile;i instanceof Se&&e.push(i.mark)}return e}function qs(n){
let e=J.get(n);return e&&e.setDOM(n.cloneNode()),n}var wt=class extends Ze{constructor(e){super(),this.tag=e}eq(e){return e.
tag==this.tag}toDOM(){return document.createElement(this.tag)}updateDOM(e){return e.nodeName.toLowerCase()==this.tag}get isHidden(){
return!0}};wt.inline=new wt("span");wt.block=new wt("div");var $s=new class extends Ze{toDOM(){return document.createElement(
"br")}get isHidden(){return!0}get editable(){return!0}},In=class{constructor(e){this.view=e,this.decorations=[],this.blockWrappers=
[],this.dynamicDecorationMap=[!1],this.domChanged=null,this.hasComposition=null,this.editContextFormatting=j.none,this.lastCompositionAfterCursor=
!1,this.minWidth=0,this.minWidthFrom=0,this.minWidthTo=0,this.impreciseAnchor=null,this.impreciseHead=null,this.forceSelection=
!1,this.lastUpdate=Date.now(),this.updateDeco(),this.tile=new hi(e,e.contentDOM),this.updateInner([new je(0,0,0,e.state.
doc.length)],null)}update(e){var t;let i=e.changedRanges;this.minWidth>0&&i.length&&(i.every(({fromA:c,toA:f})=>f<this.minWidthFrom||
c>this.minWidthTo)?(this.minWidthFrom=e.changes.mapPos(this.minWidthFrom,1),this.minWidthTo=e.changes.mapPos(this.minWidthTo,
1)):this.minWidth=this.minWidthFrom=this.minWidthTo=0),this.updateEditContextFormatting(e);let s=-1;this.view.inputState.
composing>=0&&!this.view.observer.editContext&&(!((t=this.domChanged)===null||t===void 0)&&t.newSel?s=this.domChanged.newSel.
head:!Jf(e.changes,this.hasComposition)&&!e.selectionSet&&(s=e.state.selection.main.head));let r=s>-1?$f(this.view,e.changes,
s):null;if(this.domChanged=null,this.hasComposition){let{from:c,to:f}=this.hasComposition;i=new je(c,f,e.changes.mapPos(
c,-1),e.changes.mapPos(f,1)).addToSet(i.slice())}this.hasComposition=r?{from:r.range.fromB,to:r.range.toB}:null,(T.ie||T.
chrome)&&!r&&e&&e.state.doc.lines!=e.startState.doc.lines&&(this.forceSelection=!0);let o=this.decorations,l=this.blockWrappers;
this.updateDeco();let a=_f(o,this.decorations,e.changes);a.length&&(i=je.extendWithRanges(i,a));let h=Yf(l,this.blockWrappers,
e.changes);return h.length&&(i=je.extendWithRanges(i,h)),r&&!i.some(c=>c.fromA<=r.range.fromA&&c.toA>=r.range.toA)&&(i=r.
range.addToSet(i.slice())),this.tile.flags&2&&i.length==0?!1:(this.updateInner(i,r),e.transactions.length&&(this.lastUpdate=
Date.now()),!0)}updateInner(e,t){this.view.viewState.mustMeasureContent=!0;let{observer:i}=this.view;i.ignore(()=>{if(t||
e.length){let o=this.tile,l=new cr(this.view,o,this.blockWrappers,this.decorations,this.dynamicDecorationMap);t&&J.get(t.
text)&&l.cache.reused.set(J.get(t.text),2),this.tile=l.run(e,t),fr(o,l.cache.reused)}this.tile.dom.style.height=this.view.
viewState.contentHeight/this.view.scaleY+"px",this.tile.dom.style.flexBasis=this.minWidth?this.minWidth+"px":"";let r=T.
chrome||T.ios?{node:i.selectionRange.focusNode,written:!1}:void 0;this.tile.sync(r),r&&(r.written||i.selectionRange.focusNode!=
r.node||!this.tile.dom.contains(r.node))&&(this.forceSelection=!0),this.tile.dom.style.height=""});let s=[];if(this.view.
viewport.from||this.view.viewport.to<this.view.state.doc.length)for(let r of this.tile.children)r.isWidget()&&r.widget instanceof
Ei&&s.push(r.dom);i.updateGaps(s)}updateEditContextFormatting(e){this.editContextFormatting=this.editContextFormatting.map(
e.changes);for(let t of e.transactions)for(let i of t.effects)i.is(Sa)&&(this.editContextFormatting=i.value)}updateSelection(e=!1,t=!1){
(e||!this.view.observer.selectionRange.focusNode)&&this.view.observer.readSelectionRange();let{dom:i}=this.tile,s=this.view.
root.activeElement,r=s==i,o=!r&&!(this.view.state.facet(ht)||i.tabIndex>-1)&&Mi(i,this.view.observer.selectionRange)&&!(s&&
i.contains(s));if(!(r||t||o))return;let l=this.forceSelection;this.forceSelection=!1;let a=this.view.state.selection.main,
h,c;if(a.empty?c=h=this.inlineDOMNearPos(a.anchor,a.assoc||1):(c=this.inlineDOMNearPos(a.head,a.head==a.from?1:-1),h=this.
inlineDOMNearPos(a.anchor,a.anchor==a.from?1:-1)),T.gecko&&a.empty&&!this.hasComposition&&qf(h)){let u=document.createTextNode(
"");this.view.observer.ignore(()=>h.node.insertBefore(u,h.node.childNodes[h.offset]||null)),h=c=new Je(u,0),l=!0}let f=this.
view.observer.selectionRange;(l||!f.focusNode||(!Ti(h.node,h.offset,f.anchorNode,f.anchorOffset)||!Ti(c.node,c.offset,f.
focusNode,f.focusOffset))&&!this.suppressWidgetCursorChange(f,a))&&(this.view.observer.ignore(()=>{T.android&&T.chrome&&
i.contains(f.focusNode)&&Xf(f.focusNode,i)&&(i.blur(),i.focus({preventScroll:!0}));let u=Ii(this.view.root);if(u)if(a.empty){
if(T.gecko){let d=Uf(h.node,h.offset);if(d&&d!=3){let p=(d==1?aa:ha)(h.node,h.offset);p&&(h=new Je(p.node,p.offset))}}u.
collapse(h.node,h.offset),a.bidiLevel!=null&&u.caretBidiLevel!==void 0&&(u.caretBidiLevel=a.bidiLevel)}else if(u.extend){
u.collapse(h.node,h.offset);try{u.extend(c.node,c.offset)}catch{}}else{let d=document.createRange();a.anchor>a.head&&([h,
c]=[c,h]),d.setEnd(c.node,c.offset),d.setStart(h.node,h.offset),u.removeAllRanges(),u.addRange(d)}o&&this.view.root.activeElement==
i&&(i.blur(),s&&s.focus())}),this.view.observer.setSelectionRange(h,c)),this.impreciseAnchor=h.precise?null:new Je(f.anchorNode,
f.anchorOffset),this.impreciseHead=c.precise?null:new Je(f.focusNode,f.focusOffset)}suppressWidgetCursorChange(e,t){return this.
hasComposition&&t.empty&&Ti(e.focusNode,e.focusOffset,e.anchorNode,e.anchorOffset)&&this.posFromDOM(e.focusNode,e.focusOffset)==
t.head}enforceCursorAssoc(){if(this.hasComposition)return;let{view:e}=this,t=e.state.selection.main,i=Ii(e.root),{anchorNode:s,
anchorOffset:r}=e.observer.selectionRange;if(!i||!t.empty||!t.assoc||!i.modify)return;let o=this.lineAt(t.head,t.assoc);
if(!o)return;let l=o.posAtStart;if(t.head==l||t.head==l+o.length)return;let a=this.coordsAt(t.head,-1),h=this.coordsAt(t.
head,1);if(!a||!h||a.bottom>h.top)return;let c=this.domAtPos(t.head+t.assoc,t.assoc);i.collapse(c.node,c.offset),i.modify(
"move",t.assoc<0?"forward":"backward","lineboundary"),e.observer.readSelectionRange();let f=e.observer.selectionRange;e.
docView.posFromDOM(f.anchorNode,f.anchorOffset)!=t.from&&i.collapse(s,r)}posFromDOM(e,t){let i=this.tile.nearest(e);if(!i)
return this.tile.dom.compareDocumentPosition(e)&2?0:this.view.state.doc.length;let s=i.posAtStart;if(i.isComposite()){let r;
if(e==i.dom)r=i.dom.childNodes[t];else{let o=ft(e)==0?0:t==0?-1:1;for(;;){let l=e.parentNode;if(l==i.dom)break;o==0&&l.firstChild!=
l.lastChild&&(e==l.firstChild?o=-1:o=1),e=l}o<0?r=e:r=e.nextSibling}if(r==i.dom.firstChild)return s;for(;r&&!J.get(r);)r=
r.nextSibling;if(!r)return s+i.length;for(let o=0,l=s;;o++){let a=i.children[o];if(a.dom==r)return l;l+=a.length+a.breakAfter}}else
return i.isText()?e==i.dom?s+t:s+(t?i.length:0):s}domAtPos(e,t){let{tile:i,offset:s}=this.tile.resolveBlock(e,t);return i.
isWidget()?i.domPosFor(s,t):i.domIn(s,t)}inlineDOMNearPos(e,t){let i,s=-1,r=!1,o,l=-1,a=!1;return this.tile.blockTiles((h,c)=>{
if(h.isWidget()){if(h.flags&32&&c>=e)return!0;h.flags&16&&(r=!0)}else{let f=c+h.length;if(c<=e&&(i=h,s=e-c,r=f<e),f>=e&&
!o&&(o=h,l=e-c,a=c>e),c>e&&o)return!0}}),!i&&!o?this.domAtPos(e,t):(r&&o?i=null:a&&i&&(o=null),i&&t<0||!o?i.domIn(s,t):o.
domIn(l,t))}coordsAt(e,t,i){let{tile:s,offset:r}=this.tile.resolveBlock(e,t);return s.isWidget()?s.widget instanceof Ei?
null:s.coordsInWidget(r,t,!0):s.coordsIn(r,t,i)}lineAt(e,t){let{tile:i}=this.tile.resolveBlock(e,t);return i.isLine()?i:
null}coordsForChar(e){let{tile:t,offset:i}=this.tile.resolveBlock(e,1);if(!t.isLine())return null;function s(r,o){if(r.isComposite())
for(let l of r.children){if(l.length>=o){let a=s(l,o);if(a)return a}if(o-=l.length,o<0)break}else if(r.isText()&&o<r.length){
let l=ae(r.text,o);if(l==o)return null;let a=Ni(r.dom,o,l).getClientRects();for(let h=0;h<a.length;h++){let c=a[h];if(h==
a.length-1||c.top<c.bottom&&c.left<c.right)return c}}return null}return s(t,i)}measureVisibleLineHeights(e){let t=[],{from:i,
to:s}=e,r=this.view.contentDOM.clientWidth,o=r>Math.max(this.view.scrollDOM.clientWidth,this.minWidth)+1,l=-1,a=this.view.
textDirection==U.LTR,h=0,c=(f,u,d)=>{for(let p=0;p<f.children.length&&!(u>s);p++){let m=f.children[p],y=u+m.length,b=m.dom.
getBoundingClientRect(),{height:v}=b;if(d&&!p&&(h+=b.top-d.top),m instanceof ct)y>i&&c(m,u,b);else if(u>=i&&(h>0&&t.push(
-h),t.push(v+h),h=0,o)){let g=m.dom.lastChild,x=g?Tn(g):[];if(x.length){let w=x[x.length-1],C=a?w.right-b.left:b.right-w.
left;C>l&&(l=C,this.minWidth=r,this.minWidthFrom=u,this.minWidthTo=y)}}d&&p==f.children.length-1&&(h+=d.bottom-b.bottom),
u=y+m.breakAfter}};return c(this.tile,0,null),t}textDirectionAt(e){let{tile:t}=this.tile.resolveBlock(e,1);return getComputedStyle(
t.dom).direction=="rtl"?U.RTL:U.LTR}measureTextSize(){let e=this.tile.blockTiles(o=>{if(o.isLine()&&o.children.length&&o.
length<=20){let l=0,a;for(let h of o.children){if(!h.isText()||/[^ -~]/.test(h.text))return;let c=Tn(h.dom);if(c.length!=
1)return;l+=c[0].width,a=c[0].height}if(l)return{lineHeight:o.dom.getBoundingClientRect().height,charWidth:l/o.length,textHeight:a}}});
if(e)return e;let t=document.createElement("div"),i,s,r;return t.className="cm-line",t.style.width="99999px",t.style.position=
"absolute",t.textContent="abc def ghi jkl mno pqr stu",this.view.observer.ignore(()=>{this.tile.dom.appendChild(t);let o=Tn(
t.firstChild)[0];i=t.getBoundingClientRect().height,s=o&&o.width?o.width/27:7,r=o&&o.height?o.height:i,t.remove()}),{lineHeight:i,
charWidth:s,textHeight:r}}computeBlockGapDeco(){let e=[],t=this.view.viewState;for(let i=0,s=0;;s++){let r=s==t.viewports.
length?null:t.viewports[s],o=r?r.from-1:this.view.state.doc.length;if(o>i){let l=(t.lineBlockAt(o).bottom-t.lineBlockAt(
i).top)/this.view.scaleY;e.push(j.replace({widget:new Ei(l),block:!0,inclusive:!0,isBlockGap:!0}).range(i,o))}if(!r)break;
i=r.to+1}return j.set(e)}updateDeco(){let e=1,t=this.view.state.facet(Un).map(r=>(this.dynamicDecorationMap[e++]=typeof r==
"function")?r(this.view):r),i=!1,s=this.view.state.facet(jr).map((r,o)=>{let l=typeof r=="function";return l&&(i=!0),l?r(
this.view):r});for(s.length&&(this.dynamicDecorationMap[e++]=i,t.push(_.join(s))),this.decorations=[this.editContextFormatting,
...t,this.computeBlockGapDeco(),this.view.viewState.lineGapDeco];e<this.decorations.length;)this.dynamicDecorationMap[e++]=
!1;this.blockWrappers=this.view.state.facet(Aa).map(r=>typeof r=="function"?r(this.view):r)}scrollIntoView(e){if(e.isSnapshot){
let h=this.view.viewState.lineBlockAt(e.range.head);this.view.scrollDOM.scrollTop=h.top-e.yMargin,this.view.scrollDOM.scrollLeft=
e.xMargin;return}for(let h of this.view.state.facet(ka))try{if(h(this.view,e.range,e))return!0}catch(c){fe(this.view.state,
c,"scroll handler")}let{range:t}=e,i=this.coordsAt(t.head,t.assoc||(t.head>t.anchor?-1:1)),s;if(!i)return;!t.empty&&(s=this.
coordsAt(t.anchor,t.anchor>t.head?-1:1))&&(i={left:Math.min(i.left,s.left),top:Math.min(i.top,s.top),right:Math.max(i.right,
s.right),bottom:Math.max(i.bottom,s.bottom)});let r=Kr(this.view),o={left:i.left-r.left,top:i.top-r.top,right:i.right+r.
right,bottom:i.bottom+r.bottom},{offsetWidth:l,offsetHeight:a}=this.view.scrollDOM;if(Cf(this.view.scrollDOM,o,t.head<t.
anchor?-1:1,e.x,e.y,Math.max(Math.min(e.xMargin,l),-l),Math.max(Math.min(e.yMargin,a),-a),this.view.textDirection==U.LTR),
window.visualViewport&&window.innerHeight-window.visualViewport.height>1&&(i.top>window.visualViewport.offsetTop+window.
visualViewport.height||i.bottom<window.visualViewport.offsetTop)){let h=this.view.docView.lineAt(t.head,1);if(h){let c=sa(
h.dom);h.dom.scrollIntoView({block:"nearest"}),ra(c,!1)}}}lineHasWidget(e){let t=i=>i.isWidget()||i.children.some(t);return t(
this.tile.resolveBlock(e,1).tile)}destroy(){fr(this.tile)}};function fr(n,e){let t=e?.get(n);if(t!=1){t==null&&n.destroy();
for(let i of n.children)fr(i,e)}}function qf(n){return he(n.node)&&n.node.firstChild&&(n.offset==0||n.node.childNodes[n.
offset-1].contentEditable=="false")&&(n.offset==n.node.childNodes.length||n.node.childNodes[n.offset].contentEditable=="\
false")}function Ea(n,e){let t=n.observer.selectionRange;if(!t.focusNode)return null;let i=aa(t.focusNode,t.focusOffset),
s=ha(t.focusNode,t.focusOffset),r=i||s;if(s&&i&&s.node!=i.node){let l=J.get(s.node);if(!l||l.isText()&&l.text!=s.node.nodeValue)
r=s;else if(n.docView.lastCompositionAfterCursor){let a=J.get(i.node);!a||a.isText()&&a.text!=i.node.nodeValue||(r=s)}}if(n.
docView.lastCompositionAfterCursor=r!=i,!r)return null;let o=e-r.offset;return{from:o,to:o+r.node.nodeValue.length,node:r.
node}}function $f(n,e,t){let i=Ea(n,t);if(!i)return null;let{node:s,from:r,to:o}=i,l=s.nodeValue;if(/[\n\r]/.test(l)||n.
state.doc.sliceString(i.from,i.to)!=l)return null;let a=e.invertedDesc;return{range:new je(a.mapPos(r),a.mapPos(o),r,o),
text:s}}function Uf(n,e){return he(n)?(e&&n.childNodes[e-1].contentEditable=="false"?1:0)|(e<n.childNodes.length&&n.childNodes[e].
contentEditable=="false"?2:0):0}var Gf=class{constructor(){this.changes=[]}compareRange(e,t){si(e,t,this.changes)}comparePoint(e,t){
si(e,t,this.changes)}boundChange(e){si(e,e,this.changes)}};function _f(n,e,t){let i=new Gf;return _.compare(n,e,t,i),i.changes}
var ur=class{constructor(){this.changes=[]}compareRange(e,t){si(e,t,this.changes)}comparePoint(){}boundChange(e){si(e,e,
this.changes)}};function Yf(n,e,t){let i=new ur;return _.compare(n,e,t,i),i.changes}function Xf(n,e){for(let t=n;t&&t!=e;t=
t.assignedSlot||t.parentNode)if(he(t)&&t.contentEditable=="false")return!0;return!1}function Jf(n,e){let t=!1;return e&&
n.iterChangedRanges((i,s)=>{i<e.to&&s>e.from&&(t=!0)}),t}var Ei=class extends Ze{constructor(e){super(),this.height=e}toDOM(){
let e=document.createElement("div");return e.className="cm-gap",this.updateDOM(e),e}eq(e){return e.height==this.height}updateDOM(e){
return e.style.height=this.height+"px",!0}get editable(){return!0}get estimatedHeight(){return this.height}ignoreEvent(){
return!1}};function Zf(n,e,t=1){let i=n.charCategorizer(e),s=n.doc.lineAt(e),r=e-s.from;if(s.length==0)return k.cursor(e);
r==0?t=1:r==s.length&&(t=-1);let o=r,l=r;t<0?o=ae(s.text,r,!1):l=ae(s.text,r);let a=i(s.text.slice(o,l));for(;o>0;){let h=ae(
s.text,o,!1);if(i(s.text.slice(h,o))!=a)break;o=h}for(;l<s.length;){let h=ae(s.text,l);if(i(s.text.slice(l,h))!=a)break;
l=h}return k.undirectionalRange(o+s.from,l+s.from)}function Qf(n,e,t,i,s){let r=Math.round((i-e.left)*n.defaultCharacterWidth);
if(n.lineWrapping&&t.height>n.defaultLineHeight*1.5){let l=n.viewState.heightOracle.textHeight,a=Math.floor((s-t.top-(n.
defaultLineHeight-l)*.5)/l);r+=a*n.viewState.heightOracle.lineLength}let o=n.state.sliceDoc(t.from,t.to);return t.from+gl(
o,r,n.state.tabSize)}function eu(n,e,t){let i=n.lineBlockAt(e);if(Array.isArray(i.type)){let s;for(let r of i.type){if(r.
from>e)break;if(!(r.to<e)){if(r.from<e&&r.to>e)return r;(!s||r.type==Fe.Text&&(s.type!=r.type||(t<0?r.from<e:r.to>e)))&&
(s=r)}}return s||i}return i}function tu(n,e,t,i){let s=eu(n,e.head,e.assoc||-1),r=!i||s.type!=Fe.Text||!(n.lineWrapping||
s.widgetLineBreaks)?null:n.coordsAtPos(e.assoc<0&&e.head>s.from?e.head-1:e.head);if(r){let o=n.dom.getBoundingClientRect(),
l=n.textDirectionAt(s.from),a=n.posAndSideAtCoords({x:t==(l==U.LTR)?o.right-1:o.left+1,y:(r.top+r.bottom)/2});if(a)return k.
cursor(a.pos,a.assoc)}return k.cursor(t?s.to:s.from,t?1:-1)}function Rl(n,e,t,i){let s=n.state.doc.lineAt(e.head),r=n.bidiSpans(
s),o=n.textDirectionAt(s.from);for(let l=e,a=null;;){let h=Pf(s,r,o,l,t),c=pa;if(!h){if(s.number==(t?n.state.doc.lines:1))
return l;c=`
`,s=n.state.doc.line(s.number+(t?1:-1)),r=n.bidiSpans(s),h=t?k.cursor(s.from,-1):k.cursor(s.to,1)}if(a){if(!a(c))return l}else{
if(!i)return h;a=i(c)}l=h}}function iu(n,e,t){let i=n.state.charCategorizer(e),s=i(t);return r=>{let o=i(r);return s==Be.
Space&&(s=o),s==o}}function nu(n,e,t,i){let s=e.head,r=t?1:-1;if(s==(t?n.state.doc.length:0))return k.cursor(s,e.assoc);
let o=e.goalColumn,l,a=n.contentDOM.getBoundingClientRect(),h=n.coordsAtPos(s,e.assoc||((e.empty?t:e.head==e.from)?1:-1)),
c=n.documentTop;if(h)o==null&&(o=h.left-a.left),l=r<0?h.top:h.bottom;else{let p=n.viewState.lineBlockAt(s);o==null&&(o=Math.
min(a.right-a.left,n.defaultCharacterWidth*(s-p.from))),l=(r<0?p.top:p.bottom)+c}let f=a.left+o,u=n.viewState.heightOracle.
textHeight>>1,d=i??u;for(let p=0;;p+=u){let m=l+(d+p)*r,y=dr(n,{x:f,y:m},!1,r);if(t?m>a.bottom:m<a.top)return k.cursor(y.
pos,y.assoc);let b=n.coordsAtPos(y.pos,y.assoc),v=b?(b.top+b.bottom)/2:0;if(!b||(t?v>l:v<l))return k.cursor(y.pos,y.assoc,
void 0,o)}}function Bi(n,e,t){for(;;){let i=0;for(let s of n)s.between(e-1,e+1,(r,o,l)=>{if(e>r&&e<o){let a=i||t||(e-r<o-
e?-1:1);e=a<0?r:o,i=a}});if(!i)return e}}function Ba(n,e){let t=null;for(let i=0;i<e.ranges.length;i++){let s=e.ranges[i],
r=null;if(s.empty){let o=Bi(n,s.from,0);o!=s.from&&(r=k.cursor(o,-1))}else{let o=Bi(n,s.from,-1),l=Bi(n,s.to,1);(o!=s.from||
l!=s.to)&&(s.undirectional?r=k.undirectionalRange(s.from,s.to):r=k.range(s.from==s.anchor?o:l,s.from==s.head?o:l))}r&&(t||
(t=e.ranges.slice()),t[i]=r)}return t?k.create(t,e.mainIndex):e}function Us(n,e,t){let i=Bi(n.state.facet(Fi).map(s=>s(n)),
t.from,e.head>t.from?-1:1);return i==t.from?t:k.cursor(i,i<t.from?1:-1)}var Ie=class{constructor(e,t){this.pos=e,this.assoc=
t}};function dr(n,e,t,i){let s=n.contentDOM.getBoundingClientRect(),r=s.top+n.viewState.paddingTop,{x:o,y:l}=e,a=l-r,h;for(;;){
if(a<0)return new Ie(0,1);if(a>n.viewState.docHeight)return new Ie(n.state.doc.length,-1);if(h=n.elementAtHeight(a),i==null)
break;if(h.type==Fe.Text){if(i<0?h.to<n.viewport.from:h.from>n.viewport.to)break;let u=n.docView.coordsAt(i<0?h.from:h.to,
i>0?-1:1);if(u&&(i<0?u.top<=a+r:u.bottom>=a+r))break}let f=n.viewState.heightOracle.textHeight/2;a=i>0?h.bottom+f:h.top-
f}if(n.viewport.from>=h.to||n.viewport.to<=h.from){if(t)return null;if(h.type==Fe.Text){let f=Qf(n,s,h,o,l);return new Ie(
f,f==h.from?1:-1)}}if(h.type!=Fe.Text)return a<(h.top+h.bottom)/2?new Ie(h.from,1):new Ie(h.to,-1);let c=n.docView.lineAt(
h.from,2);return(!c||c.length!=h.length)&&(c=n.docView.lineAt(h.from,-2)),new pr(n,o,l,n.textDirectionAt(h.from)).scanTile(
c,h.from)}var pr=class{constructor(e,t,i,s){this.view=e,this.x=t,this.y=i,this.baseDir=s,this.line=null,this.spans=null}bidiSpansAt(e){
return(!this.line||this.line.from>e||this.line.to<e)&&(this.line=this.view.state.doc.lineAt(e),this.spans=this.view.bidiSpans(
this.line)),this}baseDirAt(e,t){let{line:i,spans:s}=this.bidiSpansAt(e);return s[Ne.find(s,e-i.from,-1,t)].level==this.baseDir}dirAt(e,t){
let{line:i,spans:s}=this.bidiSpansAt(e);return s[Ne.find(s,e-i.from,-1,t)].dir}bidiIn(e,t){let{spans:i,line:s}=this.bidiSpansAt(
e);return i.length>1||i.length&&(i[0].level!=this.baseDir||i[0].to+s.from<t)}scan(e,t,i=!1){let s=0,r=e.length-1,o=new Set,
l=this.bidiIn(e[0],e[r]),a,h,c=-1,f=1e9,u;e:for(;s<r;){let p=r-s,m=s+r>>1;t:if(o.has(m)){for(let v=1;v<p;v++){let g=m+v;
if(g>=r&&(g-=p),!o.has(g)){m=g;break t}}break e}o.add(m);let y=t(m),b=0;if(y)for(let v=0;v<y.length;v++){let g=y[v];if(!(g.
width==0&&y.length>1))if(g.bottom<this.y)(!a||a.bottom<g.bottom)&&(a=g),b=1;else if(g.top>this.y)(!h||h.top>g.top)&&(h=g),
b=-1;else{let x=g.left>this.x?this.x-g.left:g.right<this.x?this.x-g.right:0,w=Math.abs(x);w<f&&(c=m,f=w,u=g),x&&(b=x<0==
(this.baseDir==U.LTR)?-1:1)}}b==-1&&(!l||this.baseDirAt(e[m],1))?r=m:b==1&&(!l||this.baseDirAt(e[m+1],-1))&&(s=m+1)}if(!u){
if(!h&&!a)return{i:0,after:!1};let p=a&&(!h||this.y-a.bottom<h.top-this.y)?a:h;return this.y=(p.top+p.bottom)/2,this.scan(
e,t,!0)}if(f&&!i){let{top:p,bottom:m}=u;if(a&&a.bottom>(p+p+m)/3)return this.y=a.bottom-1,this.scan(e,t,!0);if(h&&h.top<
(p+m+m)/3)return this.y=h.top+1,this.scan(e,t,!0)}let d=(l?this.dirAt(e[c],1):this.baseDir)==U.LTR;return{i:c,after:this.
x>(u.left+u.right)/2==d}}scanText(e,t){let i=[];for(let r=0;r<e.length;r=ae(e.text,r))i.push(t+r);i.push(t+e.length);let s=this.
scan(i,r=>{let o=i[r]-t,l=i[r+1]-t;return Ni(e.dom,o,l).getClientRects()});return s.after?new Ie(i[s.i+1],-1):new Ie(i[s.
i],1)}scanTile(e,t){if(!e.length)return new Ie(t,1);if(e.children.length==1){let l=e.children[0];if(l.isText())return this.
scanText(l,t);if(l.isComposite())return this.scanTile(l,t)}let i=[t];for(let l=0,a=t;l<e.children.length;l++)i.push(a+=e.
children[l].length);let s=this.scan(i,l=>{let a=e.children[l];return a.flags&48?null:(he(a.dom)?a.dom:Ni(a.dom,0,a.length)).
getClientRects()}),r=e.children[s.i],o=i[s.i];return r.isText()?this.scanText(r,o):r.isComposite()?this.scanTile(r,o):s.
after?new Ie(i[s.i+1],-1):new Ie(o,1)}},ei="￿",mr=class{constructor(e,t){this.points=e,this.view=t,this.text="",this.lineSeparator=
t.state.facet(ee.lineSeparator)}append(e){this.text+=e}lineBreak(){this.text+=ei}readRange(e,t){if(!e)return this;let i=e.
parentNode;for(let s=e;;){this.findPointBefore(i,s);let r=this.text.length;this.readNode(s);let o=J.get(s),l=s.nextSibling;
if(l==t){o?.breakAfter&&!l&&i!=this.view.contentDOM&&this.lineBreak();break}let a=J.get(l);(o&&a?o.breakAfter:(o?o.breakAfter:
Bn(s))||Bn(l)&&(s.nodeName!="BR"||o?.isWidget())&&this.text.length>r)&&!ru(l,t)&&this.lineBreak(),s=l}return this.findPointBefore(
i,t),this}readTextNode(e){let t=e.nodeValue;for(let i of this.points)i.node==e&&(i.pos=this.text.length+Math.min(i.offset,
t.length));for(let i=0,s=this.lineSeparator?null:/\r\n?|\n/g;;){let r=-1,o=1,l;if(this.lineSeparator?(r=t.indexOf(this.lineSeparator,
i),o=this.lineSeparator.length):(l=s.exec(t))&&(r=l.index,o=l[0].length),this.append(t.slice(i,r<0?t.length:r)),r<0)break;
if(this.lineBreak(),o>1)for(let a of this.points)a.node==e&&a.pos>this.text.length&&(a.pos-=o-1);i=r+o}}readNode(e){let t=J.
get(e),i=t&&t.overrideDOMText;if(i!=null){this.findPointInside(e,i.length);for(let s=i.iter();!s.next().done;)s.lineBreak?
this.lineBreak():this.append(s.value)}else oi(e)?this.readTextNode(e):e.nodeName=="BR"?e.nextSibling&&this.lineBreak():he(
e)&&this.readRange(e.firstChild,null)}findPointBefore(e,t){for(let i of this.points)i.node==e&&e.childNodes[i.offset]==t&&
(i.pos=this.text.length)}findPointInside(e,t){for(let i of this.points)(oi(e)?i.node==e:e.contains(i.node))&&(i.pos=this.
text.length+(su(e,i.node,i.offset)?t:0))}};function su(n,e,t){for(;;){if(!e||t<ft(e))return!1;if(e==n)return!0;t=xt(e)+1,
e=e.parentNode}}function ru(n,e){let t;for(;!(n==e||!n);n=n.nextSibling){let i=J.get(n);if(!i?.isWidget())return!1;i&&(t||
(t=[])).push(i)}if(t)for(let i of t){let s=i.overrideDOMText;if(s?.length)return!1}return!0}var Nn=class{constructor(e,t){
this.node=e,this.offset=t,this.pos=-1}},gr=class{constructor(e,t,i,s){this.typeOver=s,this.bounds=null,this.text="",this.
domChanged=t>-1;let{impreciseHead:r,impreciseAnchor:o}=e.docView,l=e.state.selection;if(e.state.readOnly&&t>-1)this.newSel=
null;else if(t>-1&&(this.bounds=Ra(e.docView.tile,t,i,0))){let a=r||o?[]:lu(e),h=new mr(a,e);h.readRange(this.bounds.startDOM,
this.bounds.endDOM),this.text=h.text,this.newSel=au(a,this.bounds.from)}else{let a=e.observer.selectionRange,h=r&&r.node==
a.focusNode&&r.offset==a.focusOffset||!Qs(e.contentDOM,a.focusNode)?l.main.head:e.docView.posFromDOM(a.focusNode,a.focusOffset),
c=o&&o.node==a.anchorNode&&o.offset==a.anchorOffset||!Qs(e.contentDOM,a.anchorNode)?l.main.anchor:e.docView.posFromDOM(a.
anchorNode,a.anchorOffset),f=e.viewport;if((T.ios||T.chrome)&&h!=c&&Math.min(h,c)<=l.main.from&&Math.max(h,c)>=l.main.to&&
(f.from>0||f.to<e.state.doc.length)){let u=Math.min(h,c),d=Math.max(h,c),p=f.from-u,m=f.to-d;(p==0||p==1||u==0)&&(m==0||
m==-1||d==e.state.doc.length)&&(h=0,c=e.state.doc.length)}if(e.inputState.composing>-1&&l.ranges.length>1)this.newSel=l.
replaceRange(k.range(c,h));else if(e.lineWrapping&&c==h&&!(l.main.empty&&l.main.head==h)&&e.inputState.lastTouchTime>Date.
now()-100){let u=e.coordsAtPos(h,-1),d=0;u&&(d=e.inputState.lastTouchY<=u.bottom?-1:1),this.newSel=k.create([k.cursor(h,
d)])}else this.newSel=k.single(c,h)}}};function Ra(n,e,t,i){if(n.isComposite()){let s=-1,r=-1,o=-1,l=-1;for(let a=0,h=i,
c=i;a<n.children.length;a++){let f=n.children[a],u=h+f.length;if(h<e&&u>t)return Ra(f,e,t,h);if(u>=e&&s==-1&&(s=a,r=h),h>
t&&f.dom.parentNode==n.dom){o=a,l=c;break}c=u,h=u+f.breakAfter}return{from:r,to:l<0?i+n.length:l,startDOM:(s?n.children[s-
1].dom.nextSibling:null)||n.dom.firstChild,endDOM:o<n.children.length&&o>=0?n.children[o].dom:null}}else return n.isText()?
{from:i,to:i+n.length,startDOM:n.dom,endDOM:n.dom.nextSibling}:null}function La(n,e){let t,{newSel:i}=e,{state:s}=n,r=s.
selection.main,o=n.inputState.lastKeyTime>Date.now()-100?n.inputState.lastKeyCode:-1;if(e.bounds){let{from:l,to:a}=e.bounds,
h=r.from,c=null;(o===8||T.android&&e.text.length<a-l)&&(h=r.to,c="end");let f=s.doc.sliceString(l,a,ei),u,d;!r.empty&&r.
from>=l&&r.to<=a&&(e.typeOver||f!=e.text)&&f.slice(0,r.from-l)==e.text.slice(0,r.from-l)&&f.slice(r.to-l)==e.text.slice(
u=e.text.length-(f.length-(r.to-l)))?t={from:r.from,to:r.to,insert:W.of(e.text.slice(r.from-l,u).split(ei))}:(d=Pa(f,e.text,
h-l,c))&&(T.chrome&&o==13&&d.toB==d.from+2&&e.text.slice(d.from,d.toB)==ei+ei&&d.toB--,t={from:l+d.from,to:l+d.toA,insert:W.
of(e.text.slice(d.from,d.toB).split(ei))})}else i&&(!n.hasFocus&&s.facet(ht)||yr(i,r))&&(i=null);if(!t&&!i)return!1;if((T.
mac||T.android)&&t&&t.from==t.to&&t.from==r.head-1&&/^\. ?$/.test(t.insert.toString())&&n.contentDOM.getAttribute("autoc\
orrect")=="off"?(i&&t.insert.length==2&&(i=k.single(i.main.anchor-1,i.main.head-1)),t={from:t.from,to:t.to,insert:W.of([
t.insert.toString().replace("."," ")])}):s.doc.lineAt(r.from).to<r.to&&n.docView.lineHasWidget(r.to)&&n.inputState.insertingTextAt>
Date.now()-50?t={from:r.from,to:r.to,insert:s.toText(n.inputState.insertingText)}:T.chrome&&t&&t.from==t.to&&t.from==r.head&&
t.insert.toString()==`
 `&&n.lineWrapping&&(i&&(i=k.single(i.main.anchor-1,i.main.head-1)),t={from:r.from,to:r.to,insert:W.of([" "])}),t)return qr(
n,t,i,o);if(i&&!yr(i,r)){let l=!1,a="select";return n.inputState.lastSelectionTime>Date.now()-50&&(n.inputState.lastSelectionOrigin==
"select"&&(l=!0),a=n.inputState.lastSelectionOrigin,a=="select.pointer"&&(i=Ba(s.facet(Fi).map(h=>h(n)),i))),n.dispatch(
{selection:i,scrollIntoView:l,userEvent:a}),!0}else return!1}function qr(n,e,t,i=-1){if(T.ios&&n.inputState.flushIOSKey(
e))return!0;let s=n.state.selection.main;if(T.android&&(e.to==s.to&&(e.from==s.from||e.from==s.from-1&&n.state.sliceDoc(
e.from,s.from)==" ")&&e.insert.length==1&&e.insert.lines==2&&ri(n.contentDOM,"Enter",13)||(e.from==s.from-1&&e.to==s.to&&
e.insert.length==0||i==8&&e.insert.length<e.to-e.from&&e.to>s.head)&&ri(n.contentDOM,"Backspace",8)||e.from==s.from&&e.to==
s.to+1&&e.insert.length==0&&ri(n.contentDOM,"Delete",46)))return!0;let r=e.insert.toString();n.inputState.composing>=0&&
n.inputState.composing++;let o,l=()=>o||(o=ou(n,e,t));return n.state.facet(xa).some(a=>a(n,e.from,e.to,r,l))||n.dispatch(
l()),!0}function ou(n,e,t){let i,s=n.state,r=s.selection.main,o=-1;if(e.from==e.to&&e.from<r.from||e.from>r.to){let a=e.
from<r.from?-1:1,h=a<0?r.from:r.to,c=Bi(s.facet(Fi).map(f=>f(n)),h,a);e.from==c&&(o=c)}if(o>-1)i={changes:e,selection:k.
cursor(e.from+e.insert.length,-1)};else if(e.from>=r.from&&e.to<=r.to&&e.to-e.from>=(r.to-r.from)/3&&(!t||t.main.empty&&
t.main.from==e.from+e.insert.length)&&n.inputState.composing<0){let a=r.from<e.from?s.sliceDoc(r.from,e.from):"",h=r.to>
e.to?s.sliceDoc(e.to,r.to):"";i=s.replaceSelection(n.state.toText(a+e.insert.sliceString(0,void 0,n.state.lineBreak)+h))}else{
let a=s.changes(e),h=t&&t.main.to<=a.newLength?t.main:void 0;if(s.selection.ranges.length>1&&(n.inputState.composing>=0||
n.inputState.compositionPendingChange)&&e.to<=r.to+10&&e.to>=r.to-10){let c=n.state.sliceDoc(e.from,e.to),f,u=t&&Ea(n,t.
main.head);if(u){let p=e.insert.length-(e.to-e.from);f={from:u.from,to:u.to-p}}else f=n.state.doc.lineAt(r.head);let d=r.
to-e.to;i=s.changeByRange(p=>{if(p.from==r.from&&p.to==r.to)return{changes:a,range:h||p.map(a)};let m=p.to-d,y=m-c.length;
if(n.state.sliceDoc(y,m)!=c||m>=f.from&&y<=f.to)return{range:p};let b=s.changes({from:y,to:m,insert:e.insert}),v=p.to-r.
to;return{changes:b,range:h?k.range(Math.max(0,h.anchor+v),Math.max(0,h.head+v)):p.map(b)}})}else i={changes:a,selection:h&&
s.selection.replaceRange(h)}}let l="input.type";return(n.composing||n.inputState.compositionPendingChange&&n.inputState.
compositionEndedAt>Date.now()-50)&&(n.inputState.compositionPendingChange=!1,l+=".compose",n.inputState.compositionFirstChange&&
(l+=".start",n.inputState.compositionFirstChange=!1)),s.update(i,{userEvent:l,scrollIntoView:!0})}function Pa(n,e,t,i){let s=Math.
min(n.length,e.length),r=0;for(;r<s&&n.charCodeAt(r)==e.charCodeAt(r);)r++;if(r==s&&n.length==e.length)return null;let o=n.
length,l=e.length;for(;o>0&&l>0&&n.charCodeAt(o-1)==e.charCodeAt(l-1);)o--,l--;if(i=="end"){let a=Math.max(0,r-Math.min(
o,l));t-=o+a-r}if(o<r&&n.length<e.length){let a=t<=r&&t>=o?r-t:0;r-=a,l=r+(l-o),o=r}else if(l<r){let a=t<=r&&t>=l?r-t:0;
r-=a,o=r+(o-l),l=r}return{from:r,toA:o,toB:l}}function lu(n){let e=[];if(n.root.activeElement!=n.contentDOM)return e;let{
anchorNode:t,anchorOffset:i,focusNode:s,focusOffset:r}=n.observer.selectionRange;return t&&(e.push(new Nn(t,i)),(s!=t||r!=
i)&&e.push(new Nn(s,r))),e}function au(n,e){if(n.length==0)return null;let t=n[0].pos,i=n.length==2?n[1].pos:t;return t<
0||i<0?null:t==i?k.create([k.cursor(i+e,-1)]):k.single(t+e,i+e)}function yr(n,e){return e.head==n.main.head&&e.anchor==n.
main.anchor}var br=class{setSelectionOrigin(e){this.lastSelectionOrigin=e,this.lastSelectionTime=Date.now()}constructor(e){
this.view=e,this.lastKeyCode=0,this.lastKeyTime=0,this.touchActive=!1,this.lastTouchTime=0,this.lastTouchX=0,this.lastTouchY=
0,this.lastFocusTime=0,this.lastScrollTop=0,this.lastScrollLeft=0,this.lastWheelEvent=0,this.pendingIOSKey=void 0,this.lastIOSMomentumScroll=
0,this.tabFocusMode=-1,this.lastSelectionOrigin=null,this.lastSelectionTime=0,this.lastContextMenu=0,this.scrollHandlers=
[],this.handlers=Object.create(null),this.composing=-1,this.compositionFirstChange=null,this.compositionEndedAt=0,this.compositionPendingKey=
!1,this.compositionPendingChange=!1,this.insertingText="",this.insertingTextAt=0,this.mouseSelection=null,this.draggedContent=
null,this.handleEvent=this.handleEvent.bind(this),this.notifiedFocused=e.hasFocus,T.safari&&e.contentDOM.addEventListener(
"input",()=>null),T.gecko&&Su(e.contentDOM.ownerDocument)}handleEvent(e){!gu(this.view,e)||this.ignoreDuringComposition(
e)||e.type=="keydown"&&this.keydown(e)||(this.view.updateState!=0?Promise.resolve().then(()=>this.runHandlers(e.type,e)):
this.runHandlers(e.type,e))}runHandlers(e,t){let i=this.handlers[e];if(i){for(let s of i.observers)s(this.view,t);for(let s of i.
handlers){if(t.defaultPrevented)break;if(s(this.view,t)){t.preventDefault();break}}}}ensureHandlers(e){let t=cu(e),i=this.
handlers,s=this.view.contentDOM;for(let r in t)if(r!="scroll"){let o=!t[r].handlers.length,l=i[r];l&&o!=!l.handlers.length&&
(s.removeEventListener(r,this.handleEvent),l=null),l||s.addEventListener(r,this.handleEvent,{passive:o})}for(let r in i)
r!="scroll"&&!t[r]&&s.removeEventListener(r,this.handleEvent);this.handlers=t}keydown(e){if(this.lastKeyCode=e.keyCode,this.
lastKeyTime=Date.now(),e.keyCode==9&&this.tabFocusMode>-1&&(!this.tabFocusMode||Date.now()<=this.tabFocusMode))return!0;
if(this.tabFocusMode>0&&e.keyCode!=27&&Na.indexOf(e.keyCode)<0&&(this.tabFocusMode=-1),T.android&&T.chrome&&!e.synthetic&&
(e.keyCode==13||e.keyCode==8))return this.view.observer.delayAndroidKey(e.key,e.keyCode),!0;if(T.ios&&!e.synthetic&&!e.altKey&&
!e.metaKey&&(Ia.some(t=>t.keyCode==e.keyCode)&&!e.ctrlKey||fu.indexOf(e.key)>-1&&e.ctrlKey)){let t={ctrlKey:e.ctrlKey,altKey:e.
altKey,metaKey:e.metaKey,shiftKey:e.shiftKey};t.shiftKey&&T.ios&&!/^(off|none)$/.test(this.view.contentDOM.autocapitalize)&&
hu(this.view.win)&&(t.shiftKey=!1);let i=this.pendingIOSKey={key:e.key,keyCode:e.keyCode,mods:t};return setTimeout(()=>{
this.pendingIOSKey==i&&this.flushIOSKey()},50),!0}return e.keyCode!=229&&this.view.observer.forceFlush(),!1}flushIOSKey(e){
let t=this.pendingIOSKey;return!t||this.view.observer.pendingRecords().length||t.key=="Enter"&&e&&e.from<e.to&&/^\S+$/.test(
e.insert.toString())?!1:(this.pendingIOSKey=void 0,ri(this.view.contentDOM,t.key,t.keyCode,t.mods))}ignoreDuringComposition(e){
return!/^key/.test(e.type)||e.synthetic?!1:this.composing>0?!0:T.safari&&!T.ios&&this.compositionPendingKey&&Date.now()-
this.compositionEndedAt<100?(this.compositionPendingKey=!1,!0):!1}startMouseSelection(e){this.mouseSelection&&this.mouseSelection.
destroy(),this.mouseSelection=e}update(e){this.view.observer.update(e),this.mouseSelection&&this.mouseSelection.update(e),
this.draggedContent&&e.docChanged&&(this.draggedContent=this.draggedContent.map(e.changes)),e.transactions.length&&(this.
lastKeyCode=this.lastSelectionTime=0)}destroy(){this.mouseSelection&&this.mouseSelection.destroy()}};function hu(n){return n.
visualViewport?n.visualViewport.height*n.visualViewport.scale/n.document.documentElement.clientHeight<.85:!1}function Ll(n,e){
return(t,i)=>{try{return e.call(n,i,t)}catch(s){fe(t.state,s)}}}function cu(n){let e=Object.create(null);function t(i){return e[i]||
(e[i]={observers:[],handlers:[]})}for(let i of n){let s=i.spec,r=s&&s.plugin.domEventHandlers,o=s&&s.plugin.domEventObservers;
if(r)for(let l in r){let a=r[l];a&&t(l).handlers.push(Ll(i.value,a))}if(o)for(let l in o){let a=o[l];a&&t(l).observers.push(
Ll(i.value,a))}}for(let i in Ke)t(i).handlers.push(Ke[i]);for(let i in xe)t(i).observers.push(xe[i]);return e}var Ia=[{key:"\
Backspace",keyCode:8,inputType:"deleteContentBackward"},{key:"Enter",keyCode:13,inputType:"insertParagraph"},{key:"Enter",
keyCode:13,inputType:"insertLineBreak"},{key:"Delete",keyCode:46,inputType:"deleteContentForward"}],fu="dthko",Na=[16,17,
18,20,91,92,224,225],xn=6;function wn(n){return Math.max(0,n)*.7+8}function uu(n,e){return Math.max(Math.abs(n.clientX-e.
clientX),Math.abs(n.clientY-e.clientY))}var xr=class{constructor(e,t,i,s){this.view=e,this.startEvent=t,this.style=i,this.
mustSelect=s,this.scrollSpeed={x:0,y:0},this.scrolling=-1,this.lastEvent=t,this.scrollParents=na(e.contentDOM),this.atoms=
e.state.facet(Fi).map(o=>o(e));let r=e.contentDOM.ownerDocument;r.addEventListener("mousemove",this.move=this.move.bind(
this)),r.addEventListener("mouseup",this.up=this.up.bind(this)),this.extend=t.shiftKey,this.multiple=e.state.facet(ee.allowMultipleSelections)&&
du(e,t),this.dragging=mu(e,t)&&Wa(t)==1?null:!1}start(e){this.dragging===!1&&this.select(e)}move(e){if(e.buttons==0)return this.
destroy();if(this.dragging||this.dragging==null&&uu(this.startEvent,e)<10)return;this.select(this.lastEvent=e);let t=0,i=0,
s=0,r=0,o=this.view.win.innerWidth,l=this.view.win.innerHeight;this.scrollParents.x&&({left:s,right:o}=this.scrollParents.
x.getBoundingClientRect()),this.scrollParents.y&&({top:r,bottom:l}=this.scrollParents.y.getBoundingClientRect());let a=Kr(
this.view);e.clientX-a.left<=s+xn?t=-wn(s-e.clientX):e.clientX+a.right>=o-xn&&(t=wn(e.clientX-o)),e.clientY-a.top<=r+xn?
i=-wn(r-e.clientY):e.clientY+a.bottom>=l-xn&&(i=wn(e.clientY-l)),this.setScrollSpeed(t,i)}up(e){this.dragging==null&&this.
select(this.lastEvent),this.dragging||e.preventDefault(),this.destroy()}destroy(){this.setScrollSpeed(0,0);let e=this.view.
contentDOM.ownerDocument;e.removeEventListener("mousemove",this.move),e.removeEventListener("mouseup",this.up),this.view.
inputState.mouseSelection=this.view.inputState.draggedContent=null}setScrollSpeed(e,t){this.scrollSpeed={x:e,y:t},e||t?this.
scrolling<0&&(this.scrolling=setInterval(()=>this.scroll(),50)):this.scrolling>-1&&(clearInterval(this.scrolling),this.scrolling=
-1)}scroll(){let{x:e,y:t}=this.scrollSpeed;e&&this.scrollParents.x&&(this.scrollParents.x.scrollLeft+=e,e=0),t&&this.scrollParents.
y&&(this.scrollParents.y.scrollTop+=t,t=0),(e||t)&&this.view.win.scrollBy(e,t),this.dragging===!1&&this.select(this.lastEvent)}select(e){
let{view:t}=this,i=Ba(this.atoms,this.style.get(e,this.extend,this.multiple));(this.mustSelect||!i.eq(t.state.selection,
this.dragging===!1))&&this.view.dispatch({selection:i,userEvent:"select.pointer"}),this.mustSelect=!1}update(e){e.transactions.
some(t=>t.isUserEvent("input.type"))?this.destroy():this.style.update(e)&&setTimeout(()=>this.select(this.lastEvent),20)}};
function du(n,e){let t=n.state.facet(ma);return t.length?t[0](e):T.mac?e.metaKey:e.ctrlKey}function pu(n,e){let t=n.state.
facet(ga);return t.length?t[0](e):T.mac?!e.altKey:!e.ctrlKey}function mu(n,e){let{main:t}=n.state.selection;if(t.empty)return!1;
let i=Ii(n.root);if(!i||i.rangeCount==0)return!0;let s=i.getRangeAt(0).getClientRects();for(let r=0;r<s.length;r++){let o=s[r];
if(o.left<=e.clientX&&o.right>=e.clientX&&o.top<=e.clientY&&o.bottom>=e.clientY)return!0}return!1}function gu(n,e){if(!e.
bubbles)return!0;if(e.defaultPrevented)return!1;for(let t=e.target,i;t!=n.contentDOM;t=t.parentNode)if(!t||t.nodeType==11||
(i=J.get(t))&&i.isWidget()&&!i.isHidden&&i.widget.ignoreEvent(e))return!1;return!0}var Ke=Object.create(null),xe=Object.
create(null),Fa=T.ie&&T.ie_version<15||T.ios&&T.webkit_version<604;function yu(n){let e=n.dom.parentNode;if(!e)return;let t=e.
appendChild(document.createElement("textarea"));t.style.cssText="position: fixed; left: -10000px; top: 10px",t.focus(),setTimeout(
()=>{n.focus(),t.remove(),Ha(n,t.value)},50)}function Gn(n,e,t){for(let i of n.facet(e))t=i(t,n);return t}function Ha(n,e){
e=Gn(n.state,Wr,e);let{state:t}=n,i,s=1,r=t.toText(e),o=r.lines==t.selection.ranges.length;if(wr!=null&&t.selection.ranges.
every(a=>a.empty)&&wr==r.toString()){let a=-1;i=t.changeByRange(h=>{let c=t.doc.lineAt(h.from);if(c.from==a)return{range:h};
a=c.from;let f=t.toText((o?r.line(s++).text:e)+t.lineBreak);return{changes:{from:c.from,insert:f},range:k.cursor(h.from+
f.length,-1)}})}else o?i=t.changeByRange(a=>{let h=r.line(s++);return{changes:{from:a.from,to:a.to,insert:h.text},range:k.
cursor(a.from+h.length,-1)}}):i=t.replaceSelection(r);n.dispatch(i,{userEvent:"input.paste",scrollIntoView:!0})}xe.scroll=
n=>{let e=n.inputState;e.lastScrollTop=n.scrollDOM.scrollTop,e.lastScrollLeft=n.scrollDOM.scrollLeft,T.ios&&!e.touchActive&&
(e.lastIOSMomentumScroll=Date.now())};xe.wheel=xe.mousewheel=n=>{n.inputState.lastWheelEvent=Date.now()};Ke.keydown=(n,e)=>(n.
inputState.setSelectionOrigin("select"),e.keyCode==27&&n.inputState.tabFocusMode!=0&&(n.inputState.tabFocusMode=Date.now()+
2e3),!1);xe.touchstart=(n,e)=>{let t=n.inputState,i=e.targetTouches[0];t.touchActive=!0,t.lastTouchTime=Date.now(),i&&(t.
lastTouchX=i.clientX,t.lastTouchY=i.clientY),t.setSelectionOrigin("select.pointer")};xe.touchmove=n=>{n.inputState.setSelectionOrigin(
"select.pointer")};xe.touchend=(n,e)=>{n.inputState.touchActive=!1};Ke.mousedown=(n,e)=>{if(n.observer.flush(),n.inputState.
lastTouchTime>Date.now()-2e3)return!1;let t=null;for(let i of n.state.facet(ya))if(t=i(n,e),t)break;if(!t&&e.button==0&&
(t=xu(n,e)),t){let i=!n.hasFocus;n.inputState.startMouseSelection(new xr(n,e,t,i)),i&&n.observer.ignore(()=>{oa(n.contentDOM);
let r=n.root.activeElement;r&&!r.contains(n.contentDOM)&&r.blur()});let s=n.inputState.mouseSelection;if(s)return s.start(
e),s.dragging===!1}else n.inputState.setSelectionOrigin("select.pointer");return!1};function Pl(n,e,t,i){if(i==1)return k.
cursor(e,t);if(i==2)return Zf(n.state,e,t);{let s=n.docView.lineAt(e,t),r=n.state.doc.lineAt(s?s.posAtEnd:e),o=s?s.posAtStart:
r.from,l=s?s.posAtEnd:r.to;return l<n.state.doc.length&&l==r.to&&l++,k.undirectionalRange(o,l)}}var bu=T.ie&&T.ie_version<=
11,Il=null,Nl=0,Fl=0;function Wa(n){if(!bu)return n.detail;let e=Il,t=Fl;return Il=n,Fl=Date.now(),Nl=!e||t>Date.now()-400&&
Math.abs(e.clientX-n.clientX)<2&&Math.abs(e.clientY-n.clientY)<2?(Nl+1)%3:1}function xu(n,e){let t=n.posAndSideAtCoords(
{x:e.clientX,y:e.clientY},!1),i=Wa(e),s=n.state.selection;return{update(r){r.docChanged&&(t.pos=r.changes.mapPos(t.pos),
s=s.map(r.changes))},get(r,o,l){let a=n.posAndSideAtCoords({x:r.clientX,y:r.clientY},!1),h,c=Pl(n,a.pos,a.assoc,i);if(t.
pos!=a.pos&&!o){let f=Pl(n,t.pos,t.assoc,i),u=Math.min(f.from,c.from),d=Math.max(f.to,c.to);c=u<c.from?k.range(u,d,c.assoc):
k.range(d,u,c.assoc)}return o?s.replaceRange(s.main.extend(c.from,c.to,c.assoc)):l&&i==1&&s.ranges.length>1&&(h=wu(s,a.pos))?
h:l?s.addRange(c):k.create([c])}}}function wu(n,e){for(let t=0;t<n.ranges.length;t++){let{from:i,to:s}=n.ranges[t];if(i<=
e&&s>=e)return k.create(n.ranges.slice(0,t).concat(n.ranges.slice(t+1)),n.mainIndex==t?0:n.mainIndex-(n.mainIndex>t?1:0))}
return null}Ke.dragstart=(n,e)=>{let{selection:{main:t}}=n.state;if(e.target.draggable){let s=n.docView.tile.nearest(e.target);
if(s&&s.isWidget()){let r=s.posAtStart,o=r+s.length;(r>=t.to||o<=t.from)&&(t=k.undirectionalRange(r,o))}}let{inputState:i}=n;
return i.mouseSelection&&(i.mouseSelection.dragging=!0),i.draggedContent=t,e.dataTransfer&&(e.dataTransfer.setData("Text",
Gn(n.state,Vr,n.state.sliceDoc(t.from,t.to))),e.dataTransfer.effectAllowed="copyMove"),!1};Ke.dragend=n=>(n.inputState.draggedContent=
null,!1);function Hl(n,e,t,i){if(t=Gn(n.state,Wr,t),!t)return;let s=n.posAtCoords({x:e.clientX,y:e.clientY},!1),{draggedContent:r}=n.
inputState,o=i&&r&&pu(n,e)?{from:r.from,to:r.to}:null,l={from:s,insert:t},a=n.state.changes(o?[o,l]:l);n.focus(),n.dispatch(
{changes:a,selection:{anchor:a.mapPos(s,-1),head:a.mapPos(s,1)},userEvent:o?"move.drop":"input.drop"}),n.inputState.draggedContent=
null}Ke.drop=(n,e)=>{if(!e.dataTransfer)return!1;if(n.state.readOnly)return!0;let t=e.dataTransfer.files;if(t&&t.length){
let i=Array(t.length),s=0,r=()=>{++s==t.length&&Hl(n,e,i.filter(o=>o!=null).join(n.state.lineBreak),!1)};for(let o=0;o<t.
length;o++){let l=new FileReader;l.onerror=r,l.onload=()=>{/[\x00-\x08\x0e-\x1f]{2}/.test(l.result)||(i[o]=l.result),r()},
l.readAsText(t[o])}return!0}else{let i=e.dataTransfer.getData("Text");if(i)return Hl(n,e,i,!0),!0}return!1};Ke.paste=(n,e)=>{
if(n.state.readOnly)return!0;n.observer.flush();let t=Fa?null:e.clipboardData;return t?(Ha(n,t.getData("text/plain")||t.
getData("text/uri-list")),!0):(yu(n),!1)};function vu(n,e){let t=n.dom.parentNode;if(!t)return;let i=t.appendChild(document.
createElement("textarea"));i.style.cssText="position: fixed; left: -10000px; top: 10px",i.value=e,i.focus(),i.selectionEnd=
e.length,i.selectionStart=0,setTimeout(()=>{i.remove(),n.focus()},50)}function ku(n){let e=[],t=[],i=!1;for(let s of n.selection.
ranges)s.empty||(e.push(n.sliceDoc(s.from,s.to)),t.push(s));if(!e.length){let s=-1;for(let{from:r}of n.selection.ranges){
let o=n.doc.lineAt(r);o.number>s&&(e.push(o.text),t.push({from:o.from,to:Math.min(n.doc.length,o.to+1)})),s=o.number}i=!0}
return{text:Gn(n,Vr,e.join(n.lineBreak)),ranges:t,linewise:i}}var wr=null;Ke.copy=Ke.cut=(n,e)=>{if(!Mi(n.contentDOM,n.observer.
selectionRange))return!1;let{text:t,ranges:i,linewise:s}=ku(n.state);if(!t&&!s)return!1;wr=s?t:null,e.type=="cut"&&!n.state.
readOnly&&n.dispatch({changes:i,scrollIntoView:!0,userEvent:"delete.cut"});let r=Fa?null:e.clipboardData;return r?(r.clearData(),
r.setData("text/plain",t),!0):(vu(n,t),!1)};var Va=ke.define();function za(n,e){let t=[];for(let i of n.facet(wa)){let s=i(
n,e);s&&t.push(s)}return t.length?n.update({effects:t,annotations:Va.of(!0)}):null}function ja(n){setTimeout(()=>{let e=n.
hasFocus;if(e!=n.inputState.notifiedFocused){let t=za(n.state,e);t?n.dispatch(t):n.update([])}},10)}xe.focus=n=>{n.inputState.
lastFocusTime=Date.now(),!n.scrollDOM.scrollTop&&(n.inputState.lastScrollTop||n.inputState.lastScrollLeft)&&(n.scrollDOM.
scrollTop=n.inputState.lastScrollTop,n.scrollDOM.scrollLeft=n.inputState.lastScrollLeft),ja(n)};xe.blur=n=>{n.observer.clearSelectionRange(),
ja(n)};xe.compositionstart=xe.compositionupdate=(n,e)=>{if(!n.observer.editContext&&(n.inputState.compositionFirstChange==
null&&(n.inputState.compositionFirstChange=!0),n.inputState.composing<0)){let{main:t}=n.state.selection;!t.empty&&n.lineBlockAt(
t.from).from!=n.lineBlockAt(t.to).from&&!n.state.readOnly&&n.dispatch({changes:n.state.selection.ranges.filter(i=>!i.empty).
map(i=>({from:i.from,to:i.to})),userEvent:"input"}),n.inputState.composing=0}};xe.compositionend=n=>{n.observer.editContext||
(n.inputState.composing=-1,n.inputState.compositionEndedAt=Date.now(),n.inputState.compositionPendingKey=!0,n.inputState.
compositionPendingChange=n.observer.pendingRecords().length>0,n.inputState.compositionFirstChange=null,T.chrome&&T.android?
n.observer.flushSoon():n.inputState.compositionPendingChange?Promise.resolve().then(()=>n.observer.flush()):setTimeout(()=>{
n.inputState.composing<0&&n.docView.hasComposition&&n.update([])},50))};xe.contextmenu=n=>{n.inputState.lastContextMenu=
Date.now()};Ke.beforeinput=(n,e)=>{var t,i;if((e.inputType=="insertText"||e.inputType=="insertCompositionText")&&(n.inputState.
insertingText=e.data,n.inputState.insertingTextAt=Date.now()),e.inputType=="insertReplacementText"&&n.observer.editContext){
let r=(t=e.dataTransfer)===null||t===void 0?void 0:t.getData("text/plain"),o=e.getTargetRanges();if(r&&o.length){let l=o[0],
a=n.posAtDOM(l.startContainer,l.startOffset),h=n.posAtDOM(l.endContainer,l.endOffset);return qr(n,{from:a,to:h,insert:n.
state.toText(r)},null),!0}}let s;if(T.chrome&&T.android&&(s=Ia.find(r=>r.inputType==e.inputType))&&(n.observer.delayAndroidKey(
s.key,s.keyCode),s.key=="Backspace"||s.key=="Delete")){let r=((i=window.visualViewport)===null||i===void 0?void 0:i.height)||
0;setTimeout(()=>{var o;(((o=window.visualViewport)===null||o===void 0?void 0:o.height)||0)>r+10&&n.hasFocus&&(n.contentDOM.
blur(),n.focus())},100)}return T.ios&&e.inputType=="deleteContentForward"&&n.observer.flushSoon(),T.safari&&e.inputType==
"insertText"&&n.inputState.composing>=0&&setTimeout(()=>xe.compositionend(n,e),20),!1};var Wl=new Set;function Su(n){Wl.
has(n)||(Wl.add(n),n.addEventListener("copy",()=>{}),n.addEventListener("cut",()=>{}))}var Vl=["pre-wrap","normal","pre-\
line","break-spaces"],ui=!1;function zl(){ui=!1}var vr=class{constructor(e){this.lineWrapping=e,this.doc=W.empty,this.heightSamples=
{},this.lineHeight=14,this.charWidth=7,this.textHeight=14,this.lineLength=30}heightForGap(e,t){let i=this.doc.lineAt(t).
number-this.doc.lineAt(e).number+1;return this.lineWrapping&&(i+=Math.max(0,Math.ceil((t-e-i*this.lineLength*.5)/this.lineLength))),
this.lineHeight*i}heightForLine(e){return this.lineWrapping?(1+Math.max(0,Math.ceil((e-this.lineLength)/Math.max(1,this.
lineLength-5))))*this.lineHeight:this.lineHeight}setDoc(e){return this.doc=e,this}mustRefreshForWrapping(e){return Vl.indexOf(
e)>-1!=this.lineWrapping}mustRefreshForHeights(e){let t=!1;for(let i=0;i<e.length;i++){let s=e[i];s<0?i++:this.heightSamples[Math.
floor(s*10)]||(t=!0,this.heightSamples[Math.floor(s*10)]=!0)}return t}refresh(e,t,i,s,r,o){let l=Vl.indexOf(e)>-1,a=Math.
abs(t-this.lineHeight)>.3||this.lineWrapping!=l;if(this.lineWrapping=l,this.lineHeight=t,this.charWidth=i,this.textHeight=
s,this.lineLength=r,a){this.heightSamples={};for(let h=0;h<o.length;h++){let c=o[h];c<0?h++:this.heightSamples[Math.floor(
c*10)]=!0}}return a}},kr=class{constructor(e,t){this.from=e,this.heights=t,this.index=0}get more(){return this.index<this.
heights.length}},ze=class n{constructor(e,t,i,s,r){this.from=e,this.length=t,this.top=i,this.height=s,this._content=r}get type(){
return typeof this._content=="number"?Fe.Text:Array.isArray(this._content)?this._content:this._content.type}get to(){return this.
from+this.length}get bottom(){return this.top+this.height}get widget(){return this._content instanceof Nt?this._content.
widget:null}get widgetLineBreaks(){return typeof this._content=="number"?this._content:0}join(e){let t=(Array.isArray(this.
_content)?this._content:[this]).concat(Array.isArray(e._content)?e._content:[e]);return new n(this.from,this.length+e.length,
this.top,this.height+e.height,t)}},Y=(function(n){return n[n.ByPos=0]="ByPos",n[n.ByHeight=1]="ByHeight",n[n.ByPosNoHeight=
2]="ByPosNoHeight",n})(Y||(Y={})),On=.001,Oe=class n{constructor(e,t,i=2){this.length=e,this.height=t,this.flags=i}get outdated(){
return(this.flags&2)>0}set outdated(e){this.flags=(e?2:0)|this.flags&-3}setHeight(e){this.height!=e&&(Math.abs(this.height-
e)>On&&(ui=!0),this.height=e)}replace(e,t,i){return n.of(i)}decomposeLeft(e,t){t.push(this)}decomposeRight(e,t){t.push(this)}applyChanges(e,t,i,s){
let r=this,o=i.doc;for(let l=s.length-1;l>=0;l--){let{fromA:a,toA:h,fromB:c,toB:f}=s[l],u=r.lineAt(a,Y.ByPosNoHeight,i.setDoc(
t),0,0),d=u.to>=h?u:r.lineAt(h,Y.ByPosNoHeight,i,0,0);for(f+=d.to-h,h=d.to;l>0&&u.from<=s[l-1].toA;)a=s[l-1].fromA,c=s[l-
1].fromB,l--,a<u.from&&(u=r.lineAt(a,Y.ByPosNoHeight,i,0,0));c+=u.from-a,a=u.from;let p=Cr.build(i.setDoc(o),e,c,f);r=Fn(
r,r.replace(a,h,p))}return r.updateHeight(i,0)}static empty(){return new Pe(0,0,0)}static of(e){if(e.length==1)return e[0];
let t=0,i=e.length,s=0,r=0;for(;;)if(t==i)if(s>r*2){let l=e[t-1];l.break?e.splice(--t,1,l.left,null,l.right):e.splice(--t,
1,l.left,l.right),i+=1+l.break,s-=l.size}else if(r>s*2){let l=e[i];l.break?e.splice(i,1,l.left,null,l.right):e.splice(i,
1,l.left,l.right),i+=2+l.break,r-=l.size}else break;else if(s<r){let l=e[t++];l&&(s+=l.size)}else{let l=e[--i];l&&(r+=l.
size)}let o=!1;return e[t-1]==null?(o=!0,t--):e[t]==null&&(o=!0,i++),new Sr(n.of(e.slice(0,t)),o,n.of(e.slice(i)))}};function Fn(n,e){
return n==e?n:(n.constructor!=e.constructor&&(ui=!0),e)}Oe.prototype.size=1;var Cu=j.replace({}),Hn=class extends Oe{constructor(e,t,i){
super(e,t),this.deco=i,this.spaceAbove=0}mainBlock(e,t){return new ze(t,this.length,e+this.spaceAbove,this.height-this.spaceAbove,
this.deco||0)}blockAt(e,t,i,s){return this.spaceAbove&&e<i+this.spaceAbove?new ze(s,0,i,this.spaceAbove,Cu):this.mainBlock(
i,s)}lineAt(e,t,i,s,r){let o=this.mainBlock(s,r);return this.spaceAbove?this.blockAt(0,i,s,r).join(o):o}forEachLine(e,t,i,s,r,o){
e<=r+this.length&&t>=r&&o(this.lineAt(0,Y.ByPos,i,s,r))}setMeasuredHeight(e){let t=e.heights[e.index++];t<0?(this.spaceAbove=
-t,t=e.heights[e.index++]):this.spaceAbove=0,this.setHeight(t)}updateHeight(e,t=0,i=!1,s){return s&&s.from<=t&&s.more&&this.
setMeasuredHeight(s),this.outdated=!1,this}toString(){return`block(${this.length})`}},Pe=class n extends Hn{constructor(e,t,i){
super(e,t,null),this.collapsed=0,this.widgetHeight=0,this.breaks=0,this.spaceAbove=i}mainBlock(e,t){return new ze(t,this.
length,e+this.spaceAbove,this.height-this.spaceAbove,this.breaks)}replace(e,t,i){let s=i[0];return i.length==1&&(s instanceof
n||s instanceof bt&&s.flags&4)&&Math.abs(this.length-s.length)<10?(s instanceof bt?s=new n(s.length,this.height,this.spaceAbove):
s.height=this.height,this.outdated||(s.outdated=!1),s):Oe.of(i)}updateHeight(e,t=0,i=!1,s){return s&&s.from<=t&&s.more?this.
setMeasuredHeight(s):(i||this.outdated)&&(this.spaceAbove=0,this.setHeight(Math.max(this.widgetHeight,e.heightForLine(this.
length-this.collapsed))+this.breaks*e.lineHeight)),this.outdated=!1,this}toString(){return`line(${this.length}${this.collapsed?
-this.collapsed:""}${this.widgetHeight?":"+this.widgetHeight:""})`}},bt=class n extends Oe{constructor(e){super(e,0)}heightMetrics(e,t){
let i=e.doc.lineAt(t).number,s=e.doc.lineAt(t+this.length).number,r=s-i+1,o,l=0;if(e.lineWrapping){let a=Math.min(this.height,
e.lineHeight*r);o=a/r,this.length>r+1&&(l=(this.height-a)/(this.length-r-1))}else o=this.height/r;return{firstLine:i,lastLine:s,
perLine:o,perChar:l}}blockAt(e,t,i,s){let{firstLine:r,lastLine:o,perLine:l,perChar:a}=this.heightMetrics(t,s);if(t.lineWrapping){
let h=s+(e<t.lineHeight?0:Math.round(Math.max(0,Math.min(1,(e-i)/this.height))*this.length)),c=t.doc.lineAt(h),f=l+c.length*
a,u=Math.max(i,e-f/2);return new ze(c.from,c.length,u,f,0)}else{let h=Math.max(0,Math.min(o-r,Math.floor((e-i)/l))),{from:c,
length:f}=t.doc.line(r+h);return new ze(c,f,i+l*h,l,0)}}lineAt(e,t,i,s,r){if(t==Y.ByHeight)return this.blockAt(e,i,s,r);
if(t==Y.ByPosNoHeight){let{from:d,to:p}=i.doc.lineAt(e);return new ze(d,p-d,0,0,0)}let{firstLine:o,perLine:l,perChar:a}=this.
heightMetrics(i,r),h=i.doc.lineAt(e),c=l+h.length*a,f=h.number-o,u=s+l*f+a*(h.from-r-f);return new ze(h.from,h.length,Math.
max(s,Math.min(u,s+this.height-c)),c,0)}forEachLine(e,t,i,s,r,o){e=Math.max(e,r),t=Math.min(t,r+this.length);let{firstLine:l,
perLine:a,perChar:h}=this.heightMetrics(i,r);for(let c=e,f=s;c<=t;){let u=i.doc.lineAt(c);if(c==e){let p=u.number-l;f+=a*
p+h*(e-r-p)}let d=a+h*u.length;o(new ze(u.from,u.length,f,d,0)),f+=d,c=u.to+1}}replace(e,t,i){let s=this.length-t;if(s>0){
let r=i[i.length-1];r instanceof n?i[i.length-1]=new n(r.length+s):i.push(null,new n(s-1))}if(e>0){let r=i[0];r instanceof
n?i[0]=new n(e+r.length):i.unshift(new n(e-1),null)}return Oe.of(i)}decomposeLeft(e,t){t.push(new n(e-1),null)}decomposeRight(e,t){
t.push(null,new n(this.length-e-1))}updateHeight(e,t=0,i=!1,s){let r=t+this.length;if(s&&s.from<=t+this.length&&s.more){
let o=[],l=Math.max(t,s.from),a=-1;for(s.from>t&&o.push(new n(s.from-t-1).updateHeight(e,t));l<=r&&s.more;){let c=e.doc.
lineAt(l).length;o.length&&o.push(null);let f=s.heights[s.index++],u=0;f<0&&(u=-f,f=s.heights[s.index++]),a==-1?a=f:Math.
abs(f-a)>=On&&(a=-2);let d=new Pe(c,f,u);d.outdated=!1,o.push(d),l+=c+1}l<=r&&o.push(null,new n(r-l).updateHeight(e,l));
let h=Oe.of(o);return(a<0||Math.abs(h.height-this.height)>=On||Math.abs(a-this.heightMetrics(e,t).perLine)>=On)&&(ui=!0),
Fn(this,h)}else(i||this.outdated)&&(this.setHeight(e.heightForGap(t,t+this.length)),this.outdated=!1);return this}toString(){
return`gap(${this.length})`}},Sr=class extends Oe{constructor(e,t,i){super(e.length+(t?1:0)+i.length,e.height+i.height,(t?
1:0)|(e.outdated||i.outdated?2:0)),this.left=e,this.right=i,this.size=e.size+i.size}get break(){return this.flags&1}blockAt(e,t,i,s){
let r=i+this.left.height;return e<r?this.left.blockAt(e,t,i,s):this.right.blockAt(e,t,r,s+this.left.length+this.break)}lineAt(e,t,i,s,r){
let o=s+this.left.height,l=r+this.left.length+this.break,a=t==Y.ByHeight?e<o:e<l,h=a?this.left.lineAt(e,t,i,s,r):this.right.
lineAt(e,t,i,o,l);if(this.break||(a?h.to<l:h.from>l))return h;let c=t==Y.ByPosNoHeight?Y.ByPosNoHeight:Y.ByPos;return a?
h.join(this.right.lineAt(l,c,i,o,l)):this.left.lineAt(l,c,i,s,r).join(h)}forEachLine(e,t,i,s,r,o){let l=s+this.left.height,
a=r+this.left.length+this.break;if(this.break)e<a&&this.left.forEachLine(e,t,i,s,r,o),t>=a&&this.right.forEachLine(e,t,i,
l,a,o);else{let h=this.lineAt(a,Y.ByPos,i,s,r);e<h.from&&this.left.forEachLine(e,Math.min(t,h.from-1),i,s,r,o),h.to>=e&&
h.from<=t&&o(h),t>h.to&&this.right.forEachLine(Math.max(e,h.to+1),t,i,l,a,o)}}replace(e,t,i){let s=this.left.length+this.
break;if(t<s)return this.balanced(this.left.replace(e,t,i),this.right);if(e>this.left.length)return this.balanced(this.left,
this.right.replace(e-s,t-s,i));let r=[];e>0&&this.decomposeLeft(e,r);let o=r.length;for(let l of i)r.push(l);if(e>0&&jl(
r,o-1),t<this.length){let l=r.length;this.decomposeRight(t,r),jl(r,l)}return Oe.of(r)}decomposeLeft(e,t){let i=this.left.
length;if(e<=i)return this.left.decomposeLeft(e,t);t.push(this.left),this.break&&(i++,e>=i&&t.push(null)),e>i&&this.right.
decomposeLeft(e-i,t)}decomposeRight(e,t){let i=this.left.length,s=i+this.break;if(e>=s)return this.right.decomposeRight(
e-s,t);e<i&&this.left.decomposeRight(e,t),this.break&&e<s&&t.push(null),t.push(this.right)}balanced(e,t){return e.size>2*
t.size||t.size>2*e.size?Oe.of(this.break?[e,null,t]:[e,t]):(this.left=Fn(this.left,e),this.right=Fn(this.right,t),this.setHeight(
e.height+t.height),this.outdated=e.outdated||t.outdated,this.size=e.size+t.size,this.length=e.length+this.break+t.length,
this)}updateHeight(e,t=0,i=!1,s){let{left:r,right:o}=this,l=t+r.length+this.break,a=null;return s&&s.from<=t+r.length&&s.
more?a=r=r.updateHeight(e,t,i,s):r.updateHeight(e,t,i),s&&s.from<=l+o.length&&s.more?a=o=o.updateHeight(e,l,i,s):o.updateHeight(
e,l,i),a?this.balanced(r,o):(this.height=this.left.height+this.right.height,this.outdated=!1,this)}toString(){return this.
left+(this.break?" ":"-")+this.right}};function jl(n,e){let t,i;n[e]==null&&(t=n[e-1])instanceof bt&&(i=n[e+1])instanceof
bt&&n.splice(e-1,3,new bt(t.length+1+i.length))}var Au=5,Cr=class n{constructor(e,t){this.pos=e,this.oracle=t,this.nodes=
[],this.lineStart=-1,this.lineEnd=-1,this.covering=null,this.writtenTo=e}get isCovered(){return this.covering&&this.nodes[this.
nodes.length-1]==this.covering}span(e,t){if(this.lineStart>-1){let i=Math.min(t,this.lineEnd),s=this.nodes[this.nodes.length-
1];s instanceof Pe?s.length+=i-this.pos:(i>this.pos||!this.isCovered)&&this.nodes.push(new Pe(i-this.pos,-1,0)),this.writtenTo=
i,t>i&&(this.nodes.push(null),this.writtenTo++,this.lineStart=-1)}this.pos=t}point(e,t,i){if(e<t||i.heightRelevant){let s=i.
widget?i.widget.estimatedHeight:0,r=i.widget?i.widget.lineBreaks:0;s<0&&(s=this.oracle.lineHeight);let o=t-e;i.block?this.
addBlock(new Hn(o,s,i)):(o||r||s>=Au)&&this.addLineDeco(s,r,o)}else t>e&&this.span(e,t);this.lineEnd>-1&&this.lineEnd<this.
pos&&(this.lineEnd=this.oracle.doc.lineAt(this.pos).to)}enterLine(){if(this.lineStart>-1)return;let{from:e,to:t}=this.oracle.
doc.lineAt(this.pos);this.lineStart=e,this.lineEnd=t,this.writtenTo<e&&((this.writtenTo<e-1||this.nodes[this.nodes.length-
1]==null)&&this.nodes.push(this.blankContent(this.writtenTo,e-1)),this.nodes.push(null)),this.pos>e&&this.nodes.push(new Pe(
this.pos-e,-1,0)),this.writtenTo=this.pos}blankContent(e,t){let i=new bt(t-e);return this.oracle.doc.lineAt(e).to==t&&(i.
flags|=4),i}ensureLine(){this.enterLine();let e=this.nodes.length?this.nodes[this.nodes.length-1]:null;if(e instanceof Pe)
return e;let t=new Pe(0,-1,0);return this.nodes.push(t),t}addBlock(e){this.enterLine();let t=e.deco;t&&t.startSide>0&&!this.
isCovered&&this.ensureLine(),this.nodes.push(e),this.writtenTo=this.pos=this.pos+e.length,t&&t.endSide>0&&(this.covering=
e)}addLineDeco(e,t,i){let s=this.ensureLine();s.length+=i,s.collapsed+=i,s.widgetHeight=Math.max(s.widgetHeight,e),s.breaks+=
t,this.writtenTo=this.pos=this.pos+i}finish(e){let t=this.nodes.length==0?null:this.nodes[this.nodes.length-1];this.lineStart>
-1&&!(t instanceof Pe)&&!this.isCovered?this.nodes.push(new Pe(0,-1,0)):(this.writtenTo<this.pos||t==null)&&this.nodes.push(
this.blankContent(this.writtenTo,this.pos));let i=e;for(let s of this.nodes)s instanceof Pe&&s.updateHeight(this.oracle,
i),i+=s?s.length:1;return this.nodes}static build(e,t,i,s){let r=new n(i,e);return _.spans(t,i,s,r,0),r.finish(i)}};function Mu(n,e,t){
let i=new Ar;return _.compare(n,e,t,i,0),i.changes}var Ar=class{constructor(){this.changes=[]}compareRange(){}comparePoint(e,t,i,s){
(e<t||i&&i.heightRelevant||s&&s.heightRelevant)&&si(e,t,this.changes,5)}};function Tu(n,e){let t=n.getBoundingClientRect(),
i=n.ownerDocument,s=i.defaultView||window,r=Math.max(0,t.left),o=Math.min(s.innerWidth,t.right),l=Math.max(0,t.top),a=Math.
min(s.innerHeight,t.bottom);for(let h=n.parentNode;h&&h!=i.body;)if(he(h)){let c=window.getComputedStyle(h);if((h.scrollHeight>
h.clientHeight||h.scrollWidth>h.clientWidth)&&c.overflow!="visible"){let f=h.getBoundingClientRect();r=Math.max(r,f.left),
o=Math.min(o,f.right),l=Math.max(l,f.top),a=Math.min(h==n.parentNode?s.innerHeight:a,f.bottom)}h=c.position=="absolute"||
c.position=="fixed"?h.offsetParent:h.parentNode}else if(h.nodeType==11)h=h.host;else break;return{left:r-t.left,right:Math.
max(r,o)-t.left,top:l-(t.top+e),bottom:Math.max(l,a)-(t.top+e)}}function Ou(n){let e=n.getBoundingClientRect(),t=n.ownerDocument.
defaultView||window;return e.left<t.innerWidth&&e.right>0&&e.top<t.innerHeight&&e.bottom>0}function Du(n,e){let t=n.getBoundingClientRect();
return{left:0,right:t.right-t.left,top:e,bottom:t.bottom-(t.top+e)}}var Ri=class{constructor(e,t,i,s){this.from=e,this.to=
t,this.size=i,this.displaySize=s}static same(e,t){if(e.length!=t.length)return!1;for(let i=0;i<e.length;i++){let s=e[i],
r=t[i];if(s.from!=r.from||s.to!=r.to||s.size!=r.size)return!1}return!0}draw(e,t){return j.replace({widget:new Mr(this.displaySize*
(t?e.scaleY:e.scaleX),t)}).range(this.from,this.to)}},Mr=class extends Ze{constructor(e,t){super(),this.size=e,this.vertical=
t}eq(e){return e.size==this.size&&e.vertical==this.vertical}toDOM(){let e=document.createElement("div");return this.vertical?
e.style.height=this.size+"px":(e.style.width=this.size+"px",e.style.height="2px",e.style.display="inline-block"),e}get estimatedHeight(){
return this.vertical?this.size:-1}},Wn=class{constructor(e,t){this.view=e,this.state=t,this.pixelViewport={left:0,right:window.
innerWidth,top:0,bottom:0},this.inView=!0,this.paddingTop=0,this.paddingBottom=0,this.contentDOMWidth=0,this.contentDOMHeight=
0,this.editorHeight=0,this.editorWidth=0,this.scaleX=1,this.scaleY=1,this.scrollOffset=0,this.scrolledToBottom=!1,this.scrollAnchorPos=
0,this.scrollAnchorHeight=-1,this.scaler=Tr,this.scrollTarget=null,this.printing=!1,this.mustMeasureContent=!0,this.defaultTextDirection=
U.LTR,this.visibleRanges=[],this.mustEnforceCursorAssoc=!1;let i=t.facet(zr).some(s=>typeof s!="function"&&s.class=="cm-\
lineWrapping");this.heightOracle=new vr(i),this.stateDeco=Kl(t),this.heightMap=Oe.empty().applyChanges(this.stateDeco,W.
empty,this.heightOracle.setDoc(t.doc),[new je(0,0,0,t.doc.length)]);for(let s=0;s<2&&(this.viewport=this.getViewport(0,null),
!!this.updateForViewport());s++);this.updateViewportLines(),this.lineGaps=this.ensureLineGaps([]),this.lineGapDeco=j.set(
this.lineGaps.map(s=>s.draw(this,!1))),this.scrollParent=e.scrollDOM,this.computeVisibleRanges()}updateForViewport(){let e=[
this.viewport],{main:t}=this.state.selection;for(let i=0;i<=1;i++){let s=i?t.head:t.anchor;if(!e.some(({from:r,to:o})=>s>=
r&&s<=o)){let{from:r,to:o}=this.lineBlockAt(s);e.push(new ii(r,o))}}return this.viewports=e.sort((i,s)=>i.from-s.from),this.
updateScaler()}updateScaler(){let e=this.scaler;return this.scaler=this.heightMap.height<=7e6?Tr:Or.get(this.heightOracle,
this.heightMap,this.viewports),e.eq(this.scaler)?0:2}updateViewportLines(){this.viewportLines=[],this.heightMap.forEachLine(
this.viewport.from,this.viewport.to,this.heightOracle.setDoc(this.state.doc),0,0,e=>{this.viewportLines.push(Ai(e,this.scaler))})}update(e,t=null){
this.state=e.state;let i=this.stateDeco;this.stateDeco=Kl(this.state);let s=e.changedRanges,r=je.extendWithRanges(s,Mu(i,
this.stateDeco,e?e.changes:ye.empty(this.state.doc.length))),o=this.heightMap.height,l=this.scrolledToBottom?null:this.scrollAnchorAt(
this.scrollOffset);zl(),this.heightMap=this.heightMap.applyChanges(this.stateDeco,e.startState.doc,this.heightOracle.setDoc(
this.state.doc),r),(this.heightMap.height!=o||ui)&&(e.flags|=2),l?(this.scrollAnchorPos=e.changes.mapPos(l.from,-1),this.
scrollAnchorHeight=l.top):(this.scrollAnchorPos=-1,this.scrollAnchorHeight=o);let a=r.length?this.mapViewport(this.viewport,
e.changes):this.viewport;(t&&(t.range.head<a.from||t.range.head>a.to)||!this.viewportIsAppropriate(a))&&(a=this.getViewport(
0,t));let h=a.from!=this.viewport.from||a.to!=this.viewport.to;this.viewport=a,e.flags|=this.updateForViewport(),(h||!e.
changes.empty||e.flags&2)&&this.updateViewportLines(),(this.lineGaps.length||this.viewport.to-this.viewport.from>4e3)&&this.
updateLineGaps(this.ensureLineGaps(this.mapLineGaps(this.lineGaps,e.changes))),e.flags|=this.computeVisibleRanges(e.changes),
t&&(this.scrollTarget=t),!this.mustEnforceCursorAssoc&&(e.selectionSet||e.focusChanged)&&e.view.lineWrapping&&e.state.selection.
main.empty&&e.state.selection.main.assoc&&!e.state.facet(Nf)&&(this.mustEnforceCursorAssoc=!0)}measure(){let{view:e}=this,
t=e.contentDOM,i=window.getComputedStyle(t),s=this.heightOracle,r=i.whiteSpace;this.defaultTextDirection=i.direction=="r\
tl"?U.RTL:U.LTR;let o=this.heightOracle.mustRefreshForWrapping(r)||this.mustMeasureContent==="refresh",l=t.getBoundingClientRect(),
a=o||this.mustMeasureContent||this.contentDOMHeight!=l.height;this.contentDOMHeight=l.height,this.mustMeasureContent=!1;
let h=0,c=0;if(l.width&&l.height){let{scaleX:w,scaleY:C}=ia(t,l);(w>.005&&Math.abs(this.scaleX-w)>.005||C>.005&&Math.abs(
this.scaleY-C)>.005)&&(this.scaleX=w,this.scaleY=C,h|=16,o=a=!0)}let f=(parseInt(i.paddingTop)||0)*this.scaleY,u=(parseInt(
i.paddingBottom)||0)*this.scaleY;(this.paddingTop!=f||this.paddingBottom!=u)&&(this.paddingTop=f,this.paddingBottom=u,h|=
18),this.editorWidth!=e.scrollDOM.clientWidth&&(s.lineWrapping&&(a=!0),this.editorWidth=e.scrollDOM.clientWidth,h|=16);let d=na(
this.view.contentDOM,!1).y;d!=this.scrollParent&&(this.scrollParent=d,this.scrollAnchorHeight=-1,this.scrollOffset=0);let p=this.
getScrollOffset();this.scrollOffset!=p&&(this.scrollAnchorHeight=-1,this.scrollOffset=p),this.scrolledToBottom=la(this.scrollParent||
e.win);let m=(this.printing?Du:Tu)(t,this.paddingTop),y=m.top-this.pixelViewport.top,b=m.bottom-this.pixelViewport.bottom;
this.pixelViewport=m;let v=this.pixelViewport.bottom>this.pixelViewport.top&&this.pixelViewport.right>this.pixelViewport.
left;if(v!=this.inView&&(this.inView=v,v&&(a=!0)),!this.inView&&!this.scrollTarget&&!Ou(e.dom))return 0;let g=l.width;if((this.
contentDOMWidth!=g||this.editorHeight!=e.scrollDOM.clientHeight)&&(this.contentDOMWidth=l.width,this.editorHeight=e.scrollDOM.
clientHeight,h|=16),a){let w=e.docView.measureVisibleLineHeights(this.viewport);if(s.mustRefreshForHeights(w)&&(o=!0),o||
s.lineWrapping&&Math.abs(g-this.contentDOMWidth)>s.charWidth){let{lineHeight:C,charWidth:S,textHeight:R}=e.docView.measureTextSize();
o=C>0&&s.refresh(r,C,S,R,Math.max(5,g/S),w),o&&(e.docView.minWidth=0,h|=16)}y>0&&b>0?c=Math.max(y,b):y<0&&b<0&&(c=Math.min(
y,b)),zl();for(let C of this.viewports){let S=C.from==this.viewport.from?w:e.docView.measureVisibleLineHeights(C);this.heightMap=
(o?Oe.empty().applyChanges(this.stateDeco,W.empty,this.heightOracle,[new je(0,0,0,e.state.doc.length)]):this.heightMap).
updateHeight(s,0,o,new kr(C.from,S))}ui&&(h|=2)}let x=!this.viewportIsAppropriate(this.viewport,c)||this.scrollTarget&&(this.
scrollTarget.range.head<this.viewport.from||this.scrollTarget.range.head>this.viewport.to);return x&&(h&2&&(h|=this.updateScaler()),
this.viewport=this.getViewport(c,this.scrollTarget),h|=this.updateForViewport()),(h&2||x)&&this.updateViewportLines(),(this.
lineGaps.length||this.viewport.to-this.viewport.from>4e3)&&this.updateLineGaps(this.ensureLineGaps(o?[]:this.lineGaps,e)),
h|=this.computeVisibleRanges(),this.mustEnforceCursorAssoc&&(this.mustEnforceCursorAssoc=!1,e.docView.enforceCursorAssoc()),
h}get visibleTop(){return this.scaler.fromDOM(this.pixelViewport.top)}get visibleBottom(){return this.scaler.fromDOM(this.
pixelViewport.bottom)}getViewport(e,t){let i=.5-Math.max(-.5,Math.min(.5,e/1e3/2)),s=this.heightMap,r=this.heightOracle,
{visibleTop:o,visibleBottom:l}=this,a=new ii(s.lineAt(o-i*1e3,Y.ByHeight,r,0,0).from,s.lineAt(l+(1-i)*1e3,Y.ByHeight,r,0,
0).to);if(t){let{head:h}=t.range;if(h<a.from||h>a.to){let c=Math.min(this.editorHeight,this.pixelViewport.bottom-this.pixelViewport.
top),f=s.lineAt(h,Y.ByPos,r,0,0),u;t.y=="center"?u=(f.top+f.bottom)/2-c/2:t.y=="start"||t.y=="nearest"&&h<a.from?u=f.top:
u=f.bottom-c,a=new ii(s.lineAt(u-1e3/2,Y.ByHeight,r,0,0).from,s.lineAt(u+c+1e3/2,Y.ByHeight,r,0,0).to)}}return a}mapViewport(e,t){
let i=t.mapPos(e.from,-1),s=t.mapPos(e.to,1);return new ii(this.heightMap.lineAt(i,Y.ByPos,this.heightOracle,0,0).from,this.
heightMap.lineAt(s,Y.ByPos,this.heightOracle,0,0).to)}viewportIsAppropriate({from:e,to:t},i=0){if(!this.inView)return!0;
let{top:s}=this.heightMap.lineAt(e,Y.ByPos,this.heightOracle,0,0),{bottom:r}=this.heightMap.lineAt(t,Y.ByPos,this.heightOracle,
0,0),{visibleTop:o,visibleBottom:l}=this;return(e==0||s<=o-Math.max(10,Math.min(-i,250)))&&(t==this.state.doc.length||r>=
l+Math.max(10,Math.min(i,250)))&&s>o-2*1e3&&r<l+2*1e3}mapLineGaps(e,t){if(!e.length||t.empty)return e;let i=[];for(let s of e)
t.touchesRange(s.from,s.to)||i.push(new Ri(t.mapPos(s.from),t.mapPos(s.to),s.size,s.displaySize));return i}ensureLineGaps(e,t){
let i=this.heightOracle.lineWrapping,s=i?1e4:2e3,r=s>>1,o=s<<1;if(this.defaultTextDirection!=U.LTR&&!i)return[];let l=[],
a=(c,f,u,d)=>{if(f-c<r)return;let p=this.state.selection.main,m=[p.from];p.empty||m.push(p.to);for(let b of m)if(b>c&&b<
f){a(c,b-10,u,d),a(b+10,f,u,d);return}let y=Bu(e,b=>b.from>=u.from&&b.to<=u.to&&Math.abs(b.from-c)<r&&Math.abs(b.to-f)<r&&
!m.some(v=>b.from<v&&b.to>v));if(!y){if(f<u.to&&t&&i&&t.visibleRanges.some(g=>g.from<=f&&g.to>=f)){let g=t.moveToLineBoundary(
k.cursor(f),!1,!0).head;g>c&&(f=g)}let b=this.gapSize(u,c,f,d),v=i||b<2e6?b:2e6;y=new Ri(c,f,b,v)}l.push(y)},h=c=>{if(c.
length<o||c.type!=Fe.Text)return;let f=Eu(c.from,c.to,this.stateDeco);if(f.total<o)return;let u=this.scrollTarget?this.scrollTarget.
range.head:null,d,p;if(i){let m=s/this.heightOracle.lineLength*this.heightOracle.lineHeight,y,b;if(u!=null){let v=kn(f,u),
g=((this.visibleBottom-this.visibleTop)/2+m)/c.height;y=v-g,b=v+g}else y=(this.visibleTop-c.top-m)/c.height,b=(this.visibleBottom-
c.top+m)/c.height;d=vn(f,y),p=vn(f,b)}else{let m=f.total*this.heightOracle.charWidth,y=s*this.heightOracle.charWidth,b=0;
if(m>2e6)for(let C of e)C.from>=c.from&&C.from<c.to&&C.size!=C.displaySize&&C.from*this.heightOracle.charWidth+b<this.pixelViewport.
left&&(b=C.size-C.displaySize);let v=this.pixelViewport.left+b,g=this.pixelViewport.right+b,x,w;if(u!=null){let C=kn(f,u),
S=((g-v)/2+y)/m;x=C-S,w=C+S}else x=(v-y)/m,w=(g+y)/m;d=vn(f,x),p=vn(f,w)}d>c.from&&a(c.from,d,c,f),p<c.to&&a(p,c.to,c,f)};
for(let c of this.viewportLines)Array.isArray(c.type)?c.type.forEach(h):h(c);return l}gapSize(e,t,i,s){let r=kn(s,i)-kn(
s,t);return this.heightOracle.lineWrapping?e.height*r:s.total*this.heightOracle.charWidth*r}updateLineGaps(e){Ri.same(e,
this.lineGaps)||(this.lineGaps=e,this.lineGapDeco=j.set(e.map(t=>t.draw(this,this.heightOracle.lineWrapping))))}computeVisibleRanges(e){
let t=this.stateDeco;this.lineGaps.length&&(t=t.concat(this.lineGapDeco));let i=[];_.spans(t,this.viewport.from,this.viewport.
to,{span(r,o){i.push({from:r,to:o})},point(){}},20);let s=0;if(i.length!=this.visibleRanges.length)s=12;else for(let r=0;r<
i.length&&!(s&8);r++){let o=this.visibleRanges[r],l=i[r];(o.from!=l.from||o.to!=l.to)&&(s|=4,e&&e.mapPos(o.from,-1)==l.from&&
e.mapPos(o.to,1)==l.to||(s|=8))}return this.visibleRanges=i,s}lineBlockAt(e){return e>=this.viewport.from&&e<=this.viewport.
to&&this.viewportLines.find(t=>t.from<=e&&t.to>=e)||Ai(this.heightMap.lineAt(e,Y.ByPos,this.heightOracle,0,0),this.scaler)}lineBlockAtHeight(e){
return e>=this.viewportLines[0].top&&e<=this.viewportLines[this.viewportLines.length-1].bottom&&this.viewportLines.find(
t=>t.top<=e&&t.bottom>=e)||Ai(this.heightMap.lineAt(this.scaler.fromDOM(e),Y.ByHeight,this.heightOracle,0,0),this.scaler)}getScrollOffset(){
return this.scrollParent==this.view.scrollDOM?this.scrollParent.scrollTop*this.scaleY:(this.scrollParent?this.scrollParent.
getBoundingClientRect().top:0)-this.view.contentDOM.getBoundingClientRect().top}scrollAnchorAt(e){let t=this.lineBlockAtHeight(
e+12-this.paddingTop);return t.from>=this.viewport.from||this.viewportLines[0].top-e>200?t:this.viewportLines[0]}elementAtHeight(e){
return Ai(this.heightMap.blockAt(this.scaler.fromDOM(e),this.heightOracle,0,0),this.scaler)}get docHeight(){return this.
scaler.toDOM(this.heightMap.height)}get contentHeight(){return this.docHeight+this.paddingTop+this.paddingBottom}},ii=class{constructor(e,t){
this.from=e,this.to=t}};function Eu(n,e,t){let i=[],s=n,r=0;return _.spans(t,n,e,{span(){},point(o,l){o>s&&(i.push({from:s,
to:o}),r+=o-s),s=l}},20),s<e&&(i.push({from:s,to:e}),r+=e-s),{total:r,ranges:i}}function vn({total:n,ranges:e},t){if(t<=
0)return e[0].from;if(t>=1)return e[e.length-1].to;let i=Math.floor(n*t);for(let s=0;;s++){let{from:r,to:o}=e[s],l=o-r;if(i<=
l)return r+i;i-=l}}function kn(n,e){let t=0;for(let{from:i,to:s}of n.ranges){if(e<=s){t+=e-i;break}t+=s-i}return t/n.total}
function Bu(n,e){for(let t of n)if(e(t))return t}var Tr={toDOM(n){return n},fromDOM(n){return n},scale:1,eq(n){return n==
this}};function Kl(n){let e=n.facet(Un).filter(i=>typeof i!="function"),t=n.facet(jr).filter(i=>typeof i!="function");return t.
length&&e.push(_.join(t)),e}var Or=class n{constructor(e,t){this.scale=e,this.viewports=t}static get(e,t,i){let s=0,r=0,
o=0,l=i.map(({from:h,to:c})=>{let f=t.lineAt(h,Y.ByPos,e,0,0).top,u=t.lineAt(c,Y.ByPos,e,0,0).bottom;return s+=u-f,{from:h,
to:c,top:f,bottom:u,domTop:0,domBottom:0}});if(t.height-s<10)return Tr;let a=(7e6-s)/(t.height-s);for(let h of l)h.domTop=
o+(h.top-r)*a,o=h.domBottom=h.domTop+(h.bottom-h.top),r=h.bottom;return new n(a,l)}toDOM(e){for(let t=0,i=0,s=0;;t++){let r=t<
this.viewports.length?this.viewports[t]:null;if(!r||e<r.top)return s+(e-i)*this.scale;if(e<=r.bottom)return r.domTop+(e-
r.top);i=r.bottom,s=r.domBottom}}fromDOM(e){for(let t=0,i=0,s=0;;t++){let r=t<this.viewports.length?this.viewports[t]:null;
if(!r||e<r.domTop)return i+(e-s)/this.scale;if(e<=r.domBottom)return r.top+(e-r.domTop);i=r.bottom,s=r.domBottom}}eq(e){
return e instanceof n?this.scale==e.scale&&this.viewports.length==e.viewports.length&&this.viewports.every((t,i)=>t.from==
e.viewports[i].from&&t.to==e.viewports[i].to):!1}};function Ai(n,e){if(e.scale==1)return n;let t=e.toDOM(n.top),i=e.toDOM(
n.bottom);return new ze(n.from,n.length,t,i-t,Array.isArray(n._content)?n._content.map(s=>Ai(s,e)):n._content)}var Sn=E.
define({combine:n=>n.join(" ")}),Dr=E.define({combine:n=>n.indexOf(!0)>-1}),Er=Le.newName(),Ka=Le.newName(),qa=Le.newName(),
$a={"&light":"."+Ka,"&dark":"."+qa};function Br(n,e,t){return new Le(e,{finish(i){return/&/.test(i)?i.replace(/&\w*/,s=>{
if(s=="&")return n;if(!t||!t[s])throw new RangeError(`Unsupported selector: ${s}`);return t[s]}):n+" "+i}})}var Ru=Br("."+
Er,{"&":{position:"relative !important",boxSizing:"border-box","&.cm-focused":{outline:"1px dotted #212121"},display:"fl\
ex !important",flexDirection:"column"},".cm-scroller":{display:"flex !important",alignItems:"flex-start !important",fontFamily:"\
monospace",lineHeight:1.4,height:"100%",overflowX:"auto",position:"relative",zIndex:0,overflowAnchor:"none"},".cm-conten\
t":{margin:0,flexGrow:2,flexShrink:0,display:"block",whiteSpace:"pre",wordWrap:"normal",boxSizing:"border-box",minHeight:"\
100%",padding:"4px 0",outline:"none","&[contenteditable=true]":{WebkitUserModify:"read-write-plaintext-only"}},".cm-line\
Wrapping":{whiteSpace_fallback:"pre-wrap",whiteSpace:"break-spaces",wordBreak:"break-word",overflowWrap:"anywhere",flexShrink:1},
"&light .cm-content":{caretColor:"black"},"&dark .cm-content":{caretColor:"white"},".cm-line":{display:"block",padding:"\
0 2px 0 6px"},".cm-layer":{userSelect:"none",position:"absolute",left:0,top:0,contain:"size style","& > *":{position:"ab\
solute"}},"&light .cm-selectionBackground":{background:"#d9d9d9"},"&dark .cm-selectionBackground":{background:"#222"},"&\
light.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":{background:"#d7d4f0"},"&dark.cm-focused >\
 .cm-scroller > .cm-selectionLayer .cm-selectionBackground":{background:"#233"},".cm-cursorLayer":{pointerEvents:"none"},
"&.cm-focused > .cm-scroller > .cm-cursorLayer":{animation:"steps(1) cm-blink 1.2s infinite"},"@keyframes cm-blink":{"0%":{},
"50%":{opacity:0},"100%":{}},"@keyframes cm-blink2":{"0%":{},"50%":{opacity:0},"100%":{}},".cm-cursor, .cm-dropCursor":{
borderLeft:"1.2px solid black",marginLeft:"-0.6px",pointerEvents:"none"},".cm-cursor":{display:"none"},"&dark .cm-cursor":{
borderLeftColor:"#ddd"},".cm-selectionHandle":{backgroundColor:"currentColor",width:"1.5px"},".cm-selectionHandle-start:\
:before, .cm-selectionHandle-end::before":{content:'""',backgroundColor:"inherit",borderRadius:"50%",width:"8px",height:"\
8px",position:"absolute",left:"-3.25px"},".cm-selectionHandle-start::before":{top:"-8px"},".cm-selectionHandle-end::befo\
re":{bottom:"-8px"},".cm-dropCursor":{position:"absolute"},"&.cm-focused > .cm-scroller > .cm-cursorLayer .cm-cursor":{display:"\
block"},".cm-iso":{unicodeBidi:"isolate"},".cm-announced":{position:"fixed",top:"-10000px"},"@media print":{".cm-announc\
ed":{display:"none"}},"&light .cm-activeLine":{backgroundColor:"#cceeff44"},"&dark .cm-activeLine":{backgroundColor:"#99\
eeff33"},"&light .cm-specialChar":{color:"red"},"&dark .cm-specialChar":{color:"#f78"},".cm-gutters":{flexShrink:0,display:"\
flex",height:"100%",boxSizing:"border-box",zIndex:200},".cm-gutters-before":{insetInlineStart:0},".cm-gutters-after":{insetInlineEnd:0},
"&light .cm-gutters":{backgroundColor:"#f5f5f5",color:"#6c6c6c",border:"0px solid #ddd","&.cm-gutters-before":{borderRightWidth:"\
1px"},"&.cm-gutters-after":{borderLeftWidth:"1px"}},"&dark .cm-gutters":{backgroundColor:"#333338",color:"#ccc"},".cm-gu\
tter":{display:"flex !important",flexDirection:"column",flexShrink:0,boxSizing:"border-box",minHeight:"100%",overflow:"h\
idden"},".cm-gutterElement":{boxSizing:"border-box"},".cm-lineNumbers .cm-gutterElement":{padding:"0 3px 0 5px",minWidth:"\
20px",textAlign:"right",whiteSpace:"nowrap"},"&light .cm-activeLineGutter":{backgroundColor:"#e2f2ff"},"&dark .cm-active\
LineGutter":{backgroundColor:"#222227"},".cm-panels":{boxSizing:"border-box",position:"sticky",left:0,right:0,zIndex:300},
"&light .cm-panels":{backgroundColor:"#f5f5f5",color:"black"},".cm-panels-top":{top:"0"},".cm-panels-bottom":{bottom:"0"},
"&light .cm-panels-top":{borderBottom:"1px solid #ddd"},"&light .cm-panels-bottom":{borderTop:"1px solid #ddd"},"&dark .\
cm-panels":{backgroundColor:"#333338",color:"white"},".cm-dialog":{padding:"2px 19px 4px 6px",position:"relative","& lab\
el":{fontSize:"80%"}},".cm-dialog-close":{position:"absolute",top:"3px",right:"4px",backgroundColor:"inherit",border:"no\
ne",font:"inherit",fontSize:"14px",padding:"0"},".cm-tab":{display:"inline-block",overflow:"hidden",verticalAlign:"botto\
m"},".cm-widgetBuffer":{verticalAlign:"baseline",height:"1em",width:0,display:"inline"},".cm-placeholder":{color:"#888",
display:"inline-block",verticalAlign:"top",userSelect:"none"},".cm-highlightSpace":{background:"radial-gradient(circle a\
t 50% 55%, #aaa 20%, transparent 0) no-repeat",backgroundSize:".4em",backgroundPosition:"calc(min(50%, 0px)) center"},".\
cm-highlightTab":{backgroundImage:`url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="200" height="2\
0"><path stroke="%23888" stroke-width="1" fill="none" d="M1 10H196L190 5M190 15L196 10M197 4L197 16"/></svg>')`,backgroundSize:"\
auto 100%",backgroundPosition:"right 90%",backgroundRepeat:"no-repeat"},".cm-trailingSpace":{backgroundColor:"#ff332255"},
".cm-button":{verticalAlign:"middle",color:"inherit",fontSize:"70%",padding:".2em 1em",borderRadius:"1px"},"&light .cm-b\
utton":{backgroundImage:"linear-gradient(#eff1f5, #d9d9df)",border:"1px solid #888","&:active":{backgroundImage:"linear-\
gradient(#b4b4b4, #d0d3d6)"}},"&dark .cm-button":{backgroundImage:"linear-gradient(#393939, #111)",border:"1px solid #88\
8","&:active":{backgroundImage:"linear-gradient(#111, #333)"}},".cm-textfield":{verticalAlign:"middle",color:"inherit",fontSize:"\
70%",border:"1px solid silver",padding:".2em .5em"},"&light .cm-textfield":{backgroundColor:"white"},"&dark .cm-textfiel\
d":{border:"1px solid #555",backgroundColor:"inherit"}},$a),Lu={childList:!0,characterData:!0,subtree:!0,attributes:!0,characterDataOldValue:!0},
Gs=T.ie&&T.ie_version<=11,Rr=class{constructor(e){this.view=e,this.active=!1,this.editContext=null,this.selectionRange=new er,
this.selectionChanged=!1,this.delayedFlush=-1,this.resizeTimeout=-1,this.queue=[],this.delayedAndroidKey=null,this.flushingAndroidKey=
-1,this.lastChange=0,this.scrollTargets=[],this.intersection=null,this.resizeScroll=null,this.intersecting=!1,this.gapIntersection=
null,this.gaps=[],this.printQuery=null,this.parentCheck=-1,this.dom=e.contentDOM,this.observer=new MutationObserver(t=>{
for(let i of t)this.queue.push(i);(T.ie&&T.ie_version<=11||T.ios&&e.composing)&&t.some(i=>i.type=="childList"&&i.removedNodes.
length||i.type=="characterData"&&i.oldValue.length>i.target.nodeValue.length)?this.flushSoon():this.flush()}),window.EditContext&&
T.android&&e.constructor.EDIT_CONTEXT!==!1&&!(T.chrome&&T.chrome_version<126)&&(this.editContext=new Lr(e),e.state.facet(
ht)&&(e.contentDOM.editContext=this.editContext.editContext)),Gs&&(this.onCharData=t=>{this.queue.push({target:t.target,
type:"characterData",oldValue:t.prevValue}),this.flushSoon()}),this.onSelectionChange=this.onSelectionChange.bind(this),
this.onResize=this.onResize.bind(this),this.onPrint=this.onPrint.bind(this),this.onScroll=this.onScroll.bind(this),window.
matchMedia&&(this.printQuery=window.matchMedia("print")),typeof ResizeObserver=="function"&&(this.resizeScroll=new ResizeObserver(
()=>{var t;((t=this.view.docView)===null||t===void 0?void 0:t.lastUpdate)<Date.now()-75&&this.onResize()}),this.resizeScroll.
observe(e.scrollDOM)),this.addWindowListeners(this.win=e.win),this.start(),typeof IntersectionObserver=="function"&&(this.
intersection=new IntersectionObserver(t=>{this.parentCheck<0&&(this.parentCheck=setTimeout(this.listenForScroll.bind(this),
1e3)),t.length>0&&t[t.length-1].intersectionRatio>0!=this.intersecting&&(this.intersecting=!this.intersecting,this.intersecting!=
this.view.inView&&this.onScrollChanged(document.createEvent("Event")))},{threshold:[0,.001]}),this.intersection.observe(
this.dom),this.gapIntersection=new IntersectionObserver(t=>{t.length>0&&t[t.length-1].intersectionRatio>0&&this.onScrollChanged(
document.createEvent("Event"))},{})),this.listenForScroll(),this.readSelectionRange()}onScrollChanged(e){this.view.inputState.
runHandlers("scroll",e),this.intersecting&&this.view.measure()}onScroll(e){this.intersecting&&this.flush(this.pendingRecords().
length>0),this.editContext&&this.view.requestMeasure(this.editContext.measureReq),this.onScrollChanged(e)}onResize(){this.
resizeTimeout<0&&(this.resizeTimeout=setTimeout(()=>{this.resizeTimeout=-1,this.view.requestMeasure()},50))}onPrint(e){(e.
type=="change"||!e.type)&&!e.matches||(this.view.viewState.printing=!0,this.view.measure(),setTimeout(()=>{this.view.viewState.
printing=!1,this.view.requestMeasure()},500))}updateGaps(e){if(this.gapIntersection&&(e.length!=this.gaps.length||this.gaps.
some((t,i)=>t!=e[i]))){this.gapIntersection.disconnect();for(let t of e)this.gapIntersection.observe(t);this.gaps=e}}onSelectionChange(e){
let t=this.selectionChanged;if(!this.readSelectionRange()||this.delayedAndroidKey)return;let{view:i}=this,s=this.selectionRange;
if(i.state.facet(ht)?i.root.activeElement!=this.dom:!Mi(this.dom,s))return;let r=s.anchorNode&&i.docView.tile.nearest(s.
anchorNode);if(r&&r.isWidget()&&r.widget.ignoreEvent(e)){t||(this.selectionChanged=!1);return}(T.ie&&T.ie_version<=11||T.
android&&T.chrome)&&!i.state.selection.main.empty&&s.focusNode&&Ti(s.focusNode,s.focusOffset,s.anchorNode,s.anchorOffset)?
this.flushSoon():this.flush(!1)}readSelectionRange(){let{view:e}=this,t=Ii(e.root);if(!t)return!1;let i=T.safari&&e.root.
nodeType==11&&e.root.activeElement==this.dom&&Pu(this.view,t)||t;if(!i||this.selectionRange.eq(i))return!1;let s=Mi(this.
dom,i);return s&&!this.selectionChanged&&e.inputState.lastFocusTime>Date.now()-200&&e.inputState.lastTouchTime<Date.now()-
300&&Mf(this.dom,i)?(this.view.inputState.lastFocusTime=0,e.docView.updateSelection(),!1):(this.selectionRange.setRange(
i),s&&(this.selectionChanged=!0),!0)}setSelectionRange(e,t){this.selectionRange.set(e.node,e.offset,t.node,t.offset),this.
selectionChanged=!1}clearSelectionRange(){this.selectionRange.set(null,0,null,0)}listenForScroll(){this.parentCheck=-1;let e=0,
t=null;for(let i=this.dom;i;)if(he(i))!t&&e<this.scrollTargets.length&&this.scrollTargets[e]==i?e++:t||(t=this.scrollTargets.
slice(0,e)),t&&t.push(i),i=i.assignedSlot||i.parentNode;else if(i.nodeType==11)i=i.host;else break;if(e<this.scrollTargets.
length&&!t&&(t=this.scrollTargets.slice(0,e)),t){for(let i of this.scrollTargets)i.removeEventListener("scroll",this.onScroll);
for(let i of this.scrollTargets=t)i.addEventListener("scroll",this.onScroll)}}ignore(e){if(!this.active)return e();try{return this.
stop(),e()}finally{this.start(),this.clear()}}start(){this.active||(this.observer.observe(this.dom,Lu),Gs&&this.dom.addEventListener(
"DOMCharacterDataModified",this.onCharData),this.active=!0)}stop(){this.active&&(this.active=!1,this.observer.disconnect(),
Gs&&this.dom.removeEventListener("DOMCharacterDataModified",this.onCharData))}clear(){this.processRecords(),this.queue.length=
0,this.selectionChanged=!1}delayAndroidKey(e,t){var i;if(!this.delayedAndroidKey){let s=()=>{let r=this.delayedAndroidKey;
r&&(this.clearDelayedAndroidKey(),this.view.inputState.lastKeyCode=r.keyCode,this.view.inputState.lastKeyTime=Date.now(),
!this.flush()&&r.force&&ri(this.dom,r.key,r.keyCode))};this.flushingAndroidKey=this.view.win.requestAnimationFrame(s)}(!this.
delayedAndroidKey||e=="Enter")&&(this.delayedAndroidKey={key:e,keyCode:t,force:this.lastChange<Date.now()-50||!!(!((i=this.
delayedAndroidKey)===null||i===void 0)&&i.force)})}clearDelayedAndroidKey(){this.win.cancelAnimationFrame(this.flushingAndroidKey),
this.delayedAndroidKey=null,this.flushingAndroidKey=-1}flushSoon(){this.delayedFlush<0&&(this.delayedFlush=this.view.win.
requestAnimationFrame(()=>{this.delayedFlush=-1,this.flush()}))}forceFlush(){this.delayedFlush>=0&&(this.view.win.cancelAnimationFrame(
this.delayedFlush),this.delayedFlush=-1),this.flush()}pendingRecords(){for(let e of this.observer.takeRecords())this.queue.
push(e);return this.queue}processRecords(){let e=this.pendingRecords();e.length&&(this.queue=[]);let t=-1,i=-1,s=!1;for(let r of e){
let o=this.readMutation(r);o&&(o.typeOver&&(s=!0),t==-1?{from:t,to:i}=o:(t=Math.min(o.from,t),i=Math.max(o.to,i)))}return{
from:t,to:i,typeOver:s}}readChange(){let{from:e,to:t,typeOver:i}=this.processRecords(),s=this.selectionChanged&&Mi(this.
dom,this.selectionRange);if(e<0&&!s)return null;e>-1&&(this.lastChange=Date.now()),this.view.inputState.lastFocusTime=0,
this.selectionChanged=!1;let r=new gr(this.view,e,t,i);return this.view.docView.domChanged={newSel:r.newSel?r.newSel.main:
null},r}flush(e=!0){if(this.delayedFlush>=0||this.delayedAndroidKey)return!1;e&&this.readSelectionRange();let t=this.selectionChanged,
i=this.readChange();if(!i)return this.view.requestMeasure(),!1;let s=this.view.state,r=La(this.view,i);return this.view.
state==s&&(i.domChanged||t)&&this.view.update([]),r}readMutation(e){let t=this.view.docView.tile.nearest(e.target);if(!t||
t.isWidget())return null;if(t.markDirty(e.type=="attributes"),e.type=="childList"){let i=ql(t,e.previousSibling||e.target.
previousSibling,-1),s=ql(t,e.nextSibling||e.target.nextSibling,1);return{from:i?t.posAfter(i):t.posAtStart,to:s?t.posBefore(
s):t.posAtEnd,typeOver:!1}}else return e.type=="characterData"?{from:t.posAtStart,to:t.posAtEnd,typeOver:e.target.nodeValue==
e.oldValue}:null}setWindow(e){e!=this.win&&(this.removeWindowListeners(this.win),this.win=e,this.addWindowListeners(this.
win))}addWindowListeners(e){e.addEventListener("resize",this.onResize),this.printQuery?this.printQuery.addEventListener?
this.printQuery.addEventListener("change",this.onPrint):this.printQuery.addListener(this.onPrint):e.addEventListener("be\
foreprint",this.onPrint),e.addEventListener("scroll",this.onScroll),e.document.addEventListener("selectionchange",this.onSelectionChange)}removeWindowListeners(e){
e.removeEventListener("scroll",this.onScroll),e.removeEventListener("resize",this.onResize),this.printQuery?this.printQuery.
removeEventListener?this.printQuery.removeEventListener("change",this.onPrint):this.printQuery.removeListener(this.onPrint):
e.removeEventListener("beforeprint",this.onPrint),e.document.removeEventListener("selectionchange",this.onSelectionChange)}update(e){
this.editContext&&(this.editContext.update(e),e.startState.facet(ht)!=e.state.facet(ht)&&(e.view.contentDOM.editContext=
e.state.facet(ht)?this.editContext.editContext:null))}destroy(){var e,t,i;this.stop(),(e=this.intersection)===null||e===
void 0||e.disconnect(),(t=this.gapIntersection)===null||t===void 0||t.disconnect(),(i=this.resizeScroll)===null||i===void 0||
i.disconnect();for(let s of this.scrollTargets)s.removeEventListener("scroll",this.onScroll);this.removeWindowListeners(
this.win),clearTimeout(this.parentCheck),clearTimeout(this.resizeTimeout),this.win.cancelAnimationFrame(this.delayedFlush),
this.win.cancelAnimationFrame(this.flushingAndroidKey),this.editContext&&(this.view.contentDOM.editContext=null,this.editContext.
destroy())}};function ql(n,e,t){for(;e;){let i=J.get(e);if(i&&i.parent==n)return i;let s=e.parentNode;e=s!=n.dom?s:t>0?e.
nextSibling:e.previousSibling}return null}function $l(n,e){let t=e.startContainer,i=e.startOffset,s=e.endContainer,r=e.endOffset,
o=n.docView.domAtPos(n.state.selection.main.anchor,1);return Ti(o.node,o.offset,s,r)&&([t,i,s,r]=[s,r,t,i]),{anchorNode:t,
anchorOffset:i,focusNode:s,focusOffset:r}}function Pu(n,e){if(e.getComposedRanges){let s=e.getComposedRanges(n.root)[0];
if(s)return $l(n,s)}let t=null;function i(s){s.preventDefault(),s.stopImmediatePropagation(),t=s.getTargetRanges()[0]}return n.
contentDOM.addEventListener("beforeinput",i,!0),n.dom.ownerDocument.execCommand("indent"),n.contentDOM.removeEventListener(
"beforeinput",i,!0),t?$l(n,t):null}var Lr=class{constructor(e){this.from=0,this.to=0,this.pendingContextChange=null,this.
handlers=Object.create(null),this.composing=null,this.resetRange(e.state);let t=this.editContext=new window.EditContext(
{text:e.state.doc.sliceString(this.from,this.to),selectionStart:this.toContextPos(Math.max(this.from,Math.min(this.to,e.
state.selection.main.anchor))),selectionEnd:this.toContextPos(e.state.selection.main.head)});this.handlers.textupdate=i=>{
let s=e.state.selection.main,{anchor:r,head:o}=s,l=this.toEditorPos(i.updateRangeStart),a=this.toEditorPos(i.updateRangeEnd);
e.inputState.composing>=0&&!this.composing&&(this.composing={contextBase:i.updateRangeStart,editorBase:l,drifted:!1});let h=a-
l>i.text.length;l==this.from&&r<this.from?l=r:a==this.to&&r>this.to&&(a=r);let c=Pa(e.state.sliceDoc(l,a),i.text,(h?s.from:
s.to)-l,h?"end":null);if(!c){let u=k.single(this.toEditorPos(i.selectionStart),this.toEditorPos(i.selectionEnd));yr(u,s)||
e.dispatch({selection:u,userEvent:"select"});return}let f={from:c.from+l,to:c.toA+l,insert:W.of(i.text.slice(c.from,c.toB).
split(`
`))};if((T.mac||T.android)&&f.from==o-1&&/^\. ?$/.test(i.text)&&e.contentDOM.getAttribute("autocorrect")=="off"&&(f={from:l,
to:a,insert:W.of([i.text.replace("."," ")])}),this.pendingContextChange=f,!e.state.readOnly){let u=this.to-this.from+(f.
to-f.from+f.insert.length);qr(e,f,k.single(this.toEditorPos(i.selectionStart,u),this.toEditorPos(i.selectionEnd,u)))}this.
pendingContextChange&&(this.revertPending(e.state),this.setSelection(e.state)),f.from<f.to&&!f.insert.length&&e.inputState.
composing>=0&&!/[\\p{Alphabetic}\\p{Number}_]/.test(t.text.slice(Math.max(0,i.updateRangeStart-1),Math.min(t.text.length,
i.updateRangeStart+1)))&&this.handlers.compositionend(i)},this.handlers.characterboundsupdate=i=>{let s=[],r=null;for(let o=this.
toEditorPos(i.rangeStart),l=this.toEditorPos(i.rangeEnd);o<l;o++){let a=e.coordsForChar(o);r=a&&new DOMRect(a.left,a.top,
a.right-a.left,a.bottom-a.top)||r||new DOMRect,s.push(r)}t.updateCharacterBounds(i.rangeStart,s)},this.handlers.textformatupdate=
i=>{let s=[];for(let r of i.getTextFormats()){let o=r.underlineStyle,l=r.underlineThickness;if(!/none/i.test(o)&&!/none/i.
test(l)){let a=this.toEditorPos(r.rangeStart),h=this.toEditorPos(r.rangeEnd);if(a<h){let c=`text-decoration: underline ${/^[a-z]/.
test(o)?o+" ":o=="Dashed"?"dashed ":o=="Squiggle"?"wavy ":""}${/thin/i.test(l)?1:2}px`;s.push(j.mark({attributes:{style:c}}).
range(a,h))}}}e.dispatch({effects:Sa.of(j.set(s))})},this.handlers.compositionstart=()=>{e.inputState.composing<0&&(e.inputState.
composing=0,e.inputState.compositionFirstChange=!0)},this.handlers.compositionend=()=>{if(e.inputState.composing=-1,e.inputState.
compositionFirstChange=null,this.composing){let{drifted:i}=this.composing;this.composing=null,i&&this.reset(e.state)}};for(let i in this.
handlers)t.addEventListener(i,this.handlers[i]);this.measureReq={read:i=>{let s=Ii(i.root);s&&s.rangeCount&&this.editContext.
updateSelectionBounds(s.getRangeAt(0).getBoundingClientRect())}}}applyEdits(e){let t=0,i=!1,s=this.pendingContextChange;
return e.changes.iterChanges((r,o,l,a,h)=>{if(i)return;let c=h.length-(o-r);if(s&&o>=s.to)if(s.from==r&&s.to==o&&s.insert.
eq(h)){s=this.pendingContextChange=null,t+=c,this.to+=c;return}else s=null,this.revertPending(e.state);if(r+=t,o+=t,o<=this.
from)this.from+=c,this.to+=c;else if(r<this.to){if(r<this.from||o>this.to||this.to-this.from+h.length>3e4){i=!0;return}this.
editContext.updateText(this.toContextPos(r),this.toContextPos(o),h.toString()),this.to+=c}t+=c}),s&&!i&&this.revertPending(
e.state),!i}update(e){let t=this.pendingContextChange,i=e.startState.selection.main;this.composing&&(this.composing.drifted||
!e.changes.touchesRange(i.from,i.to)&&e.transactions.some(s=>!s.isUserEvent("input.type")&&s.changes.touchesRange(this.from,
this.to)))?(this.composing.drifted=!0,this.composing.editorBase=e.changes.mapPos(this.composing.editorBase)):!this.applyEdits(
e)||!this.rangeIsValid(e.state)?(this.pendingContextChange=null,this.reset(e.state)):(e.docChanged||e.selectionSet||t)&&
this.setSelection(e.state),(e.geometryChanged||e.docChanged||e.selectionSet)&&e.view.requestMeasure(this.measureReq)}resetRange(e){
let{head:t}=e.selection.main;this.from=Math.max(0,t-1e4),this.to=Math.min(e.doc.length,t+1e4)}reset(e){this.resetRange(e),
this.editContext.updateText(0,this.editContext.text.length,e.doc.sliceString(this.from,this.to)),this.setSelection(e)}revertPending(e){
let t=this.pendingContextChange;this.pendingContextChange=null,this.editContext.updateText(this.toContextPos(t.from),this.
toContextPos(t.from+t.insert.length),e.doc.sliceString(t.from,t.to))}setSelection(e){let{main:t}=e.selection,i=this.toContextPos(
Math.max(this.from,Math.min(this.to,t.anchor))),s=this.toContextPos(t.head);(this.editContext.selectionStart!=i||this.editContext.
selectionEnd!=s)&&this.editContext.updateSelection(i,s)}rangeIsValid(e){let{head:t}=e.selection.main;return!(this.from>0&&
t-this.from<500||this.to<e.doc.length&&this.to-t<500||this.to-this.from>1e4*3)}toEditorPos(e,t=this.to-this.from){e=Math.
min(e,t);let i=this.composing;return i&&i.drifted?i.editorBase+(e-i.contextBase):e+this.from}toContextPos(e){let t=this.
composing;return t&&t.drifted?t.contextBase+(e-t.editorBase):e-this.from}destroy(){for(let e in this.handlers)this.editContext.
removeEventListener(e,this.handlers[e])}},B=class n{get state(){return this.viewState.state}get viewport(){return this.viewState.
viewport}get visibleRanges(){return this.viewState.visibleRanges}get inView(){return this.viewState.inView}get composing(){
return!!this.inputState&&this.inputState.composing>0}get compositionStarted(){return!!this.inputState&&this.inputState.composing>=
0}get root(){return this._root}get win(){return this.dom.ownerDocument.defaultView||window}constructor(e={}){var t;this.
plugins=[],this.pluginMap=new Map,this.editorAttrs={},this.contentAttrs={},this.bidiCache=[],this.destroyed=!1,this.updateState=
2,this.measureScheduled=-1,this.measureRequests=[],this.clearAnnouncement=-1,this.contentDOM=document.createElement("div"),
this.scrollDOM=document.createElement("div"),this.scrollDOM.tabIndex=-1,this.scrollDOM.className="cm-scroller",this.scrollDOM.
appendChild(this.contentDOM),this.announceDOM=document.createElement("div"),this.announceDOM.className="cm-announced",this.
announceDOM.setAttribute("aria-live","polite"),this.dom=document.createElement("div"),this.dom.appendChild(this.announceDOM),
this.dom.appendChild(this.scrollDOM),e.parent&&e.parent.appendChild(this.dom);let{dispatch:i}=e;this.dispatchTransactions=
e.dispatchTransactions||i&&(s=>s.forEach(r=>i(r,this)))||(s=>this.update(s)),this.dispatch=this.dispatch.bind(this),this.
_root=e.root||Af(e.parent)||document,this.viewState=new Wn(this,e.state||ee.create(e)),e.scrollTo&&e.scrollTo.is(bn)&&(this.
viewState.scrollTarget=e.scrollTo.value.clip(this.viewState.state)),this.plugins=this.state.facet(ti).map(s=>new Di(s));
for(let s of this.plugins)s.update(this);this.observer=new Rr(this),this.inputState=new br(this),this.inputState.ensureHandlers(
this.plugins),this.docView=new In(this),this.mountStyles(),this.updateAttrs(),this.updateState=0,this.requestMeasure(),!((t=
document.fonts)===null||t===void 0)&&t.ready&&document.fonts.ready.then(()=>{this.viewState.mustMeasureContent="refresh",
this.requestMeasure()})}dispatch(...e){let t=e.length==1&&e[0]instanceof oe?e:e.length==1&&Array.isArray(e[0])?e[0]:[this.
state.update(...e)];this.dispatchTransactions(t,this)}update(e){if(this.updateState!=0)throw new Error("Calls to EditorV\
iew.update are not allowed while an update is in progress");let t=!1,i=!1,s,r=this.state;for(let u of e){if(u.startState!=
r)throw new RangeError("Trying to update state with a transaction that doesn't start from the previous state.");r=u.state}
if(this.destroyed){this.viewState.state=r;return}let o=this.hasFocus,l=0,a=null;e.some(u=>u.annotation(Va))?(this.inputState.
notifiedFocused=o,l=1):o!=this.inputState.notifiedFocused&&(this.inputState.notifiedFocused=o,a=za(r,o),a||(l=1));let h=this.
observer.delayedAndroidKey,c=null;if(h?(this.observer.clearDelayedAndroidKey(),c=this.observer.readChange(),(c&&!this.state.
doc.eq(r.doc)||!this.state.selection.eq(r.selection))&&(c=null)):this.observer.clear(),r.facet(ee.phrases)!=this.state.facet(
ee.phrases))return this.setState(r);s=Ln.create(this,r,e),s.flags|=l;let f=this.viewState.scrollTarget;try{this.updateState=
2;for(let u of e){if(f&&(f=f.map(u.changes)),u.scrollIntoView){let{main:d}=u.state.selection,{x:p,y:m}=this.state.facet(
n.cursorScrollMargin);f=new Oi(d.empty?d:k.cursor(d.head,d.head>d.anchor?-1:1),"nearest","nearest",m,p)}for(let d of u.effects)
d.is(bn)&&(f=d.value.clip(this.state))}this.viewState.update(s,f),this.bidiCache=Vn.update(this.bidiCache,s.changes),s.empty||
(this.updatePlugins(s),this.inputState.update(s)),t=this.docView.update(s),this.state.facet(Ci)!=this.styleModules&&this.
mountStyles(),i=this.updateAttrs(),this.showAnnouncements(e),this.docView.updateSelection(t,e.some(u=>u.isUserEvent("sel\
ect.pointer")))}finally{this.updateState=0}if(s.startState.facet(Sn)!=s.state.facet(Sn)&&(this.viewState.mustMeasureContent=
!0),(t||i||f||this.viewState.mustEnforceCursorAssoc||this.viewState.mustMeasureContent)&&this.requestMeasure(),t&&this.docViewUpdate(),
!s.empty)for(let u of this.state.facet(sr))try{u(s)}catch(d){fe(this.state,d,"update listener")}(a||c)&&Promise.resolve().
then(()=>{a&&this.state==a.startState&&this.dispatch(a),c&&!La(this,c)&&h.force&&ri(this.contentDOM,h.key,h.keyCode)})}setState(e){
if(this.updateState!=0)throw new Error("Calls to EditorView.setState are not allowed while an update is in progress");if(this.
destroyed){this.viewState.state=e;return}this.updateState=2;let t=this.hasFocus;try{for(let i of this.plugins)i.destroy(
this);this.viewState=new Wn(this,e),this.plugins=e.facet(ti).map(i=>new Di(i)),this.pluginMap.clear();for(let i of this.
plugins)i.update(this);this.docView.destroy(),this.docView=new In(this),this.inputState.ensureHandlers(this.plugins),this.
mountStyles(),this.updateAttrs(),this.bidiCache=[]}finally{this.updateState=0}t&&this.focus(),this.requestMeasure()}updatePlugins(e){
let t=e.startState.facet(ti),i=e.state.facet(ti);if(t!=i){let s=[];for(let r of i){let o=t.indexOf(r);if(o<0)s.push(new Di(
r));else{let l=this.plugins[o];l.mustUpdate=e,s.push(l)}}for(let r of this.plugins)r.mustUpdate!=e&&r.destroy(this);this.
plugins=s,this.pluginMap.clear()}else for(let s of this.plugins)s.mustUpdate=e;for(let s=0;s<this.plugins.length;s++)this.
plugins[s].update(this);t!=i&&this.inputState.ensureHandlers(this.plugins)}docViewUpdate(){for(let e of this.plugins){let t=e.
value;if(t&&t.docViewUpdate)try{t.docViewUpdate(this)}catch(i){fe(this.state,i,"doc view update listener")}}}measure(e=!0){
if(this.destroyed)return;if(this.measureScheduled>-1&&this.win.cancelAnimationFrame(this.measureScheduled),this.observer.
delayedAndroidKey){this.measureScheduled=-1,this.requestMeasure();return}this.measureScheduled=0,e&&this.observer.forceFlush();
let t=null,i=this.viewState.scrollParent,s=this.viewState.getScrollOffset(),{scrollAnchorPos:r,scrollAnchorHeight:o,scaleY:l}=this.
viewState;Math.abs(s-this.viewState.scrollOffset)>1&&(o=-1),this.viewState.scrollAnchorHeight=-1;try{for(let a=0;;a++){if(o<
0){if(la(i||this.win))r=-1,o=this.viewState.heightMap.height/this.viewState.scaleY;else{let p=this.viewState.scrollAnchorAt(
s);r=p.from,o=p.top}l=this.viewState.scaleY}this.updateState=1;let h=this.viewState.measure();if(!h&&!this.measureRequests.
length&&this.viewState.scrollTarget==null)break;if(a>5){console.warn(this.measureRequests.length?"Measure loop restarted\
 more than 5 times":"Viewport failed to stabilize");break}let c=[];h&4||([this.measureRequests,c]=[c,this.measureRequests]);
let f=c.map(p=>{try{return p.read(this)}catch(m){return fe(this.state,m),Ul}}),u=Ln.create(this,this.state,[]),d=!1;u.flags|=
h,t?t.flags|=h:t=u,this.updateState=2,u.empty||(this.updatePlugins(u),this.inputState.update(u),this.updateAttrs(),d=this.
docView.update(u),d&&this.docViewUpdate());for(let p=0;p<c.length;p++)if(f[p]!=Ul)try{let m=c[p];m.write&&m.write(f[p],this)}catch(m){
fe(this.state,m)}if(d&&this.docView.updateSelection(!0),!u.viewportChanged&&this.measureRequests.length==0){if(this.viewState.
editorHeight)if(this.viewState.scrollTarget){this.docView.scrollIntoView(this.viewState.scrollTarget),this.viewState.scrollTarget=
null,o=-1;continue}else{let m=(r<0?this.viewState.heightMap.height:this.viewState.lineBlockAt(r).top)/this.viewState.scaleY-
o/l;if((m>1||m<-1)&&!(T.ios&&this.inputState.lastIOSMomentumScroll>Date.now()-100)&&(i==this.scrollDOM||this.hasFocus||Math.
max(this.inputState.lastWheelEvent,this.inputState.lastTouchTime)>Date.now()-100)){s=s+m,i?r<0?i.scrollTop=i.scrollHeight:
i.scrollTop+=m:this.win.scrollBy(0,m),o=-1;continue}}break}}}finally{this.updateState=0,this.measureScheduled=-1}if(t&&!t.
empty)for(let a of this.state.facet(sr))a(t)}get themeClasses(){return Er+" "+(this.state.facet(Dr)?qa:Ka)+" "+this.state.
facet(Sn)}updateAttrs(){let e=Gl(this,Ca,{class:"cm-editor"+(this.hasFocus?" cm-focused ":" ")+this.themeClasses}),t={spellcheck:"\
false",autocorrect:"off",autocapitalize:"off",writingsuggestions:"false",translate:"no",contenteditable:this.state.facet(
ht)?"true":"false",class:"cm-content",style:`${T.tabSize}: ${this.state.tabSize}`,role:"textbox","aria-multiline":"true"};
this.state.readOnly&&(t["aria-readonly"]="true"),Gl(this,zr,t);let i=this.observer.ignore(()=>{let s=Ml(this.contentDOM,
this.contentAttrs,t),r=Ml(this.dom,this.editorAttrs,e);return s||r});return this.editorAttrs=e,this.contentAttrs=t,i}showAnnouncements(e){
let t=!0;for(let i of e)for(let s of i.effects)if(s.is(n.announce)){t&&(this.announceDOM.textContent="",this.win.clearTimeout(
this.clearAnnouncement),this.clearAnnouncement=this.win.setTimeout(()=>{this.announceDOM.textContent=" "},200),t=!1);let r=this.
announceDOM.appendChild(document.createElement("div"));r.textContent=s.value}}mountStyles(){this.styleModules=this.state.
facet(Ci);let e=this.state.facet(n.cspNonce);Le.mount(this.root,this.styleModules.concat(Ru).reverse(),e?{nonce:e}:void 0)}readMeasured(){
if(this.updateState==2)throw new Error("Reading the editor layout isn't allowed during an update");this.updateState==0&&
this.measureScheduled>-1&&this.measure(!1)}requestMeasure(e){if(this.measureScheduled<0&&(this.measureScheduled=this.win.
requestAnimationFrame(()=>this.measure())),e){if(this.measureRequests.indexOf(e)>-1)return;if(e.key!=null){for(let t=0;t<
this.measureRequests.length;t++)if(this.measureRequests[t].key===e.key){this.measureRequests[t]=e;return}}this.measureRequests.
push(e)}}plugin(e){let t=this.pluginMap.get(e);return(t===void 0||t&&t.plugin!=e)&&this.pluginMap.set(e,t=this.plugins.find(
i=>i.plugin==e)||null),t&&t.update(this).value}get documentTop(){return this.contentDOM.getBoundingClientRect().top+this.
viewState.paddingTop}get documentPadding(){return{top:this.viewState.paddingTop,bottom:this.viewState.paddingBottom}}get scaleX(){
return this.viewState.scaleX}get scaleY(){return this.viewState.scaleY}elementAtHeight(e){return this.readMeasured(),this.
viewState.elementAtHeight(e)}lineBlockAtHeight(e){return this.readMeasured(),this.viewState.lineBlockAtHeight(e)}get viewportLineBlocks(){
return this.viewState.viewportLines}lineBlockAt(e){return this.viewState.lineBlockAt(e)}get contentHeight(){return this.
viewState.contentHeight}moveByChar(e,t,i){return Us(this,e,Rl(this,e,t,i))}moveByGroup(e,t){return Us(this,e,Rl(this,e,t,
i=>iu(this,e.head,i)))}visualLineSide(e,t){return t?k.cursor(e.to,1):k.cursor(e.from,-1)}moveToLineBoundary(e,t,i=!0){return tu(
this,e,t,i)}moveVertically(e,t,i){return Us(this,e,nu(this,e,t,i))}domAtPos(e,t=1){return this.docView.domAtPos(e,t)}posAtDOM(e,t=0){
return this.docView.posFromDOM(e,t)}posAtCoords(e,t=!0){this.readMeasured();let i=dr(this,e,t);return i&&i.pos}posAndSideAtCoords(e,t=!0){
return this.readMeasured(),dr(this,e,t)}coordsAtPos(e,t=1){this.readMeasured();let i=this.state.doc.lineAt(e),s=this.bidiSpans(
i),r=s[Ne.find(s,e-i.from,-1,t)];return i.length&&(e==i.from&&t<0||e==i.to&&t>0)&&r.dir!=this.textDirectionAt(i.from)&&(e==
i.to?(e=i.from+r.from,t=1):(e=i.from+r.to,t=-1)),this.docView.coordsAt(e,t,r.dir==U.RTL)}coordsForChar(e){return this.readMeasured(),
this.docView.coordsForChar(e)}get defaultCharacterWidth(){return this.viewState.heightOracle.charWidth}get defaultLineHeight(){
return this.viewState.heightOracle.lineHeight}get textDirection(){return this.viewState.defaultTextDirection}textDirectionAt(e){
return!this.state.facet(va)||e<this.viewport.from||e>this.viewport.to?this.textDirection:(this.readMeasured(),this.docView.
textDirectionAt(e))}get lineWrapping(){return this.viewState.heightOracle.lineWrapping}bidiSpans(e){if(e.length>Iu)return da(
e.length);let t=this.textDirectionAt(e.from),i;for(let r of this.bidiCache)if(r.from==e.from&&r.dir==t&&(r.fresh||ua(r.isolates,
i=Dl(this,e))))return r.order;i||(i=Dl(this,e));let s=Lf(e.text,t,i);return this.bidiCache.push(new Vn(e.from,e.to,t,i,!0,
s)),s}get hasFocus(){var e;return(this.dom.ownerDocument.hasFocus()||T.safari&&((e=this.inputState)===null||e===void 0?void 0:
e.lastContextMenu)>Date.now()-3e4)&&this.root.activeElement==this.contentDOM}focus(){this.observer.ignore(()=>{oa(this.contentDOM),
this.docView.updateSelection()})}setRoot(e){this._root!=e&&(this._root=e,this.observer.setWindow((e.nodeType==9?e:e.ownerDocument).
defaultView||window),this.mountStyles())}destroy(){this.root.activeElement==this.contentDOM&&this.contentDOM.blur();for(let e of this.
plugins)e.destroy(this);this.plugins=[],this.inputState.destroy(),this.docView.destroy(),this.dom.remove(),this.observer.
destroy(),this.win.clearTimeout(this.clearAnnouncement),this.measureScheduled>-1&&this.win.cancelAnimationFrame(this.measureScheduled),
this.destroyed=!0}static scrollIntoView(e,t={}){var i,s,r,o;return bn.of(new Oi(typeof e=="number"?k.cursor(e):e,(i=t.y)!==
null&&i!==void 0?i:"nearest",(s=t.x)!==null&&s!==void 0?s:"nearest",(r=t.yMargin)!==null&&r!==void 0?r:5,(o=t.xMargin)!==
null&&o!==void 0?o:5))}scrollSnapshot(){let{scrollTop:e,scrollLeft:t}=this.scrollDOM,i=this.viewState.scrollAnchorAt(e);
return bn.of(new Oi(k.cursor(i.from),"start","start",i.top-e,t,!0))}setTabFocusMode(e){e==null?this.inputState.tabFocusMode=
this.inputState.tabFocusMode<0?0:-1:typeof e=="boolean"?this.inputState.tabFocusMode=e?0:-1:this.inputState.tabFocusMode!=
0&&(this.inputState.tabFocusMode=Date.now()+e)}static domEventHandlers(e){return Ce.define(()=>({}),{eventHandlers:e})}static domEventObservers(e){
return Ce.define(()=>({}),{eventObservers:e})}static theme(e,t){let i=Le.newName(),s=[Sn.of(i),Ci.of(Br(`.${i}`,e))];return t&&
t.dark&&s.push(Dr.of(!0)),s}static baseTheme(e){return ot.lowest(Ci.of(Br("."+Er,e,$a)))}static findFromDOM(e){var t;let i=e.
querySelector(".cm-content"),s=i&&J.get(i)||J.get(e);return((t=s?.root)===null||t===void 0?void 0:t.view)||null}};B.styleModule=
Ci;B.inputHandler=xa;B.clipboardInputFilter=Wr;B.clipboardOutputFilter=Vr;B.scrollHandler=ka;B.focusChangeEffect=wa;B.perLineTextDirection=
va;B.exceptionSink=ba;B.updateListener=sr;B.editable=ht;B.mouseSelectionStyle=ya;B.dragMovesSelection=ga;B.clickAddsSelectionRange=
ma;B.decorations=Un;B.blockWrappers=Aa;B.outerDecorations=jr;B.atomicRanges=Fi;B.bidiIsolatedRanges=Ma;B.cursorScrollMargin=
E.define({combine:n=>{let e=5,t=5;for(let i of n)typeof i=="number"?e=t=i:{x:e,y:t}=i;return{x:e,y:t}}});B.scrollMargins=
Oa;B.darkTheme=Dr;B.cspNonce=E.define({combine:n=>n.length?n[0]:""});B.contentAttributes=zr;B.editorAttributes=Ca;B.lineWrapping=
B.contentAttributes.of({class:"cm-lineWrapping"});B.announce=V.define();var Iu=4096,Ul={},Vn=class n{constructor(e,t,i,s,r,o){
this.from=e,this.to=t,this.dir=i,this.isolates=s,this.fresh=r,this.order=o}static update(e,t){if(t.empty&&!e.some(r=>r.fresh))
return e;let i=[],s=e.length?e[e.length-1].dir:U.LTR;for(let r=Math.max(0,e.length-10);r<e.length;r++){let o=e[r];o.dir==
s&&!t.touchesRange(o.from,o.to)&&i.push(new n(t.mapPos(o.from,1),t.mapPos(o.to,-1),o.dir,o.isolates,!1,o.order))}return i}};
function Gl(n,e,t){for(let i=n.state.facet(e),s=i.length-1;s>=0;s--){let r=i[s],o=typeof r=="function"?r(n):r;o&&Nr(o,t)}
return t}var Nu=T.mac?"mac":T.windows?"win":T.linux?"linux":"key";function Fu(n,e){let t=n.split(/-(?!$)/),i=t[t.length-
1];i=="Space"&&(i=" ");let s,r,o,l;for(let a=0;a<t.length-1;++a){let h=t[a];if(/^(cmd|meta|m)$/i.test(h))l=!0;else if(/^a(lt)?$/i.
test(h))s=!0;else if(/^(c|ctrl|control)$/i.test(h))r=!0;else if(/^s(hift)?$/i.test(h))o=!0;else if(/^mod$/i.test(h))e=="\
mac"?l=!0:r=!0;else throw new Error("Unrecognized modifier name: "+h)}return s&&(i="Alt-"+i),r&&(i="Ctrl-"+i),l&&(i="Met\
a-"+i),o&&(i="Shift-"+i),i}function Cn(n,e,t){return e.altKey&&(n="Alt-"+n),e.ctrlKey&&(n="Ctrl-"+n),e.metaKey&&(n="Meta\
-"+n),t!==!1&&e.shiftKey&&(n="Shift-"+n),n}var Hu=ot.default(B.domEventHandlers({keydown(n,e){return ju(Wu(e.state),n,e,
"editor")}})),Hi=E.define({enables:Hu}),_l=new WeakMap;function Wu(n){let e=n.facet(Hi),t=_l.get(e);return t||_l.set(e,t=
zu(e.reduce((i,s)=>i.concat(s),[]))),t}var yt=null,Vu=4e3;function zu(n,e=Nu){let t=Object.create(null),i=Object.create(null),s=(o,l)=>{let a=i[o];if(a==null)i[o]=
l;else if(a!=l)throw new Error("Key binding "+o+" is used both as a regular binding and as a multi-stroke prefix")},r=(o,l,a,h,c)=>{
var f,u;let d=t[o]||(t[o]=Object.create(null)),p=l.split(/ (?!$)/).map(b=>Fu(b,e));for(let b=1;b<p.length;b++){let v=p.slice(
0,b).join(" ");s(v,!0),d[v]||(d[v]={preventDefault:!0,stopPropagation:!1,run:[g=>{let x=yt={view:g,prefix:v,scope:o};return setTimeout(
()=>{yt==x&&(yt=null)},Vu),!0}]})}let m=p.join(" ");s(m,!1);let y=d[m]||(d[m]={preventDefault:!1,stopPropagation:!1,run:((u=
(f=d._any)===null||f===void 0?void 0:f.run)===null||u===void 0?void 0:u.slice())||[]});a&&y.run.push(a),h&&(y.preventDefault=
!0),c&&(y.stopPropagation=!0)};for(let o of n){let l=o.scope?o.scope.split(" "):["editor"];if(o.any)for(let h of l){let c=t[h]||
(t[h]=Object.create(null));c._any||(c._any={preventDefault:!1,stopPropagation:!1,run:[]});let{any:f}=o;for(let u in c)c[u].
run.push(d=>f(d,Pr))}let a=o[e]||o.key;if(a)for(let h of l)r(h,a,o.run,o.preventDefault,o.stopPropagation),o.shift&&r(h,
"Shift-"+a,o.shift,o.preventDefault,o.stopPropagation)}return t}var Pr=null;function ju(n,e,t,i){Pr=e;let s=vl(e),r=rt(s,
0),o=gt(r)==s.length&&s!=" ",l="",a=!1,h=!1,c=!1;yt&&yt.view==t&&yt.scope==i&&(l=yt.prefix+" ",Na.indexOf(e.keyCode)<0&&
(h=!0,yt=null));let f=new Set,u=y=>{if(y){for(let b of y.run)if(!f.has(b)&&(f.add(b),b(t)))return y.stopPropagation&&(c=
!0),!0;y.preventDefault&&(y.stopPropagation&&(c=!0),h=!0)}return!1},d=n[i],p,m;return d&&(u(d[l+Cn(s,e,!o)])?a=!0:o&&(e.
altKey||e.metaKey||e.ctrlKey)&&!(T.windows&&e.ctrlKey&&e.altKey)&&!(T.mac&&e.altKey&&!(e.ctrlKey||e.metaKey))&&(p=at[e.keyCode])&&
p!=s?(u(d[l+Cn(p,e,!0)])||e.shiftKey&&(m=Qt[e.keyCode])!=s&&m!=p&&u(d[l+Cn(m,e,!1)]))&&(a=!0):o&&e.shiftKey&&u(d[l+Cn(s,
e,!0)])&&(a=!0),!a&&u(d._any)&&(a=!0)),h&&(a=!0),a&&c&&e.stopPropagation(),Pr=null,a}var Yl=!T.ios;var Ku=T.gecko&&T.gecko_version==153?"#ffffff01":"transparent",ng=ot.highest(B.theme({".cm-line":{...Yl?{"& ::selection,\
 &::selection":{backgroundColor:`${Ku} !important`}}:{},caretColor:"transparent !important"},".cm-content":{caretColor:"\
transparent !important","& :focus":{caretColor:"initial !important",...Yl?{"&::selection, & ::selection":{backgroundColor:"\
Highlight !important"}}:{}}}}));var sg=/x/.unicode!=null?"gu":"g";var An="-10000px",zn=class{constructor(e,t,i,s){this.facet=t,this.createTooltipView=i,this.removeTooltipView=s,this.input=
e.state.facet(t),this.tooltips=this.input.filter(o=>o);let r=null;this.tooltipViews=this.tooltips.map(o=>r=i(o,r))}update(e,t){
var i;let s=e.state.facet(this.facet),r=s.filter(a=>a);if(s===this.input){for(let a of this.tooltipViews)a.update&&a.update(
e);return!1}let o=[],l=t?[]:null;for(let a=0;a<r.length;a++){let h=r[a],c=-1;if(h){for(let f=0;f<this.tooltips.length;f++){
let u=this.tooltips[f];u&&u.create==h.create&&(c=f)}if(c<0)o[a]=this.createTooltipView(h,a?o[a-1]:null),l&&(l[a]=!!h.above);else{
let f=o[a]=this.tooltipViews[c];l&&(l[a]=t[c]),f.update&&f.update(e)}}}for(let a of this.tooltipViews)o.indexOf(a)<0&&(this.
removeTooltipView(a),(i=a.destroy)===null||i===void 0||i.call(a));return t&&(l.forEach((a,h)=>t[h]=a),t.length=l.length),
this.input=s,this.tooltips=r,this.tooltipViews=o,!0}};function Ua(n){let e=n.dom.ownerDocument.documentElement,t=e.clientWidth,i=getComputedStyle(e);if(!/stable/.test(i.scrollbarGutter||
""))return{left:0,right:t};let s=e.getBoundingClientRect(),r=n.win.scrollX;return{left:Math.max(0,s.left+r-parseFloat(i.
marginLeft)),right:Math.min(t,s.right+r+parseFloat(i.marginRight))}}function qu(n){let{left:e,right:t}=Ua(n);return{top:0,
left:e,right:t,bottom:n.dom.ownerDocument.documentElement.clientHeight}}var _s=E.define({combine:n=>{var e,t,i;return{position:T.
ios?"absolute":((e=n.find(s=>s.position))===null||e===void 0?void 0:e.position)||"fixed",parent:((t=n.find(s=>s.parent))===
null||t===void 0?void 0:t.parent)||null,tooltipSpace:((i=n.find(s=>s.tooltipSpace))===null||i===void 0?void 0:i.tooltipSpace)||
qu}}}),Xl=new WeakMap,$r=Ce.fromClass(class{constructor(n){this.view=n,this.above=[],this.inView=!0,this.madeAbsolute=!1,
this.lastTransaction=0,this.measureTimeout=-1;let e=n.state.facet(_s);this.position=e.position,this.parent=e.parent,this.
classes=n.themeClasses,this.createContainer(),this.measureReq={read:this.readMeasure.bind(this),write:this.writeMeasure.
bind(this),key:this},this.resizeObserver=typeof ResizeObserver=="function"?new ResizeObserver(()=>this.measureSoon()):null,
this.manager=new zn(n,Wi,(t,i)=>this.createTooltip(t,i),t=>{this.resizeObserver&&this.resizeObserver.unobserve(t.dom),t.
dom.remove()}),this.above=this.manager.tooltips.map(t=>!!t.above),this.intersectionObserver=typeof IntersectionObserver==
"function"?new IntersectionObserver(t=>{Date.now()>this.lastTransaction-50&&t.length>0&&t[t.length-1].intersectionRatio<
1&&this.measureSoon()},{threshold:[1]}):null,this.observeIntersection(),n.win.addEventListener("resize",this.measureSoon=
this.measureSoon.bind(this)),this.maybeMeasure()}createContainer(){this.parent?(this.container=document.createElement("d\
iv"),this.container.style.position="relative",this.container.className=this.view.themeClasses,this.parent.appendChild(this.
container)):this.container=this.view.dom}observeIntersection(){if(this.intersectionObserver){this.intersectionObserver.disconnect();
for(let n of this.manager.tooltipViews)this.intersectionObserver.observe(n.dom)}}measureSoon(){this.measureTimeout<0&&(this.
measureTimeout=setTimeout(()=>{this.measureTimeout=-1,this.maybeMeasure()},50))}update(n){n.transactions.length&&(this.lastTransaction=
Date.now());let e=this.manager.update(n,this.above);e&&this.observeIntersection();let t=e||n.geometryChanged,i=n.state.facet(
_s);if(i.position!=this.position&&!this.madeAbsolute){this.position=i.position;for(let s of this.manager.tooltipViews)s.
dom.style.position=this.position;t=!0}if(i.parent!=this.parent){this.parent&&this.container.remove(),this.parent=i.parent,
this.createContainer();for(let s of this.manager.tooltipViews)this.container.appendChild(s.dom);t=!0}else this.parent&&this.
view.themeClasses!=this.classes&&(this.classes=this.container.className=this.view.themeClasses);t&&this.maybeMeasure()}createTooltip(n,e){
let t=n.create(this.view),i=e?e.dom:null;if(t.dom.classList.add("cm-tooltip"),n.arrow&&!t.dom.querySelector(".cm-tooltip\
 > .cm-tooltip-arrow")){let s=document.createElement("div");s.className="cm-tooltip-arrow",t.dom.appendChild(s)}return t.
dom.style.position=this.position,t.dom.style.top=An,t.dom.style.left="0px",this.container.insertBefore(t.dom,i),t.mount&&
t.mount(this.view),this.resizeObserver&&this.resizeObserver.observe(t.dom),t}destroy(){var n,e,t;this.view.win.removeEventListener(
"resize",this.measureSoon);for(let i of this.manager.tooltipViews)i.dom.remove(),(n=i.destroy)===null||n===void 0||n.call(
i);this.parent&&this.container.remove(),(e=this.resizeObserver)===null||e===void 0||e.disconnect(),(t=this.intersectionObserver)===
null||t===void 0||t.disconnect(),clearTimeout(this.measureTimeout)}readMeasure(){let n=1,e=1,t=!1,i=0;if(this.position==
"fixed"&&this.manager.tooltipViews.length){let{dom:o}=this.manager.tooltipViews[0];if(T.safari){let l=o.getBoundingClientRect();
t=Math.abs(l.top+1e4)>1||Math.abs(l.left)>1}else t=!!o.offsetParent&&o.offsetParent!=this.container.ownerDocument.body}if(t||
this.position=="absolute")if(this.parent){let o=this.parent.getBoundingClientRect();o.width&&o.height&&(n=o.width/this.parent.
offsetWidth,e=o.height/this.parent.offsetHeight)}else({scaleX:n,scaleY:e}=this.view.viewState);else i=Ua(this.view).left;
let s=this.view.scrollDOM.getBoundingClientRect(),r=Kr(this.view);return{visible:{left:s.left+r.left,top:s.top+r.top,right:s.
right-r.right,bottom:s.bottom-r.bottom},parent:this.parent?this.container.getBoundingClientRect():this.view.dom.getBoundingClientRect(),
pos:this.manager.tooltips.map((o,l)=>{let a=this.manager.tooltipViews[l];return a.getCoords?a.getCoords(o.pos):this.view.
coordsAtPos(o.pos)}),size:this.manager.tooltipViews.map(({dom:o})=>o.getBoundingClientRect()),space:this.view.state.facet(
_s).tooltipSpace(this.view),scaleX:n,scaleY:e,makeAbsolute:t,fixedLeft:i}}writeMeasure(n){var e;if(n.makeAbsolute){this.
madeAbsolute=!0,this.position="absolute";for(let l of this.manager.tooltipViews)l.dom.style.position="absolute"}let{visible:t,
space:i,scaleX:s,scaleY:r}=n,o=[];for(let l=0;l<this.manager.tooltips.length;l++){let a=this.manager.tooltips[l],h=this.
manager.tooltipViews[l],{dom:c}=h,f=n.pos[l],u=n.size[l];if(!f||a.clip!==!1&&(f.bottom<=Math.max(t.top,i.top)||f.top>=Math.
min(t.bottom,i.bottom)||f.right<Math.max(t.left,i.left)-.1||f.left>Math.min(t.right,i.right)+.1)){c.style.top=An;continue}
let d=a.arrow?h.dom.querySelector(".cm-tooltip-arrow"):null,p=d?7:0,m=u.right-u.left,y=(e=Xl.get(h))!==null&&e!==void 0?
e:u.bottom-u.top,b=h.offset||Uu,v=this.view.textDirection==U.LTR,g=u.width>i.right-i.left?v?i.left:i.right-u.width:v?Math.
max(i.left,Math.min(f.left-(d?14:0)+b.x,i.right-m)):Math.min(Math.max(i.left,f.left-m+(d?14:0)-b.x),i.right-m),x=this.above[l];
!a.strictSide&&(x?f.top-y-p-b.y<i.top:f.bottom+y+p+b.y>i.bottom)&&x==i.bottom-f.bottom>f.top-i.top&&(x=this.above[l]=!x);
let w=(x?f.top-i.top:i.bottom-f.bottom)-p;if(w<y&&h.resize!==!1){if(w<this.view.defaultLineHeight){c.style.top=An;continue}
Xl.set(h,y),c.style.height=(y=w)/r+"px"}else c.style.height&&(c.style.height="");let C=x?f.top-y-p-b.y:f.bottom+p+b.y,S=g+
m;if(h.overlap!==!0)for(let R of o)R.left<S&&R.right>g&&R.top<C+y&&R.bottom>C&&(C=x?R.top-y-2-p:R.bottom+p+2);if(this.position==
"absolute"?(c.style.top=(C-n.parent.top)/r+"px",Jl(c,(g-n.parent.left)/s)):(c.style.top=C/r+"px",Jl(c,(g-n.fixedLeft)/s)),
d){let R=f.left+(v?b.x:-b.x)-(g+14-7);d.style.left=R/s+"px"}h.overlap!==!0&&o.push({left:g,top:C,right:S,bottom:C+y}),c.
classList.toggle("cm-tooltip-above",x),c.classList.toggle("cm-tooltip-below",!x),h.positioned&&h.positioned(n.space)}}maybeMeasure(){
if(this.manager.tooltips.length&&(this.view.inView&&this.view.requestMeasure(this.measureReq),this.inView!=this.view.inView&&
(this.inView=this.view.inView,!this.inView)))for(let n of this.manager.tooltipViews)n.dom.style.top=An}},{eventObservers:{
scroll(){this.maybeMeasure()}}});function Jl(n,e){let t=parseInt(n.style.left,10);(isNaN(t)||Math.abs(e-t)>1)&&(n.style.
left=e+"px")}var $u=B.baseTheme({".cm-tooltip":{zIndex:500,boxSizing:"border-box"},"&light .cm-tooltip":{border:"1px sol\
id #bbb",backgroundColor:"#f5f5f5"},"&light .cm-tooltip-section:not(:first-child)":{borderTop:"1px solid #bbb"},"&dark .\
cm-tooltip":{backgroundColor:"#333338",color:"white"},".cm-tooltip-arrow":{height:"7px",width:"14px",position:"absolute",
zIndex:-1,overflow:"hidden","&:before, &:after":{content:"''",position:"absolute",width:0,height:0,borderLeft:"7px solid\
 transparent",borderRight:"7px solid transparent"},".cm-tooltip-above &":{bottom:"-7px","&:before":{borderTop:"7px solid\
 #bbb"},"&:after":{borderTop:"7px solid #f5f5f5",bottom:"1px"}},".cm-tooltip-below &":{top:"-7px","&:before":{borderBottom:"\
7px solid #bbb"},"&:after":{borderBottom:"7px solid #f5f5f5",top:"1px"}}},"&dark .cm-tooltip .cm-tooltip-arrow":{"&:befo\
re":{borderTopColor:"#333338",borderBottomColor:"#333338"},"&:after":{borderTopColor:"transparent",borderBottomColor:"tr\
ansparent"}}}),Uu={x:0,y:0},Wi=E.define({enables:[$r,$u]}),jn=E.define({combine:n=>n.reduce((e,t)=>e.concat(t),[])}),Kn=class n{static create(e){
return new n(e)}constructor(e){this.view=e,this.mounted=!1,this.dom=document.createElement("div"),this.dom.classList.add(
"cm-tooltip-hover"),this.manager=new zn(e,jn,(t,i)=>this.createHostedView(t,i),t=>t.dom.remove())}createHostedView(e,t){
let i=e.create(this.view);return i.dom.classList.add("cm-tooltip-section"),this.dom.insertBefore(i.dom,t?t.dom.nextSibling:
this.dom.firstChild),this.mounted&&i.mount&&i.mount(this.view),i}mount(e){for(let t of this.manager.tooltipViews)t.mount&&
t.mount(e);this.mounted=!0}positioned(e){for(let t of this.manager.tooltipViews)t.positioned&&t.positioned(e)}update(e){
this.manager.update(e)}destroy(){var e;for(let t of this.manager.tooltipViews)(e=t.destroy)===null||e===void 0||e.call(t)}passProp(e){
let t;for(let i of this.manager.tooltipViews){let s=i[e];if(s!==void 0){if(t===void 0)t=s;else if(t!==s)return}}return t}get offset(){
return this.passProp("offset")}get getCoords(){return this.passProp("getCoords")}get overlap(){return this.passProp("ove\
rlap")}get resize(){return this.passProp("resize")}},Gu=Wi.compute([jn],n=>{let e=n.facet(jn);return e.length===0?null:{
pos:Math.min(...e.map(t=>t.pos)),end:Math.max(...e.map(t=>{var i;return(i=t.end)!==null&&i!==void 0?i:t.pos})),create:Kn.
create,above:e[0].above,arrow:e.some(t=>t.arrow)}}),Ga=E.define(),Ir=class{constructor(e,t,i,s,r,o){this.view=e,this.source=
t,this.field=i,this.locked=s,this.setHover=r,this.hoverTime=o,this.hoverTimeout=-1,this.restartTimeout=-1,this.pending=null,
this.lastMove={x:0,y:0,target:e.dom,time:0},this.checkHover=this.checkHover.bind(this),e.dom.addEventListener("mouseleav\
e",this.mouseleave=this.mouseleave.bind(this)),e.dom.addEventListener("mousemove",this.mousemove=this.mousemove.bind(this))}update(e){
this.pending&&(this.pending=null,clearTimeout(this.restartTimeout),this.restartTimeout=setTimeout(()=>this.startHover(),
20))}get active(){return this.view.state.field(this.field)}checkHover(){if(this.hoverTimeout=-1,this.active.length)return;
let e=Date.now()-this.lastMove.time;e<this.hoverTime?this.hoverTimeout=setTimeout(this.checkHover,this.hoverTime-e):this.
startHover()}startHover(){clearTimeout(this.restartTimeout);let{view:e,lastMove:t}=this,i=e.docView.tile.nearest(t.target);
if(!i)return;let s,r=1;if(i.isWidget())s=i.posAtStart;else{if(s=e.posAtCoords(t),s==null)return;let o=e.coordsAtPos(s);if(!o||
t.y<o.top||t.y>o.bottom||t.x<o.left-e.defaultCharacterWidth||t.x>o.right+e.defaultCharacterWidth)return;let l=e.bidiSpans(
e.state.doc.lineAt(s)).find(h=>h.from<=s&&h.to>=s),a=l&&l.dir==U.RTL?-1:1;r=t.x<o.left?-a:a}this.activateHover(e,s,r)}activateHover(e,t,i,s){
let r=this.source(e,t,i),o=l=>{if(l&&!(Array.isArray(l)&&!l.length)){let a=Array.isArray(l)?l:[l];s&&this.locked.set(a,s),
e.dispatch({effects:this.setHover.of(a)})}};if(r&&"then"in r){let l=this.pending={pos:t};r.then(a=>{this.pending==l&&(this.
pending=null,o(a))},a=>fe(e.state,a,"hover tooltip"))}else o(r)}get tooltip(){let e=this.view.plugin($r),t=e?e.manager.tooltips.
findIndex(i=>i.create==Kn.create):-1;return t>-1?e.manager.tooltipViews[t]:null}mousemove(e){var t,i;this.lastMove={x:e.
clientX,y:e.clientY,target:e.target,time:Date.now()},this.hoverTimeout<0&&(this.hoverTimeout=setTimeout(this.checkHover,
this.hoverTime));let{active:s,tooltip:r}=this;if(s.length&&!this.locked.has(s)&&r&&!_u(r.dom,e)||this.pending){let{pos:o}=s[0]||
this.pending,l=(i=(t=s[0])===null||t===void 0?void 0:t.end)!==null&&i!==void 0?i:o;(o==l?this.view.posAtCoords(this.lastMove)!=
o:!Yu(this.view,o,l,e.clientX,e.clientY))&&(this.view.dispatch({effects:this.setHover.of([])}),this.pending=null)}}mouseleave(e){
clearTimeout(this.hoverTimeout),this.hoverTimeout=-1;let{active:t}=this;if(t.length&&!this.locked.has(t)){let{tooltip:i}=this;
i&&i.dom.contains(e.relatedTarget)?this.watchTooltipLeave(i.dom):this.view.dispatch({effects:this.setHover.of([])})}}watchTooltipLeave(e){
let t=i=>{e.removeEventListener("mouseleave",t);let{active:s}=this;s.length&&!this.locked.has(s)&&!this.view.dom.contains(
i.relatedTarget)&&this.view.dispatch({effects:this.setHover.of([])})};e.addEventListener("mouseleave",t)}destroy(){clearTimeout(
this.hoverTimeout),clearTimeout(this.restartTimeout),this.view.dom.removeEventListener("mouseleave",this.mouseleave),this.
view.dom.removeEventListener("mousemove",this.mousemove)}},Mn=4;function _u(n,e){let{left:t,right:i,top:s,bottom:r}=n.getBoundingClientRect(),
o;if(o=n.querySelector(".cm-tooltip-arrow")){let l=o.getBoundingClientRect();s=Math.min(l.top,s),r=Math.max(l.bottom,r)}
return e.clientX>=t-Mn&&e.clientX<=i+Mn&&e.clientY>=s-Mn&&e.clientY<=r+Mn}function Yu(n,e,t,i,s,r){let o=n.scrollDOM.getBoundingClientRect(),
l=n.documentTop+n.documentPadding.top+n.contentHeight;if(o.left>i||o.right<i||o.top>s||Math.min(o.bottom,l)<s)return!1;let a=n.
posAtCoords({x:i,y:s},!1);return a>=e&&a<=t}function _a(n,e={}){let t=V.define(),i=new WeakMap,s=me.define({create(){return[]},
update(o,l){let a=i.get(o);if(o.length&&(e.hideOnChange&&(l.docChanged||l.selection)?o=[]:a&&a(l)?o=[]:e.hideOn&&(o=o.filter(
h=>!e.hideOn(l,h)))),l.docChanged&&o.length){let h=[];for(let c of o){let f=l.changes.mapPos(c.pos,-1,pe.TrackDel);if(f!=
null){let u=Object.assign(Object.create(null),c);u.pos=f,u.end!=null&&(u.end=l.changes.mapPos(u.end)),h.push(u)}}o=h}for(let h of l.
effects)h.is(t)&&(o=h.value,a=void 0),(h.is(Xu)&&!h.value||h.value==s)&&(o=[]);return o.length&&a&&i.set(o,a),o},provide:o=>jn.
from(o)}),r=Ce.define(o=>new Ir(o,n,s,i,t,e.hoverTime||300));return{active:s,extension:[s,r,Ga.of(r),Gu]}}function Ya(n,e,t,i={}){
var s;let r=n.state.facet(Ga).map(o=>n.plugin(o)).filter(o=>!!o);if(i.tooltip&&i.tooltip.active){let o=r.find(l=>l.field==
i.tooltip.active);o&&(r=[o])}for(let o of r)o.activateHover(n,e,t,(s=i.until)!==null&&s!==void 0?s:(()=>!1))}function Ur(n,e){
let t=n.plugin($r);if(!t)return null;let i=t.manager.tooltips.indexOf(e);return i<0?null:t.manager.tooltipViews[i]}var Xu=V.define();var Zl=E.define({combine(n){let e,t;for(let i of n)e=e||i.topContainer,t=t||i.bottomContainer;return{topContainer:e,bottomContainer:t}}});function Xa(n,e){let t=n.plugin(Ja),i=t?t.specs.indexOf(e):-1;return i>-1?t.panels[i]:null}var Ja=Ce.fromClass(class{constructor(n){
this.input=n.state.facet(qn),this.specs=this.input.filter(t=>t),this.panels=this.specs.map(t=>t(n));let e=n.state.facet(
Zl);this.top=new ni(n,!0,e.topContainer),this.bottom=new ni(n,!1,e.bottomContainer),this.top.sync(this.panels.filter(t=>t.
top)),this.bottom.sync(this.panels.filter(t=>!t.top));for(let t of this.panels)t.dom.classList.add("cm-panel"),t.mount&&
t.mount()}update(n){let e=n.state.facet(Zl);this.top.container!=e.topContainer&&(this.top.sync([]),this.top=new ni(n.view,
!0,e.topContainer)),this.bottom.container!=e.bottomContainer&&(this.bottom.sync([]),this.bottom=new ni(n.view,!1,e.bottomContainer)),
this.top.syncClasses(),this.bottom.syncClasses();let t=n.state.facet(qn);if(t!=this.input){let i=t.filter(a=>a),s=[],r=[],
o=[],l=[];for(let a of i){let h=this.specs.indexOf(a),c;h<0?(c=a(n.view),l.push(c)):(c=this.panels[h],c.update&&c.update(
n)),s.push(c),(c.top?r:o).push(c)}this.specs=i,this.panels=s,this.top.sync(r),this.bottom.sync(o);for(let a of l)a.dom.classList.
add("cm-panel"),a.mount&&a.mount()}else for(let i of this.panels)i.update&&i.update(n)}destroy(){this.top.sync([]),this.
bottom.sync([])}},{provide:n=>B.scrollMargins.of(e=>{let t=e.plugin(n);return t&&{top:t.top.scrollMargin(),bottom:t.bottom.
scrollMargin()}})}),ni=class{constructor(e,t,i){this.view=e,this.top=t,this.container=i,this.dom=void 0,this.classes="",
this.panels=[],this.syncClasses()}sync(e){for(let t of this.panels)t.destroy&&e.indexOf(t)<0&&t.destroy();this.panels=e,
this.syncDOM()}syncDOM(){if(this.panels.length==0){this.dom&&(this.dom.remove(),this.dom=void 0);return}if(!this.dom){this.
dom=document.createElement("div"),this.dom.className=this.top?"cm-panels cm-panels-top":"cm-panels cm-panels-bottom";let t=this.
container||this.view.dom;t.insertBefore(this.dom,this.top?t.firstChild:null)}let e=this.dom.firstChild;for(let t of this.
panels)if(t.dom.parentNode==this.dom){for(;e!=t.dom;)e=Ql(e);e=e.nextSibling}else this.dom.insertBefore(t.dom,e);for(;e;)
e=Ql(e)}scrollMargin(){return!this.dom||this.container?0:Math.max(0,this.top?this.dom.getBoundingClientRect().bottom-Math.
max(0,this.view.scrollDOM.getBoundingClientRect().top):Math.min(innerHeight,this.view.scrollDOM.getBoundingClientRect().
bottom)-this.dom.getBoundingClientRect().top)}syncClasses(){if(!(!this.container||this.classes==this.view.themeClasses)){
for(let e of this.classes.split(" "))e&&this.container.classList.remove(e);for(let e of(this.classes=this.view.themeClasses).
split(" "))e&&this.container.classList.add(e)}}};function Ql(n){let e=n.nextSibling;return n.remove(),e}var qn=E.define(
{enables:Ja});var Qe=class extends Re{compare(e){return this==e||this.constructor==e.constructor&&this.eq(e)}eq(e){return!1}destroy(e){}};
Qe.prototype.elementClass="";Qe.prototype.toDOM=void 0;Qe.prototype.mapMode=pe.TrackBefore;Qe.prototype.startSide=Qe.prototype.
endSide=-1;Qe.prototype.point=!0;var Ju=0,Vi=class{constructor(e,t){this.from=e,this.to=t}},N=class{constructor(e={}){this.id=Ju++,this.perNode=!!e.perNode,
this.deserialize=e.deserialize||(()=>{throw new Error("This node type doesn't define a deserialize function")}),this.combine=
e.combine||null}add(e){if(this.perNode)throw new RangeError("Can't add per-node props to node types");return typeof e!="\
function"&&(e=we.match(e)),t=>{let i=e(t);return i===void 0?null:[this,i]}}};N.closedBy=new N({deserialize:n=>n.split(" ")});
N.openedBy=new N({deserialize:n=>n.split(" ")});N.group=new N({deserialize:n=>n.split(" ")});N.isolate=new N({deserialize:n=>{
if(n&&n!="rtl"&&n!="ltr"&&n!="auto")throw new RangeError("Invalid value for isolate: "+n);return n||"auto"}});N.contextHash=
new N({perNode:!0});N.lookAhead=new N({perNode:!0});N.mounted=new N({perNode:!0});var Ht=class{constructor(e,t,i,s=!1){this.
tree=e,this.overlay=t,this.parser=i,this.bracketed=s}static get(e){return e&&e.props&&e.props[N.mounted.id]}},Zu=Object.
create(null),we=class n{constructor(e,t,i,s=0){this.name=e,this.props=t,this.id=i,this.flags=s}static define(e){let t=e.
props&&e.props.length?Object.create(null):Zu,i=(e.top?1:0)|(e.skipped?2:0)|(e.error?4:0)|(e.name==null?8:0),s=new n(e.name||
"",t,e.id,i);if(e.props){for(let r of e.props)if(Array.isArray(r)||(r=r(s)),r){if(r[0].perNode)throw new RangeError("Can\
't store a per-node prop on a node type");t[r[0].id]=r[1]}}return s}prop(e){return this.props[e.id]}get isTop(){return(this.
flags&1)>0}get isSkipped(){return(this.flags&2)>0}get isError(){return(this.flags&4)>0}get isAnonymous(){return(this.flags&
8)>0}is(e){if(typeof e=="string"){if(this.name==e)return!0;let t=this.prop(N.group);return t?t.indexOf(e)>-1:!1}return this.
id==e}static match(e){let t=Object.create(null);for(let i in e)for(let s of i.split(" "))t[s]=e[i];return i=>{for(let s=i.
prop(N.group),r=-1;r<(s?s.length:0);r++){let o=t[r<0?i.name:s[r]];if(o)return o}}}};we.none=new we("",Object.create(null),
0,8);var Xn=class n{constructor(e){this.types=e;for(let t=0;t<e.length;t++)if(e[t].id!=t)throw new RangeError("Node type\
 ids should correspond to array positions when creating a node set")}extend(...e){let t=[];for(let i of this.types){let s=null;
for(let r of e){let o=r(i);if(o){s||(s=Object.assign({},i.props));let l=o[1],a=o[0];a.combine&&a.id in s&&(l=a.combine(s[a.
id],l)),s[a.id]=l}}t.push(s?new we(i.name,s,i.id,i.flags):i)}return new n(t)}},_n=new WeakMap,Za=new WeakMap,te;(function(n){
n[n.ExcludeBuffers=1]="ExcludeBuffers",n[n.IncludeAnonymous=2]="IncludeAnonymous",n[n.IgnoreMounts=4]="IgnoreMounts",n[n.
IgnoreOverlays=8]="IgnoreOverlays",n[n.EnterBracketed=16]="EnterBracketed"})(te||(te={}));var Z=class n{constructor(e,t,i,s,r){
if(this.type=e,this.children=t,this.positions=i,this.length=s,this.props=null,r&&r.length){this.props=Object.create(null);
for(let[o,l]of r)this.props[typeof o=="number"?o:o.id]=l}}toString(){let e=Ht.get(this);if(e&&!e.overlay)return e.tree.toString();
let t="";for(let i of this.children){let s=i.toString();s&&(t&&(t+=","),t+=s)}return this.type.name?(/\W/.test(this.type.
name)&&!this.type.isError?JSON.stringify(this.type.name):this.type.name)+(t.length?"("+t+")":""):t}cursor(e=0){return new Ki(
this.topNode,e)}cursorAt(e,t=0,i=0){let s=_n.get(this)||this.topNode,r=new Ki(s);return r.moveTo(e,t),_n.set(this,r._tree),
r}get topNode(){return new et(this,0,0,null)}resolve(e,t=0){let i=zi(_n.get(this)||this.topNode,e,t,!1);return _n.set(this,
i),i}resolveInner(e,t=0){let i=zi(Za.get(this)||this.topNode,e,t,!0);return Za.set(this,i),i}resolveStack(e,t=0){return Qu(
this,e,t)}iterate(e){let{enter:t,leave:i,from:s=0,to:r=this.length}=e,o=e.mode||0,l=(o&te.IncludeAnonymous)>0;for(let a=this.
cursor(o|te.IncludeAnonymous);;){let h=!1;if(a.from<=r&&a.to>=s&&(!l&&a.type.isAnonymous||t(a)!==!1)){if(a.firstChild())
continue;h=!0}for(;h&&i&&(l||!a.type.isAnonymous)&&i(a),!a.nextSibling();){if(!a.parent())return;h=!0}}}prop(e){return e.
perNode?this.props?this.props[e.id]:void 0:this.type.prop(e)}get propValues(){let e=[];if(this.props)for(let t in this.props)
e.push([+t,this.props[t]]);return e}balance(e={}){return this.children.length<=8?this:Qr(we.none,this.children,this.positions,
0,this.children.length,0,this.length,(t,i,s)=>new n(this.type,t,i,s,this.propValues),e.makeTree||((t,i,s)=>new n(we.none,
t,i,s)))}static build(e){return ed(e)}};Z.empty=new Z(we.none,[],[],0);var Gr=class n{constructor(e,t){this.buffer=e,this.
index=t}get id(){return this.buffer[this.index-4]}get start(){return this.buffer[this.index-3]}get end(){return this.buffer[this.
index-2]}get size(){return this.buffer[this.index-1]}get pos(){return this.index}next(){this.index-=4}fork(){return new n(
this.buffer,this.index)}},vt=class n{constructor(e,t,i){this.buffer=e,this.length=t,this.set=i}get type(){return we.none}toString(){
let e=[];for(let t=0;t<this.buffer.length;)e.push(this.childString(t)),t=this.buffer[t+3];return e.join(",")}childString(e){
let t=this.buffer[e],i=this.buffer[e+3],s=this.set.types[t],r=s.name;if(/\W/.test(r)&&!s.isError&&(r=JSON.stringify(r)),
e+=4,i==e)return r;let o=[];for(;e<i;)o.push(this.childString(e)),e=this.buffer[e+3];return r+"("+o.join(",")+")"}findChild(e,t,i,s,r){
let{buffer:o}=this,l=-1;for(let a=e;a!=t&&!(th(r,s,o[a+1],o[a+2])&&(l=a,i>0));a=o[a+3]);return l}slice(e,t,i){let s=this.
buffer,r=new Uint16Array(t-e),o=0;for(let l=e,a=0;l<t;){r[a++]=s[l++],r[a++]=s[l++]-i;let h=r[a++]=s[l++]-i;r[a++]=s[l++]-
e,o=Math.max(o,h)}return new n(r,o,this.set)}};function th(n,e,t,i){switch(n){case-2:return t<e;case-1:return i>=e&&t<e;case 0:
return t<e&&i>e;case 1:return t<=e&&i>e;case 2:return i>e;case 4:return!0}}function zi(n,e,t,i){for(var s;n.from==n.to||
(t<1?n.from>=e:n.from>e)||(t>-1?n.to<=e:n.to<e);){let o=!i&&n instanceof et&&n.index<0?null:n.parent;if(!o)return n;n=o}
let r=i?0:te.IgnoreOverlays;if(i)for(let o=n,l=o.parent;l;o=l,l=o.parent)o instanceof et&&o.index<0&&((s=l.enter(e,t,r))===
null||s===void 0?void 0:s.from)!=o.from&&(n=l);for(;;){let o=n.enter(e,t,r);if(!o)return n;n=o}}var Jn=class{cursor(e=0){
return new Ki(this,e)}getChild(e,t=null,i=null){let s=Qa(this,e,t,i);return s.length?s[0]:null}getChildren(e,t=null,i=null){
return Qa(this,e,t,i)}resolve(e,t=0){return zi(this,e,t,!1)}resolveInner(e,t=0){return zi(this,e,t,!0)}matchContext(e){return _r(
this.parent,e)}enterUnfinishedNodesBefore(e){let t=this.childBefore(e),i=this;for(;t;){let s=t.lastChild;if(!s||s.to!=t.
to)break;s.type.isError&&s.from==s.to?(i=t,t=s.prevSibling):t=s}return i}get node(){return this}get next(){return this.parent}},
et=class n extends Jn{constructor(e,t,i,s){super(),this._tree=e,this.from=t,this.index=i,this._parent=s}get type(){return this.
_tree.type}get name(){return this._tree.type.name}get to(){return this.from+this._tree.length}nextChild(e,t,i,s,r=0){for(let o=this;;){
for(let{children:l,positions:a}=o._tree,h=t>0?l.length:-1;e!=h;e+=t){let c=l[e],f=a[e]+o.from,u;if(!(!(r&te.EnterBracketed&&
c instanceof Z&&(u=Ht.get(c))&&!u.overlay&&u.bracketed&&i>=f&&i<=f+c.length)&&!th(s,i,f,f+c.length))){if(c instanceof vt){
if(r&te.ExcludeBuffers)continue;let d=c.findChild(0,c.buffer.length,t,i-f,s);if(d>-1)return new ji(new Yr(o,c,e,f),null,
d)}else if(r&te.IncludeAnonymous||!c.type.isAnonymous||Zr(c)){let d;if(!(r&te.IgnoreMounts)&&(d=Ht.get(c))&&!d.overlay)return new n(
d.tree,f,e,o);let p=new n(c,f,e,o);return r&te.IncludeAnonymous||!p.type.isAnonymous?p:p.nextChild(t<0?c.children.length-
1:0,t,i,s,r)}}}if(r&te.IncludeAnonymous||!o.type.isAnonymous||(o.index>=0?e=o.index+t:e=t<0?-1:o._parent._tree.children.
length,o=o._parent,!o))return null}}get firstChild(){return this.nextChild(0,1,0,4)}get lastChild(){return this.nextChild(
this._tree.children.length-1,-1,0,4)}childAfter(e){return this.nextChild(0,1,e,2)}childBefore(e){return this.nextChild(this.
_tree.children.length-1,-1,e,-2)}prop(e){return this._tree.prop(e)}enter(e,t,i=0){let s;if(!(i&te.IgnoreOverlays)&&(s=Ht.
get(this._tree))&&s.overlay){let r=e-this.from,o=i&te.EnterBracketed&&s.bracketed;for(let{from:l,to:a}of s.overlay)if((t>
0||o?l<=r:l<r)&&(t<0||o?a>=r:a>r))return new n(s.tree,s.overlay[0].from+this.from,-1,this)}return this.nextChild(0,1,e,t,
i)}nextSignificantParent(){let e=this;for(;e.type.isAnonymous&&e._parent;)e=e._parent;return e}get parent(){return this.
_parent?this._parent.nextSignificantParent():null}get nextSibling(){return this._parent&&this.index>=0?this._parent.nextChild(
this.index+1,1,0,4):null}get prevSibling(){return this._parent&&this.index>=0?this._parent.nextChild(this.index-1,-1,0,4):
null}get tree(){return this._tree}toTree(){return this._tree}toString(){return this._tree.toString()}};function Qa(n,e,t,i){
let s=n.cursor(),r=[];if(!s.firstChild())return r;if(t!=null){for(let o=!1;!o;)if(o=s.type.is(t),!s.nextSibling())return r}
for(;;){if(i!=null&&s.type.is(i))return r;if(s.type.is(e)&&r.push(s.node),!s.nextSibling())return i==null?r:[]}}function _r(n,e,t=e.
length-1){for(let i=n;t>=0;i=i.parent){if(!i)return!1;if(!i.type.isAnonymous){if(e[t]&&e[t]!=i.name)return!1;t--}}return!0}
var Yr=class{constructor(e,t,i,s){this.parent=e,this.buffer=t,this.index=i,this.start=s}},ji=class n extends Jn{get name(){
return this.type.name}get from(){return this.context.start+this.context.buffer.buffer[this.index+1]}get to(){return this.
context.start+this.context.buffer.buffer[this.index+2]}constructor(e,t,i){super(),this.context=e,this._parent=t,this.index=
i,this.type=e.buffer.set.types[e.buffer.buffer[i]]}child(e,t,i){let{buffer:s}=this.context,r=s.findChild(this.index+4,s.
buffer[this.index+3],e,t-this.context.start,i);return r<0?null:new n(this.context,this,r)}get firstChild(){return this.child(
1,0,4)}get lastChild(){return this.child(-1,0,4)}childAfter(e){return this.child(1,e,2)}childBefore(e){return this.child(
-1,e,-2)}prop(e){return this.type.prop(e)}enter(e,t,i=0){if(i&te.ExcludeBuffers)return null;let{buffer:s}=this.context,r=s.
findChild(this.index+4,s.buffer[this.index+3],t>0?1:-1,e-this.context.start,t);return r<0?null:new n(this.context,this,r)}get parent(){
return this._parent||this.context.parent.nextSignificantParent()}externalSibling(e){return this._parent?null:this.context.
parent.nextChild(this.context.index+e,e,0,4)}get nextSibling(){let{buffer:e}=this.context,t=e.buffer[this.index+3];return t<
(this._parent?e.buffer[this._parent.index+3]:e.buffer.length)?new n(this.context,this._parent,t):this.externalSibling(1)}get prevSibling(){
let{buffer:e}=this.context,t=this._parent?this._parent.index+4:0;return this.index==t?this.externalSibling(-1):new n(this.
context,this._parent,e.findChild(t,this.index,-1,0,4))}get tree(){return null}toTree(){let e=[],t=[],{buffer:i}=this.context,
s=this.index+4,r=i.buffer[this.index+3];if(r>s){let o=i.buffer[this.index+1];e.push(i.slice(s,r,o)),t.push(0)}return new Z(
this.type,e,t,this.to-this.from)}toString(){return this.context.buffer.childString(this.index)}};function ih(n){if(!n.length)
return null;let e=0,t=n[0];for(let r=1;r<n.length;r++){let o=n[r];(o.from>t.from||o.to<t.to)&&(t=o,e=r)}let i=t instanceof
et&&t.index<0?null:t.parent,s=n.slice();return i?s[e]=i:s.splice(e,1),new Xr(s,t)}var Xr=class{constructor(e,t){this.heads=
e,this.node=t}get next(){return ih(this.heads)}};function Qu(n,e,t){let i=n.resolveInner(e,t),s=null;for(let r=i instanceof
et?i:i.context.parent;r;r=r.parent)if(r.index<0){let o=r.parent;(s||(s=[i])).push(o.resolve(e,t)),r=o}else{let o=Ht.get(
r.tree);if(o&&o.overlay&&o.overlay[0].from<=e&&o.overlay[o.overlay.length-1].to>=e){let l=new et(o.tree,o.overlay[0].from+
r.from,-1,r);(s||(s=[i])).push(zi(l,e,t,!1))}}return s?ih(s):i}var Ki=class{get name(){return this.type.name}constructor(e,t=0){
if(this.buffer=null,this.stack=[],this.index=0,this.bufferNode=null,this.mode=t&~te.EnterBracketed,e instanceof et)this.
yieldNode(e);else{this._tree=e.context.parent,this.buffer=e.context;for(let i=e._parent;i;i=i._parent)this.stack.unshift(
i.index);this.bufferNode=e,this.yieldBuf(e.index)}}yieldNode(e){return e?(this._tree=e,this.type=e.type,this.from=e.from,
this.to=e.to,!0):!1}yieldBuf(e,t){this.index=e;let{start:i,buffer:s}=this.buffer;return this.type=t||s.set.types[s.buffer[e]],
this.from=i+s.buffer[e+1],this.to=i+s.buffer[e+2],!0}yield(e){return e?e instanceof et?(this.buffer=null,this.yieldNode(
e)):(this.buffer=e.context,this.yieldBuf(e.index,e.type)):!1}toString(){return this.buffer?this.buffer.buffer.childString(
this.index):this._tree.toString()}enterChild(e,t,i){if(!this.buffer)return this.yield(this._tree.nextChild(e<0?this._tree.
_tree.children.length-1:0,e,t,i,this.mode));let{buffer:s}=this.buffer,r=s.findChild(this.index+4,s.buffer[this.index+3],
e,t-this.buffer.start,i);return r<0?!1:(this.stack.push(this.index),this.yieldBuf(r))}firstChild(){return this.enterChild(
1,0,4)}lastChild(){return this.enterChild(-1,0,4)}childAfter(e){return this.enterChild(1,e,2)}childBefore(e){return this.
enterChild(-1,e,-2)}enter(e,t,i=this.mode){return this.buffer?i&te.ExcludeBuffers?!1:this.enterChild(1,e,t):this.yield(this.
_tree.enter(e,t,i))}parent(){if(!this.buffer)return this.yieldNode(this.mode&te.IncludeAnonymous?this._tree._parent:this.
_tree.parent);if(this.stack.length)return this.yieldBuf(this.stack.pop());let e=this.mode&te.IncludeAnonymous?this.buffer.
parent:this.buffer.parent.nextSignificantParent();return this.buffer=null,this.yieldNode(e)}sibling(e){if(!this.buffer)return this.
_tree._parent?this.yield(this._tree.index<0?null:this._tree._parent.nextChild(this._tree.index+e,e,0,4,this.mode)):!1;let{
buffer:t}=this.buffer,i=this.stack.length-1;if(e<0){let s=i<0?0:this.stack[i]+4;if(this.index!=s)return this.yieldBuf(t.
findChild(s,this.index,-1,0,4))}else{let s=t.buffer[this.index+3];if(s<(i<0?t.buffer.length:t.buffer[this.stack[i]+3]))return this.
yieldBuf(s)}return i<0?this.yield(this.buffer.parent.nextChild(this.buffer.index+e,e,0,4,this.mode)):!1}nextSibling(){return this.
sibling(1)}prevSibling(){return this.sibling(-1)}atLastNode(e){let t,i,{buffer:s}=this;if(s){if(e>0){if(this.index<s.buffer.
buffer.length)return!1}else for(let r=0;r<this.index;r++)if(s.buffer.buffer[r+3]<this.index)return!1;({index:t,parent:i}=
s)}else({index:t,_parent:i}=this._tree);for(;i;{index:t,_parent:i}=i)if(t>-1)for(let r=t+e,o=e<0?-1:i._tree.children.length;r!=
o;r+=e){let l=i._tree.children[r];if(this.mode&te.IncludeAnonymous||l instanceof vt||!l.type.isAnonymous||Zr(l))return!1}
return!0}move(e,t){if(t&&this.enterChild(e,0,4))return!0;for(;;){if(this.sibling(e))return!0;if(this.atLastNode(e)||!this.
parent())return!1}}next(e=!0){return this.move(1,e)}prev(e=!0){return this.move(-1,e)}moveTo(e,t=0){for(;(this.from==this.
to||(t<1?this.from>=e:this.from>e)||(t>-1?this.to<=e:this.to<e))&&this.parent(););for(;this.enterChild(1,e,t););return this}get node(){
if(!this.buffer)return this._tree;let e=this.bufferNode,t=null,i=0;if(e&&e.context==this.buffer)e:for(let s=this.index,r=this.
stack.length;r>=0;){for(let o=e;o;o=o._parent)if(o.index==s){if(s==this.index)return o;t=o,i=r+1;break e}s=this.stack[--r]}
for(let s=i;s<this.stack.length;s++)t=new ji(this.buffer,t,this.stack[s]);return this.bufferNode=new ji(this.buffer,t,this.
index)}get tree(){return this.buffer?null:this._tree._tree}iterate(e,t){for(let i=0;;){let s=!1;if(this.type.isAnonymous||
e(this)!==!1){if(this.firstChild()){i++;continue}this.type.isAnonymous||(s=!0)}for(;;){if(s&&t&&t(this),s=this.type.isAnonymous,
!i)return;if(this.nextSibling())break;this.parent(),i--,s=!0}}}matchContext(e){if(!this.buffer)return _r(this.node.parent,
e);let{buffer:t}=this.buffer,{types:i}=t.set;for(let s=e.length-1,r=this.stack.length-1;s>=0;r--){if(r<0)return _r(this.
_tree,e,s);let o=i[t.buffer[this.stack[r]]];if(!o.isAnonymous){if(e[s]&&e[s]!=o.name)return!1;s--}}return!0}};function Zr(n){
return n.children.some(e=>e instanceof vt||!e.type.isAnonymous||Zr(e))}function ed(n){var e;let{buffer:t,nodeSet:i,maxBufferLength:s=1024,
reused:r=[],minRepeatType:o=i.types.length}=n,l=Array.isArray(t)?new Gr(t,t.length):t,a=i.types,h=0,c=0;function f(w,C,S,R,L,I){
let{id:P,start:O,end:z,size:F}=l,K=c,ie=h;if(F<0)if(l.next(),F==-1){let X=r[P];S.push(X),R.push(O-w);return}else if(F==-3){
h=P;return}else if(F==-4){c=P;return}else throw new RangeError(`Unrecognized record size: ${F}`);let ue=a[P],se,Q,H=O-w;
if(z-O<=s&&(Q=y(l.pos-C,L))){let X=new Uint16Array(Q.size-Q.skip),D=l.pos-Q.size,G=X.length;for(;l.pos>D;)G=b(Q.start,X,
G);se=new vt(X,z-Q.start,i),H=Q.start-w}else{let X=l.pos-F;l.next();let D=[],G=[],re=P>=o?P:-1,le=0,Ve=z,Tt=K;for(;l.pos>
X;)re>=0&&l.id==re&&l.size>=0?(l.end<=Ve-s&&(p(D,G,O,le,l.end,Ve,re,Tt,ie),le=D.length,Ve=l.end,Tt=c),l.next()):I>2500?u(
O,X,D,G):(re>=0&&l.size==-1&&r[l.id].type==i.types[re]&&(le<D.length&&p(D,G,O,le,l.end,Ve,re,Tt,ie),le=D.length+1,Ve=l.start,
Tt=c),f(O,X,D,G,re,I+1));if(re>=0&&le>0&&le<D.length&&p(D,G,O,le,O,Ve,re,Tt,ie),D.reverse(),G.reverse(),re>-1&&le>0){let q=d(
ue,ie);se=Qr(ue,D,G,0,D.length,0,z-O,q,q)}else se=m(ue,D,G,z-O,K-z,ie)}S.push(se),R.push(H)}function u(w,C,S,R){let L=[],
I=0,P=-1;for(;l.pos>C;){let{id:O,start:z,end:F,size:K}=l;if(K>4)l.next();else{if(P>-1&&z<P)break;P<0&&(P=F-s),L.push(O,z,
F),I++,l.next()}}if(I){let O=new Uint16Array(I*4),z=L[L.length-2];for(let F=L.length-3,K=0;F>=0;F-=3)O[K++]=L[F],O[K++]=
L[F+1]-z,O[K++]=L[F+2]-z,O[K++]=K;S.push(new vt(O,L[2]-z,i)),R.push(z-w)}}function d(w,C){return(S,R,L)=>{let I=0,P=S.length-
1,O,z;if(P>=0&&(O=S[P])instanceof Z){if(!P&&O.type==w&&O.length==L)return O;(z=O.prop(N.lookAhead))&&(I=R[P]+O.length+z-
L)}return m(w,S,R,L,I,C)}}function p(w,C,S,R,L,I,P,O,z){let F=[],K=[];for(;w.length>R;)F.push(w.pop()),K.push(C.pop()+S-
L);w.push(m(i.types[P],F,K,I-L,O-I,z)),C.push(L-S)}function m(w,C,S,R,L,I,P){if(I){let O=[N.contextHash,I];P=P?[O].concat(
P):[O]}if(L>25){let O=[N.lookAhead,L];P=P?[O].concat(P):[O]}return new Z(w,C,S,R,P)}function y(w,C){let S=l.fork(),R=0,L=0,
I=0,P=S.end-s,O={size:0,start:0,skip:0};e:for(let z=S.pos-w;S.pos>z;){let F=S.size;if(S.id==C&&F>=0){O.size=R,O.start=L,
O.skip=I,I+=4,R+=4,S.next();continue}let K=S.pos-F;if(F<0||K<z||S.start<P)break;let ie=S.id>=o?4:0,ue=S.start;for(S.next();S.
pos>K;){if(S.size<0)if(S.size==-3||S.size==-4)ie+=4;else break e;else S.id>=o&&(ie+=4);S.next()}L=ue,R+=F,I+=ie}return(C<
0||R==w)&&(O.size=R,O.start=L,O.skip=I),O.size>4?O:void 0}function b(w,C,S){let{id:R,start:L,end:I,size:P}=l;if(l.next(),
P>=0&&R<o){let O=S;if(P>4){let z=l.pos-(P-4);for(;l.pos>z;)S=b(w,C,S)}C[--S]=O,C[--S]=I-w,C[--S]=L-w,C[--S]=R}else P==-3?
h=R:P==-4&&(c=R);return S}let v=[],g=[];for(;l.pos>0;)f(n.start||0,n.bufferStart||0,v,g,-1,0);let x=(e=n.length)!==null&&
e!==void 0?e:v.length?g[0]+v[0].length:0;return new Z(a[n.topID],v.reverse(),g.reverse(),x)}var eh=new WeakMap;function Yn(n,e){
if(!n.isAnonymous||e instanceof vt||e.type!=n)return 1;let t=eh.get(e);if(t==null){t=1;for(let i of e.children){if(i.type!=
n||!(i instanceof Z)){t=1;break}t+=Yn(n,i)}eh.set(e,t)}return t}function Qr(n,e,t,i,s,r,o,l,a){let h=0;for(let p=i;p<s;p++)
h+=Yn(n,e[p]);let c=Math.ceil(h*1.5/8),f=[],u=[];function d(p,m,y,b,v){for(let g=y;g<b;){let x=g,w=m[g],C=Yn(n,p[g]);for(g++;g<
b;g++){let S=Yn(n,p[g]);if(C+S>=c)break;C+=S}if(g==x+1){if(C>c){let S=p[x];d(S.children,S.positions,0,S.children.length,
m[x]+v);continue}f.push(p[x])}else{let S=m[g-1]+p[g-1].length-w;f.push(Qr(n,p,m,x,g,w,S,null,a))}u.push(w+v-r)}}return d(
e,t,i,s,0),(l||a)(f,u,o)}var Wt=class n{constructor(e,t,i,s,r=!1,o=!1){this.from=e,this.to=t,this.tree=i,this.offset=s,this.open=(r?1:0)|(o?2:0)}get openStart(){
return(this.open&1)>0}get openEnd(){return(this.open&2)>0}static addTree(e,t=[],i=!1){let s=[new n(0,e.length,e,0,!1,i)];
for(let r of t)r.to>e.length&&s.push(r);return s}static applyChanges(e,t,i=128){if(!t.length)return e;let s=[],r=1,o=e.length?
e[0]:null;for(let l=0,a=0,h=0;;l++){let c=l<t.length?t[l]:null,f=c?c.fromA:1e9;if(f-a>=i)for(;o&&o.from<f;){let u=o;if(a>=
u.from||f<=u.to||h){let d=Math.max(u.from,a)-h,p=Math.min(u.to,f)-h;u=d>=p?null:new n(d,p,u.tree,u.offset+h,l>0,!!c)}if(u&&
s.push(u),o.to>f)break;o=r<e.length?e[r++]:null}if(!c)break;a=c.toA,h=c.toA-c.toB}return s}},qi=class{startParse(e,t,i){
return typeof e=="string"&&(e=new Jr(e)),i=i?i.length?i.map(s=>new Vi(s.from,s.to)):[new Vi(0,0)]:[new Vi(0,e.length)],this.
createParse(e,t||[],i)}parse(e,t,i){let s=this.startParse(e,t,i);for(;;){let r=s.advance();if(r)return r}}},Jr=class{constructor(e){
this.string=e}get length(){return this.string.length}chunk(e){return this.string.slice(e)}get lineChunks(){return!1}read(e,t){
return this.string.slice(e,t)}};var hg=new N({perNode:!0});var td=0,qe=class n{constructor(e,t,i,s){this.name=e,this.set=t,this.base=i,this.modified=s,this.id=td++}toString(){let{
name:e}=this;for(let t of this.modified)t.name&&(e=`${t.name}(${e})`);return e}static define(e,t){let i=typeof e=="strin\
g"?e:"?";if(e instanceof n&&(t=e),t?.base)throw new Error("Can not derive from a modified tag");let s=new n(i,[],null,[]);
if(s.set.push(s),t)for(let r of t.set)s.set.push(r);return s}static defineModifier(e){let t=new ts(e);return i=>i.modified.
indexOf(t)>-1?i:ts.get(i.base||i,i.modified.concat(t).sort((s,r)=>s.id-r.id))}},id=0,ts=class n{constructor(e){this.name=
e,this.instances=[],this.id=id++}static get(e,t){if(!t.length)return e;let i=t[0].instances.find(l=>l.base==e&&nd(t,l.modified));
if(i)return i;let s=[],r=new qe(e.name,s,e,t);for(let l of t)l.instances.push(r);let o=sd(t);for(let l of e.set)if(!l.modified.
length)for(let a of o)s.push(n.get(l,a));return r}};function nd(n,e){return n.length==e.length&&n.every((t,i)=>t==e[i])}
function sd(n){let e=[[]];for(let t=0;t<n.length;t++)for(let i=0,s=e.length;i<s;i++)e.push(e[i].concat(n[t]));return e.sort(
(t,i)=>i.length-t.length)}function rh(n){let e=Object.create(null);for(let t in n){let i=n[t];Array.isArray(i)||(i=[i]);
for(let s of t.split(" "))if(s){let r=[],o=2,l=s;for(let f=0;;){if(l=="..."&&f>0&&f+3==s.length){o=1;break}let u=/^"(?:[^"\\]|\\.)*?"|[^\/!]+/.
exec(l);if(!u)throw new RangeError("Invalid path: "+s);if(r.push(u[0]=="*"?"":u[0][0]=='"'?JSON.parse(u[0]):u[0]),f+=u[0].
length,f==s.length)break;let d=s[f++];if(f==s.length&&d=="!"){o=0;break}if(d!="/")throw new RangeError("Invalid path: "+
s);l=s.slice(f)}let a=r.length-1,h=r[a];if(!h)throw new RangeError("Invalid path: "+s);let c=new zt(i,o,a>0?r.slice(0,a):
null);e[h]=c.sort(e[h])}}return oh.add(e)}var oh=new N({combine(n,e){let t,i,s;for(;n||e;){if(!n||e&&n.depth<=e.depth?(s=
e,e=e.next):(s=n,n=n.next),t&&t.mode==s.mode&&!s.context&&!t.context)continue;let r=new zt(s.tags,s.mode,s.context);t?t.
next=r:i=r,t=r}return i}}),zt=class{constructor(e,t,i,s){this.tags=e,this.mode=t,this.context=i,this.next=s}get opaque(){
return this.mode==0}get inherit(){return this.mode==1}sort(e){return!e||e.depth<this.depth?(this.next=e,this):(e.next=this.
sort(e.next),e)}get depth(){return this.context?this.context.length:0}};zt.empty=new zt([],2,null);function no(n,e){let t=Object.
create(null);for(let r of n)if(!Array.isArray(r.tag))t[r.tag.id]=r.class;else for(let o of r.tag)t[o.id]=r.class;let{scope:i,
all:s=null}=e||{};return{style:r=>{let o=s;for(let l of r)for(let a of l.set){let h=t[a.id];if(h){o=o?o+" "+h:h;break}}return o},
scope:i}}function rd(n,e){let t=null;for(let i of n){let s=i.style(e);s&&(t=t?t+" "+s:s)}return t}function lh(n,e,t,i=0,s=n.
length){let r=new to(i,Array.isArray(e)?e:[e],t);r.highlightRange(n.cursor(),i,s,"",r.highlighters),r.flush(s)}var to=class{constructor(e,t,i){this.at=e,this.highlighters=t,this.span=i,this.class=""}startSpan(e,t){t!=this.class&&(this.
flush(e),e>this.at&&(this.at=e),this.class=t)}flush(e){e>this.at&&this.class&&this.span(this.at,e,this.class)}highlightRange(e,t,i,s,r){
let{type:o,from:l,to:a}=e;if(l>=i||a<=t)return;o.isTop&&(r=this.highlighters.filter(d=>!d.scope||d.scope(o)));let h=s,c=od(
e)||zt.empty,f=rd(r,c.tags);if(f&&(h&&(h+=" "),h+=f,c.mode==1&&(s+=(s?" ":"")+f)),this.startSpan(Math.max(t,l),h),c.opaque)
return;let u=e.tree&&e.tree.prop(N.mounted);if(u&&u.overlay){let d=e.node.enter(u.overlay[0].from+l,1),p=this.highlighters.
filter(y=>!y.scope||y.scope(u.tree.type)),m=e.firstChild();for(let y=0,b=l;;y++){let v=y<u.overlay.length?u.overlay[y]:null,
g=v?v.from+l:a,x=Math.max(t,b),w=Math.min(i,g);if(x<w&&m)for(;e.from<w&&(this.highlightRange(e,x,w,s,r),this.startSpan(Math.
min(w,e.to),h),!(e.to>=g||!e.nextSibling())););if(!v||g>i)break;b=v.to+l,b>t&&(this.highlightRange(d.cursor(),Math.max(t,
v.from+l),Math.min(i,b),"",p),this.startSpan(Math.min(i,b),h))}m&&e.parent()}else if(e.firstChild()){u&&(s="");do if(!(e.
to<=t)){if(e.from>=i)break;this.highlightRange(e,t,i,s,r),this.startSpan(Math.min(i,e.to),h)}while(e.nextSibling());e.parent()}}};
function od(n){let e=n.type.prop(oh);for(;e&&e.context&&!n.matchContext(e.context);)e=e.next;return e||null}var M=qe.define,
Zn=M(),kt=M(),nh=M(kt),sh=M(kt),St=M(),Qn=M(St),eo=M(St),nt=M(),Vt=M(nt),tt=M(),it=M(),io=M(),$i=M(io),es=M(),A={comment:Zn,
lineComment:M(Zn),blockComment:M(Zn),docComment:M(Zn),name:kt,variableName:M(kt),typeName:nh,tagName:M(nh),propertyName:sh,
attributeName:M(sh),className:M(kt),labelName:M(kt),namespace:M(kt),macroName:M(kt),literal:St,string:Qn,docString:M(Qn),
character:M(Qn),attributeValue:M(Qn),number:eo,integer:M(eo),float:M(eo),bool:M(St),regexp:M(St),escape:M(St),color:M(St),
url:M(St),keyword:tt,self:M(tt),null:M(tt),atom:M(tt),unit:M(tt),modifier:M(tt),operatorKeyword:M(tt),controlKeyword:M(tt),
definitionKeyword:M(tt),moduleKeyword:M(tt),operator:it,derefOperator:M(it),arithmeticOperator:M(it),logicOperator:M(it),
bitwiseOperator:M(it),compareOperator:M(it),updateOperator:M(it),definitionOperator:M(it),typeOperator:M(it),controlOperator:M(
it),punctuation:io,separator:M(io),bracket:$i,angleBracket:M($i),squareBracket:M($i),paren:M($i),brace:M($i),content:nt,
heading:Vt,heading1:M(Vt),heading2:M(Vt),heading3:M(Vt),heading4:M(Vt),heading5:M(Vt),heading6:M(Vt),contentSeparator:M(
nt),list:M(nt),quote:M(nt),emphasis:M(nt),strong:M(nt),link:M(nt),monospace:M(nt),strikethrough:M(nt),inserted:M(),deleted:M(),
changed:M(),invalid:M(),meta:es,documentMeta:M(es),annotation:M(es),processingInstruction:M(es),definition:qe.defineModifier(
"definition"),constant:qe.defineModifier("constant"),function:qe.defineModifier("function"),standard:qe.defineModifier("\
standard"),local:qe.defineModifier("local"),special:qe.defineModifier("special")};for(let n in A){let e=A[n];e instanceof
qe&&(e.name=n)}var ug=no([{tag:A.link,class:"tok-link"},{tag:A.heading,class:"tok-heading"},{tag:A.emphasis,class:"tok-e\
mphasis"},{tag:A.strong,class:"tok-strong"},{tag:A.keyword,class:"tok-keyword"},{tag:A.atom,class:"tok-atom"},{tag:A.bool,
class:"tok-bool"},{tag:A.url,class:"tok-url"},{tag:A.labelName,class:"tok-labelName"},{tag:A.inserted,class:"tok-inserte\
d"},{tag:A.deleted,class:"tok-deleted"},{tag:A.literal,class:"tok-literal"},{tag:A.string,class:"tok-string"},{tag:A.number,
class:"tok-number"},{tag:[A.regexp,A.escape,A.special(A.string)],class:"tok-string2"},{tag:A.variableName,class:"tok-var\
iableName"},{tag:A.local(A.variableName),class:"tok-variableName tok-local"},{tag:A.definition(A.variableName),class:"to\
k-variableName tok-definition"},{tag:A.special(A.variableName),class:"tok-variableName2"},{tag:A.definition(A.propertyName),
class:"tok-propertyName tok-definition"},{tag:A.typeName,class:"tok-typeName"},{tag:A.namespace,class:"tok-namespace"},{
tag:A.className,class:"tok-className"},{tag:A.macroName,class:"tok-macroName"},{tag:A.propertyName,class:"tok-propertyNa\
me"},{tag:A.operator,class:"tok-operator"},{tag:A.comment,class:"tok-comment"},{tag:A.meta,class:"tok-meta"},{tag:A.invalid,
class:"tok-invalid"},{tag:A.punctuation,class:"tok-punctuation"}]);function ah(n,e,t,i=0,s=0){e==null&&(e=n.search(/[^\s\u00a0]/),e==-1&&(e=n.length));let r=s;for(let o=i;o<e;o++)n.charCodeAt(
o)==9?r+=t-r%t:r++;return r}var Ui=class{constructor(e,t,i,s){this.string=e,this.tabSize=t,this.indentUnit=i,this.overrideIndent=
s,this.pos=0,this.start=0,this.lastColumnPos=0,this.lastColumnValue=0}eol(){return this.pos>=this.string.length}sol(){return this.
pos==0}peek(){return this.string.charAt(this.pos)||void 0}next(){if(this.pos<this.string.length)return this.string.charAt(
this.pos++)}eat(e){let t=this.string.charAt(this.pos),i;if(typeof e=="string"?i=t==e:i=t&&(e instanceof RegExp?e.test(t):
e(t)),i)return++this.pos,t}eatWhile(e){let t=this.pos;for(;this.eat(e););return this.pos>t}eatSpace(){let e=this.pos;for(;/[\s\u00a0]/.
test(this.string.charAt(this.pos));)++this.pos;return this.pos>e}skipToEnd(){this.pos=this.string.length}skipTo(e){let t=this.
string.indexOf(e,this.pos);if(t>-1)return this.pos=t,!0}backUp(e){this.pos-=e}column(){return this.lastColumnPos<this.start&&
(this.lastColumnValue=ah(this.string,this.start,this.tabSize,this.lastColumnPos,this.lastColumnValue),this.lastColumnPos=
this.start),this.lastColumnValue}indentation(){var e;return(e=this.overrideIndent)!==null&&e!==void 0?e:ah(this.string,null,
this.tabSize)}match(e,t,i){if(typeof e=="string"){let s=o=>i?o.toLowerCase():o,r=this.string.substr(this.pos,e.length);return s(
r)==s(e)?(t!==!1&&(this.pos+=e.length),!0):null}else{let s=this.string.slice(this.pos).match(e);return s&&s.index>0?null:
(s&&t!==!1&&(this.pos+=s[0].length),s)}}current(){return this.string.slice(this.start,this.pos)}};var so,di=new N;function ad(n){return E.define({combine:n?e=>e.concat(n):void 0})}var hd=new N,De=class{constructor(e,t,i=[],s=""){
this.data=e,this.name=s,ee.prototype.hasOwnProperty("tree")||Object.defineProperty(ee.prototype,"tree",{get(){return ve(
this)}}),this.parser=t,this.extension=[pi.of(this),ee.languageData.of((r,o,l)=>{let a=hh(r,o,l),h=a.type.prop(di);if(!h)
return[];let c=r.facet(h),f=a.type.prop(hd);if(f){let u=a.resolve(o-a.from,l);for(let d of f)if(d.test(u,r)){let p=r.facet(
d.facet);return d.type=="replace"?p:p.concat(c)}}return c})].concat(i)}isActiveAt(e,t,i=-1){return hh(e,t,i).type.prop(di)==
this.data}findRegions(e){let t=e.facet(pi);if(t?.data==this.data)return[{from:0,to:e.doc.length}];if(!t||!t.allowsNesting)
return[];let i=[],s=(r,o)=>{if(r.prop(di)==this.data){i.push({from:o,to:o+r.length});return}let l=r.prop(N.mounted);if(l){
if(l.tree.prop(di)==this.data){if(l.overlay)for(let a of l.overlay)i.push({from:a.from+o,to:a.to+o});else i.push({from:o,
to:o+r.length});return}else if(l.overlay){let a=i.length;if(s(l.tree,l.overlay[0].from+o),i.length>a)return}}for(let a=0;a<
r.children.length;a++){let h=r.children[a];h instanceof Z&&s(h,r.positions[a]+o)}};return s(ve(e),0),i}get allowsNesting(){
return!0}};De.setState=V.define();function hh(n,e,t){let i=n.facet(pi),s=ve(n).topNode;if(!i||i.allowsNesting)for(let r=s;r;r=
r.enter(e,t,te.ExcludeBuffers|te.EnterBracketed))r.type.isTop&&(s=r);return s}function ve(n){let e=n.field(De.state,!1);return e?e.tree:Z.empty}var ao=class{constructor(e){this.doc=e,this.cursorPos=0,this.string="",this.cursor=e.iter()}get length(){return this.doc.
length}syncTo(e){return this.string=this.cursor.next(e-this.cursorPos).value,this.cursorPos=e+this.string.length,this.cursorPos-
this.string.length}chunk(e){return this.syncTo(e),this.string}get lineChunks(){return!0}read(e,t){let i=this.cursorPos-this.
string.length;return e<i||t>=this.cursorPos?this.doc.sliceString(e,t):this.string.slice(e-i,t-i)}},Gi=null,_i=class n{constructor(e,t,i=[],s,r,o,l,a){
this.parser=e,this.state=t,this.fragments=i,this.tree=s,this.treeLen=r,this.viewport=o,this.skipped=l,this.scheduleOn=a,
this.parse=null,this.tempSkipped=[]}static create(e,t,i){return new n(e,t,[],Z.empty,0,i,[],null)}startParse(){return this.
parser.startParse(new ao(this.state.doc),this.fragments)}work(e,t){return t!=null&&t>=this.state.doc.length&&(t=void 0),
this.tree!=Z.empty&&this.isDone(t??this.state.doc.length)?(this.takeTree(),!0):this.withContext(()=>{var i;if(typeof e==
"number"){let s=Date.now()+e;e=()=>Date.now()>s}for(this.parse||(this.parse=this.startParse()),t!=null&&(this.parse.stoppedAt==
null||this.parse.stoppedAt>t)&&t<this.state.doc.length&&this.parse.stopAt(t);;){let s=this.parse.advance();if(s)if(this.
fragments=this.withoutTempSkipped(Wt.addTree(s,this.fragments,this.parse.stoppedAt!=null)),this.treeLen=(i=this.parse.stoppedAt)!==
null&&i!==void 0?i:this.state.doc.length,this.tree=s,this.parse=null,this.treeLen<(t??this.state.doc.length))this.parse=
this.startParse();else return!0;if(e())return!1}})}takeTree(){let e,t;this.parse&&(e=this.parse.parsedPos)>=this.treeLen&&
((this.parse.stoppedAt==null||this.parse.stoppedAt>e)&&this.parse.stopAt(e),this.withContext(()=>{for(;!(t=this.parse.advance());)
;}),this.treeLen=e,this.tree=t,this.fragments=this.withoutTempSkipped(Wt.addTree(this.tree,this.fragments,!0)),this.parse=
null)}withContext(e){let t=Gi;Gi=this;try{return e()}finally{Gi=t}}withoutTempSkipped(e){for(let t;t=this.tempSkipped.pop();)
e=ch(e,t.from,t.to);return e}changes(e,t){let{fragments:i,tree:s,treeLen:r,viewport:o,skipped:l}=this;if(this.takeTree(),
!e.empty){let a=[];if(e.iterChangedRanges((h,c,f,u)=>a.push({fromA:h,toA:c,fromB:f,toB:u})),i=Wt.applyChanges(i,a),s=Z.empty,
r=0,o={from:e.mapPos(o.from,-1),to:e.mapPos(o.to,1)},this.skipped.length){l=[];for(let h of this.skipped){let c=e.mapPos(
h.from,1),f=e.mapPos(h.to,-1);c<f&&l.push({from:c,to:f})}}}return new n(this.parser,t,i,s,r,o,l,this.scheduleOn)}updateViewport(e){
if(this.viewport.from==e.from&&this.viewport.to==e.to)return!1;this.viewport=e;let t=this.skipped.length;for(let i=0;i<this.
skipped.length;i++){let{from:s,to:r}=this.skipped[i];s<e.to&&r>e.from&&(this.fragments=ch(this.fragments,s,r),this.skipped.
splice(i--,1))}return this.skipped.length>=t?!1:(this.reset(),!0)}reset(){this.parse&&(this.takeTree(),this.parse=null)}skipUntilInView(e,t){
this.skipped.push({from:e,to:t})}static getSkippingParser(e){return new class extends qi{createParse(t,i,s){let r=s[0].from,
o=s[s.length-1].to;return{parsedPos:r,advance(){let a=Gi;if(a){for(let h of s)a.tempSkipped.push(h);e&&(a.scheduleOn=a.scheduleOn?
Promise.all([a.scheduleOn,e]):e)}return this.parsedPos=o,new Z(we.none,[],[],o-r)},stoppedAt:null,stopAt(){}}}}}isDone(e){
e=Math.min(e,this.state.doc.length);let t=this.fragments;return this.treeLen>=e&&t.length&&t[0].from==0&&t[0].to>=e}static get(){
return Gi}};function ch(n,e,t){return Wt.applyChanges(n,[{fromA:e,toA:t,fromB:e,toB:t}])}var Yi=class n{constructor(e){this.
context=e,this.tree=e.tree}apply(e){if(!e.docChanged&&this.tree==this.context.tree)return this;let t=this.context.changes(
e.changes,e.state),i=this.context.treeLen==e.startState.doc.length?void 0:Math.max(e.changes.mapPos(this.context.treeLen),
t.viewport.to);return t.work(20,i)||t.takeTree(),new n(t)}static init(e){let t=Math.min(3e3,e.doc.length),i=_i.create(e.
facet(pi).parser,e,{from:0,to:t});return i.work(20,t)||i.takeTree(),new n(i)}};De.state=me.define({create:Yi.init,update(n,e){
for(let t of e.effects)if(t.is(De.setState))return t.value;return e.startState.facet(pi)!=e.state.facet(pi)?Yi.init(e.state):
n.apply(e)}});var mh=n=>{let e=setTimeout(()=>n(),500);return()=>clearTimeout(e)};typeof requestIdleCallback<"u"&&(mh=n=>{
let e=-1,t=setTimeout(()=>{e=requestIdleCallback(n,{timeout:400})},100);return()=>e<0?clearTimeout(t):cancelIdleCallback(
e)});var ro=typeof navigator<"u"&&(!((so=navigator.scheduling)===null||so===void 0)&&so.isInputPending)?()=>navigator.scheduling.
isInputPending():null,cd=Ce.fromClass(class{constructor(e){this.view=e,this.working=null,this.workScheduled=0,this.chunkEnd=
-1,this.chunkBudget=-1,this.work=this.work.bind(this),this.scheduleWork()}update(e){let t=this.view.state.field(De.state).
context;(t.updateViewport(e.view.viewport)||this.view.viewport.to>t.treeLen)&&this.scheduleWork(),(e.docChanged||e.selectionSet)&&
(this.view.hasFocus&&(this.chunkBudget+=50),this.scheduleWork()),this.checkAsyncSchedule(t)}scheduleWork(){if(this.working)
return;let{state:e}=this.view,t=e.field(De.state);(t.tree!=t.context.tree||!t.context.isDone(e.doc.length))&&(this.working=
mh(this.work))}work(e){this.working=null;let t=Date.now();if(this.chunkEnd<t&&(this.chunkEnd<0||this.view.hasFocus)&&(this.
chunkEnd=t+3e4,this.chunkBudget=3e3),this.chunkBudget<=0)return;let{state:i,viewport:{to:s}}=this.view,r=i.field(De.state);
if(r.tree==r.context.tree&&r.context.isDone(s+1e5))return;let o=Date.now()+Math.min(this.chunkBudget,100,e&&!ro?Math.max(
25,e.timeRemaining()-5):1e9),l=r.context.treeLen<s&&i.doc.length>s+1e3,a=r.context.work(()=>ro&&ro()||Date.now()>o,s+(l?
0:1e5));this.chunkBudget-=Date.now()-t,(a||this.chunkBudget<=0)&&(r.context.takeTree(),this.view.dispatch({effects:De.setState.
of(new Yi(r.context))})),this.chunkBudget>0&&!(a&&!l)&&this.scheduleWork(),this.checkAsyncSchedule(r.context)}checkAsyncSchedule(e){
e.scheduleOn&&(this.workScheduled++,e.scheduleOn.then(()=>this.scheduleWork()).catch(t=>fe(this.view.state,t)).then(()=>this.
workScheduled--),e.scheduleOn=null)}destroy(){this.working&&this.working()}isWorking(){return!!(this.working||this.workScheduled>
0)}},{eventHandlers:{focus(){this.scheduleWork()}}}),pi=E.define({combine(n){return n.length?n[0]:null},enables:n=>[De.state,
cd,B.contentAttributes.compute([n],e=>{let t=e.facet(n);return t&&t.name?{"data-language":t.name}:{}})]});var fd=E.define(),Ji=E.define({combine:n=>{if(!n.length)return"  ";let e=n[0];if(!e||/\S/.test(e)||Array.from(e).some(t=>t!=
e[0]))throw new Error("Invalid indent unit: "+JSON.stringify(n[0]));return e}});function Ct(n){let e=n.facet(Ji);return e.
charCodeAt(0)==9?n.tabSize*e.length:e.length}function Zi(n,e){let t="",i=n.tabSize,s=n.facet(Ji)[0];if(s=="	"){for(;e>=i;)
t+="	",e-=i;s=" "}for(let r=0;r<e;r++)t+=s;return t}function go(n,e){n instanceof ee&&(n=new jt(n));for(let i of n.state.
facet(fd)){let s=i(n,e);if(s!==void 0)return s}let t=ve(n.state);return t.length>=e?ud(n,t,e):null}var jt=class{constructor(e,t={}){this.state=e,this.options=t,this.unit=Ct(e)}lineAt(e,t=1){let i=this.state.doc.lineAt(e),
{simulateBreak:s,simulateDoubleBreak:r}=this.options;return s!=null&&s>=i.from&&s<=i.to?r&&s==e?{text:"",from:e}:(t<0?s<
e:s<=e)?{text:i.text.slice(s-i.from),from:s}:{text:i.text.slice(0,s-i.from),from:i.from}:i}textAfterPos(e,t=1){if(this.options.
simulateDoubleBreak&&e==this.options.simulateBreak)return"";let{text:i,from:s}=this.lineAt(e,t);return i.slice(e-s,Math.
min(i.length,e+100-s))}column(e,t=1){let{text:i,from:s}=this.lineAt(e,t),r=this.countColumn(i,e-s),o=this.options.overrideIndentation?
this.options.overrideIndentation(s):-1;return o>-1&&(r+=o-this.countColumn(i,i.search(/\S|$/))),r}countColumn(e,t=e.length){
return Lt(e,this.state.tabSize,t)}lineIndent(e,t=1){let{text:i,from:s}=this.lineAt(e,t),r=this.options.overrideIndentation;
if(r){let o=r(s);if(o>-1)return o}return this.countColumn(i,i.search(/\S|$/))}get simulatedBreak(){return this.options.simulateBreak||
null}},gh=new N;function ud(n,e,t){let i=e.resolveStack(t),s=e.resolveInner(t,-1).resolve(t,0).enterUnfinishedNodesBefore(
t);if(s!=i.node){let r=[];for(let o=s;o&&!(o.from<i.node.from||o.to>i.node.to||o.from==i.node.from&&o.type==i.node.type);o=
o.parent)r.push(o);for(let o=r.length-1;o>=0;o--)i={node:r[o],next:i}}return yh(i,n,t)}function yh(n,e,t){for(let i=n;i;i=
i.next){let s=pd(i.node);if(s)return s(ho.create(e,t,i))}return 0}function dd(n){return n.pos==n.options.simulateBreak&&
n.options.simulateDoubleBreak}function pd(n){let e=n.type.prop(gh);if(e)return e;let t=n.firstChild,i;if(t&&(i=t.type.prop(
N.closedBy))){let s=n.lastChild,r=s&&i.indexOf(s.name)>-1;return o=>bd(o,!0,1,void 0,r&&!dd(o)?s.from:void 0)}return n.parent==
null?md:null}function md(){return 0}var ho=class n extends jt{constructor(e,t,i){super(e.state,e.options),this.base=e,this.
pos=t,this.context=i}get node(){return this.context.node}static create(e,t,i){return new n(e,t,i)}get textAfter(){return this.
textAfterPos(this.pos)}get baseIndent(){return this.baseIndentFor(this.node)}baseIndentFor(e){let t=this.state.doc.lineAt(
e.from);for(;;){let i=e.resolve(t.from);for(;i.parent&&i.parent.from==i.from;)i=i.parent;if(gd(i,e))break;t=this.state.doc.
lineAt(i.from)}return this.lineIndent(t.from)}continue(){return yh(this.context.next,this.base,this.pos)}};function gd(n,e){
for(let t=e;t;t=t.parent)if(n==t)return!0;return!1}function yd(n){let e=n.node,t=e.childAfter(e.from),i=e.lastChild;if(!t)
return null;let s=n.options.simulateBreak,r=n.state.doc.lineAt(t.from),o=s==null||s<=r.from?r.to:Math.min(r.to,s);for(let l=t.
to;;){let a=e.childAfter(l);if(!a||a==i)return null;if(!a.type.isSkipped){if(a.from>=o)return null;let h=/^ */.exec(r.text.
slice(t.to-r.from))[0].length;return{from:t.from,to:t.to+h}}l=a.to}}function bd(n,e,t,i,s){let r=n.textAfter,o=r.match(/^\s*/)[0].length,l=i&&r.slice(o,o+i.length)==i||s==n.pos+o,a=e?yd(n):
null;return a?l?n.column(a.from):n.column(a.to):n.baseIndent+(l?0:n.unit*t)}var mi=class n{constructor(e,t){this.specs=e;let i;function s(l){let a=Le.newName();return(i||(i=Object.create(null)))["\
."+a]=l,a}let r=typeof t.all=="string"?t.all:t.all?s(t.all):void 0,o=t.scope;this.scope=o instanceof De?l=>l.prop(di)==o.
data:o?l=>l==o:void 0,this.style=no(e.map(l=>({tag:l.tag,class:l.class||s(Object.assign({},l,{tag:null}))})),{all:r}).style,
this.module=i?new Le(i):null,this.themeType=t.themeType}static define(e,t){return new n(e,t||{})}},co=E.define(),bh=E.define(
{combine(n){return n.length?[n[0]]:null}});function oo(n){let e=n.facet(co);return e.length?e:n.facet(bh)}function xh(n,e){
let t=[xd],i;return n instanceof mi&&(n.module&&t.push(B.styleModule.of(n.module)),i=n.themeType),e?.fallback?t.push(bh.
of(n)):i?t.push(co.computeN([B.darkTheme],s=>s.facet(B.darkTheme)==(i=="dark")?[n]:[])):t.push(co.of(n)),t}var fo=class{constructor(e){this.markCache=Object.create(null),this.tree=ve(e.state),this.decorations=this.buildDeco(e,oo(
e.state)),this.decoratedTo=e.viewport.to}update(e){let t=ve(e.state),i=oo(e.state),s=i!=oo(e.startState),{viewport:r}=e.
view,o=e.changes.mapPos(this.decoratedTo,1);t.length<r.to&&!s&&t.type==this.tree.type&&o>=r.to?(this.decorations=this.decorations.
map(e.changes),this.decoratedTo=o):(t!=this.tree||e.viewportChanged||s)&&(this.tree=t,this.decorations=this.buildDeco(e.
view,i),this.decoratedTo=r.to)}buildDeco(e,t){if(!t||!this.tree.length)return j.none;let i=new Ye;for(let{from:s,to:r}of e.
visibleRanges)lh(this.tree,t,(o,l,a)=>{i.add(o,l,this.markCache[a]||(this.markCache[a]=j.mark({class:a})))},s,r);return i.
finish()}},xd=ot.high(Ce.fromClass(fo,{decorations:n=>n.decorations})),kg=mi.define([{tag:A.meta,color:"#404740"},{tag:A.
link,textDecoration:"underline"},{tag:A.heading,textDecoration:"underline",fontWeight:"bold"},{tag:A.emphasis,fontStyle:"\
italic"},{tag:A.strong,fontWeight:"bold"},{tag:A.strikethrough,textDecoration:"line-through"},{tag:A.keyword,color:"#708"},
{tag:[A.atom,A.bool,A.url,A.contentSeparator,A.labelName],color:"#219"},{tag:[A.literal,A.inserted],color:"#164"},{tag:[
A.string,A.deleted],color:"#a11"},{tag:[A.regexp,A.escape,A.special(A.string)],color:"#e40"},{tag:A.definition(A.variableName),
color:"#00f"},{tag:A.local(A.variableName),color:"#30a"},{tag:[A.typeName,A.namespace],color:"#085"},{tag:A.className,color:"\
#167"},{tag:[A.special(A.variableName),A.macroName],color:"#256"},{tag:A.definition(A.propertyName),color:"#00c"},{tag:A.
comment,color:"#940"},{tag:A.invalid,color:"#f00"}]),wd=B.baseTheme({"&.cm-focused .cm-matchingBracket":{backgroundColor:"\
#328c8252"},"&.cm-focused .cm-nonmatchingBracket":{backgroundColor:"#bb555544"}}),wh=1e4,vh="()[]{}",kh=E.define({combine(n){
return lt(n,{afterCursor:!0,brackets:vh,maxScanDistance:wh,renderMatch:Sd})}}),vd=j.mark({class:"cm-matchingBracket"}),kd=j.
mark({class:"cm-nonmatchingBracket"});function Sd(n){let e=[],t=n.matched?vd:kd;return e.push(t.range(n.start.from,n.start.
to)),n.end&&e.push(t.range(n.end.from,n.end.to)),e}function fh(n){let e=[],t=n.facet(kh);for(let i of n.selection.ranges){
if(!i.empty)continue;let s=$e(n,i.head,-1,t)||i.head>0&&$e(n,i.head-1,1,t)||t.afterCursor&&($e(n,i.head,1,t)||i.head<n.doc.
length&&$e(n,i.head+1,-1,t));s&&(e=e.concat(t.renderMatch(s,n)))}return j.set(e,!0)}var Cd=Ce.fromClass(class{constructor(n){
this.paused=!1,this.decorations=fh(n.state)}update(n){(n.docChanged||n.selectionSet||this.paused)&&(n.view.composing?(this.
decorations=this.decorations.map(n.changes),this.paused=!0):(this.decorations=fh(n.state),this.paused=!1))}},{decorations:n=>n.
decorations}),Ad=[Cd,wd];function Sh(n={}){return[kh.of(n),Ad]}var Md=new N;function uo(n,e,t){let i=n.prop(e<0?N.openedBy:
N.closedBy);if(i)return i;if(n.name.length==1){let s=t.indexOf(n.name);if(s>-1&&s%2==(e<0?1:0))return[t[s+e]]}return null}
function po(n){let e=n.type.prop(Md);return e?e(n.node):n}function $e(n,e,t,i={}){let s=i.maxScanDistance||wh,r=i.brackets||
vh,o=ve(n),l=o.resolveInner(e,t);for(let a=l;a;a=a.parent){let h=uo(a.type,t,r);if(h&&a.from<a.to){let c=po(a);if(c&&(t>
0?e>=c.from&&e<c.to:e>c.from&&e<=c.to))return Td(n,e,t,a,c,h,r)}}return Od(n,e,t,o,l.type,s,r)}function Td(n,e,t,i,s,r,o){
let l=i.parent,a={from:s.from,to:s.to},h=0,c=l?.cursor();if(c&&(t<0?c.childBefore(i.from):c.childAfter(i.to)))do if(t<0?
c.to<=i.from:c.from>=i.to){if(h==0&&r.indexOf(c.type.name)>-1&&c.from<c.to){let f=po(c);return{start:a,end:f?{from:f.from,
to:f.to}:void 0,matched:!0}}else if(uo(c.type,t,o))h++;else if(uo(c.type,-t,o)){if(h==0){let f=po(c);return{start:a,end:f&&
f.from<f.to?{from:f.from,to:f.to}:void 0,matched:!1}}h--}}while(t<0?c.prevSibling():c.nextSibling());return{start:a,matched:!1}}
function Od(n,e,t,i,s,r,o){if(t<0?!e:e==n.doc.length)return null;let l=t<0?n.sliceDoc(e-1,e):n.sliceDoc(e,e+1),a=o.indexOf(
l);if(a<0||a%2==0!=t>0)return null;let h={from:t<0?e-1:e,to:t>0?e+1:e},c=n.doc.iterRange(e,t>0?n.doc.length:0),f=0;for(let u=0;!c.
next().done&&u<=r;){let d=c.value;t<0&&(u+=d.length);let p=e+u*t;for(let m=t>0?0:d.length-1,y=t>0?d.length:-1;m!=y;m+=t){
let b=o.indexOf(d[m]);if(!(b<0||i.resolveInner(p+m,1).type!=s))if(b%2==0==t>0)f++;else{if(f==1)return{start:h,end:{from:p+
m,to:p+m+1},matched:b>>1==a>>1};f--}}t>0&&(u+=d.length)}return c.done?{start:h,matched:!1}:null}function Dd(n){return{name:n.
name||"",token:n.token,blankLine:n.blankLine||(()=>{}),startState:n.startState||(()=>!0),copyState:n.copyState||Ed,indent:n.
indent||(()=>null),languageData:n.languageData||{},tokenTable:n.tokenTable||bo,mergeTokens:n.mergeTokens!==!1}}function Ed(n){
if(typeof n!="object")return n;let e={};for(let t in n){let i=n[t];e[t]=i instanceof Array?i.slice():i}return e}var uh=new WeakMap,
is=class n extends De{constructor(e){let t=ad(e.languageData),i=Dd(e),s,r=new class extends qi{createParse(o,l,a){return new mo(
s,o,l,a)}};super(t,r,[],e.name),this.topNode=Pd(t,this),s=this,this.streamParser=i,this.stateAfter=new N({perNode:!0}),this.
tokenTable=e.tokenTable?new ns(i.tokenTable):Ld}static define(e){return new n(e)}getIndent(e){let t,{overrideIndentation:i}=e.
options;i&&(t=uh.get(e.state),t!=null&&t<e.pos-1e4&&(t=void 0));let s=yo(this,e.node.tree,e.node.from,e.node.from,t??e.pos),
r,o;if(s?(o=s.state,r=s.pos+1):(o=this.streamParser.startState(e.unit),r=e.node.from),e.pos-r>1e4)return null;for(;r<e.pos;){
let a=e.state.doc.lineAt(r),h=Math.min(e.pos,a.to);if(a.length){let c=i?i(a.from):-1,f=new Ui(a.text,e.state.tabSize,e.unit,
c<0?void 0:c);for(;f.pos<h-a.from;)Ah(this.streamParser.token,f,o)}else this.streamParser.blankLine(o,e.unit);if(h==e.pos)
break;r=a.to+1}let l=e.lineAt(e.pos);return i&&t==null&&uh.set(e.state,l.from),this.streamParser.indent(o,/^\s*(.*)/.exec(
l.text)[1],e)}get allowsNesting(){return!1}};function yo(n,e,t,i,s){let r=t>=i&&t+e.length<=s&&e.prop(n.stateAfter);if(r)
return{state:n.streamParser.copyState(r),pos:t+e.length};for(let o=e.children.length-1;o>=0;o--){let l=e.children[o],a=t+
e.positions[o],h=l instanceof Z&&a<s&&yo(n,l,a,i,s);if(h)return h}return null}function Ch(n,e,t,i,s){if(s&&t<=0&&i>=e.length)
return e;!s&&t==0&&e.type==n.topNode&&(s=!0);for(let r=e.children.length-1;r>=0;r--){let o=e.positions[r],l=e.children[r],
a;if(o<i&&l instanceof Z){if(!(a=Ch(n,l,t-o,i-o,s)))break;return s?new Z(e.type,e.children.slice(0,r).concat(a),e.positions.
slice(0,r+1),o+a.length):a}}return null}function Bd(n,e,t,i,s){for(let r of e){let o=r.from+(r.openStart?25:0),l=r.to-(r.
openEnd?25:0),a=o<=t&&l>t&&yo(n,r.tree,0-r.offset,t,l),h;if(a&&a.pos<=i&&(h=Ch(n,r.tree,t+r.offset,a.pos+r.offset,!1)))return{
state:a.state,tree:h}}return{state:n.streamParser.startState(s?Ct(s):4),tree:Z.empty}}var mo=class{constructor(e,t,i,s){
this.lang=e,this.input=t,this.fragments=i,this.ranges=s,this.stoppedAt=null,this.chunks=[],this.chunkPos=[],this.chunk=[],
this.chunkReused=void 0,this.rangeIndex=0,this.to=s[s.length-1].to;let r=_i.get(),o=s[0].from,{state:l,tree:a}=Bd(e,i,o,
this.to,r?.state);this.state=l,this.parsedPos=this.chunkStart=o+a.length;for(let h=0;h<a.children.length;h++)this.chunks.
push(a.children[h]),this.chunkPos.push(a.positions[h]);r&&this.parsedPos<r.viewport.from-1e5&&s.some(h=>h.from<=r.viewport.
from&&h.to>=r.viewport.from)&&(this.state=this.lang.streamParser.startState(Ct(r.state)),r.skipUntilInView(this.parsedPos,
r.viewport.from),this.parsedPos=r.viewport.from),this.moveRangeIndex()}advance(){let e=_i.get(),t=this.stoppedAt==null?this.
to:Math.min(this.to,this.stoppedAt),i=Math.min(t,this.chunkStart+512);for(e&&(i=Math.min(i,e.viewport.to));this.parsedPos<
i;)this.parseLine(e);return this.chunkStart<this.parsedPos&&this.finishChunk(),this.parsedPos>=t?this.finish():e&&this.parsedPos>=
e.viewport.to?(e.skipUntilInView(this.parsedPos,t),this.finish()):null}stopAt(e){this.stoppedAt=e}lineAfter(e){let t=this.
input.chunk(e);if(this.input.lineChunks)t==`
`&&(t="");else{let i=t.indexOf(`
`);i>-1&&(t=t.slice(0,i))}return e+t.length<=this.to?t:t.slice(0,this.to-e)}nextLine(){let e=this.parsedPos,t=this.lineAfter(
e),i=e+t.length;for(let s=this.rangeIndex;;){let r=this.ranges[s].to;if(r>=i||(t=t.slice(0,r-(i-t.length)),s++,s==this.ranges.
length))break;let o=this.ranges[s].from,l=this.lineAfter(o);t+=l,i=o+l.length}return{line:t,end:i}}skipGapsTo(e,t,i){for(;;){
let s=this.ranges[this.rangeIndex].to,r=e+t;if(i>0?s>r:s>=r)break;let o=this.ranges[++this.rangeIndex].from;t+=o-s}return t}moveRangeIndex(){
for(;this.ranges[this.rangeIndex].to<this.parsedPos;)this.rangeIndex++}emitToken(e,t,i,s){let r=4;if(this.ranges.length>
1){s=this.skipGapsTo(t,s,1),t+=s;let l=this.chunk.length;s=this.skipGapsTo(i,s,-1),i+=s,r+=this.chunk.length-l}let o=this.
chunk.length-4;return this.lang.streamParser.mergeTokens&&r==4&&o>=0&&this.chunk[o]==e&&this.chunk[o+2]==t?this.chunk[o+
2]=i:this.chunk.push(e,t,i,r),s}parseLine(e){let{line:t,end:i}=this.nextLine(),s=0,{streamParser:r}=this.lang,o=new Ui(t,
e?e.state.tabSize:4,e?Ct(e.state):2);if(o.eol())r.blankLine(this.state,o.indentUnit);else for(;!o.eol();){let l=Ah(r.token,
o,this.state);if(l&&(s=this.emitToken(this.lang.tokenTable.resolve(l),this.parsedPos+o.start,this.parsedPos+o.pos,s)),o.
start>1e4)break}this.parsedPos=i,this.moveRangeIndex(),this.parsedPos<this.to&&this.parsedPos++}finishChunk(){let e=Z.build(
{buffer:this.chunk,start:this.chunkStart,length:this.parsedPos-this.chunkStart,nodeSet:Rd,topID:0,maxBufferLength:512,reused:this.
chunkReused});e=new Z(e.type,e.children,e.positions,e.length,[[this.lang.stateAfter,this.lang.streamParser.copyState(this.
state)]]),this.chunks.push(e),this.chunkPos.push(this.chunkStart-this.ranges[0].from),this.chunk=[],this.chunkReused=void 0,
this.chunkStart=this.parsedPos}finish(){return new Z(this.lang.topNode,this.chunks,this.chunkPos,this.parsedPos-this.ranges[0].
from).balance()}};function Ah(n,e,t){e.start=e.pos;for(let i=0;i<10;i++){let s=n(e,t);if(e.pos>e.start)return s}throw new Error(
"Stream parser failed to advance stream.")}var bo=Object.create(null),Xi=[we.none],Rd=new Xn(Xi),dh=[],ph=Object.create(
null),Mh=Object.create(null);for(let[n,e]of[["variable","variableName"],["variable-2","variableName.special"],["string-2",
"string.special"],["def","variableName.definition"],["tag","tagName"],["attribute","attributeName"],["type","typeName"],
["builtin","variableName.standard"],["qualifier","modifier"],["error","invalid"],["header","heading"],["property","prope\
rtyName"]])Mh[n]=Th(bo,e);var ns=class{constructor(e){this.extra=e,this.table=Object.assign(Object.create(null),Mh)}resolve(e){
return e?this.table[e]||(this.table[e]=Th(this.extra,e)):0}},Ld=new ns(bo);function lo(n,e){dh.indexOf(n)>-1||(dh.push(n),
console.warn(e))}function Th(n,e){let t=[];for(let l of e.split(" ")){let a=[];for(let h of l.split(".")){let c=n[h]||A[h];
c?typeof c=="function"?a.length?a=a.map(c):lo(h,`Modifier ${h} used at start of tag`):a.length?lo(h,`Tag ${h} used as mo\
difier`):a=Array.isArray(c)?c:[c]:lo(h,`Unknown highlighting tag ${h}`)}for(let h of a)t.push(h)}if(!t.length)return 0;let i=e.
replace(/ /g,"_"),s=i+" "+t.map(l=>l.id),r=ph[s];if(r)return r.id;let o=ph[s]=we.define({id:Xi.length,name:i,props:[rh({
[i]:t})]});return Xi.push(o),o.id}function Pd(n,e){let t=we.define({id:Xi.length,name:"Document",props:[di.add(()=>n),gh.
add(()=>i=>e.getIndent(i))],top:!0});return Xi.push(t),t}var Sg={rtl:j.mark({class:"cm-iso",inclusive:!0,attributes:{dir:"rtl"},bidiIsolate:U.RTL}),ltr:j.mark({class:"cm-iso",inclusive:!0,
attributes:{dir:"ltr"},bidiIsolate:U.LTR}),auto:j.mark({class:"cm-iso",inclusive:!0,attributes:{dir:"auto"},bidiIsolate:null})};var rs=class{constructor(e,t,i,s){this.state=e,this.pos=t,this.explicit=i,this.view=s,this.abortListeners=[],this.abortOnDocChange=
!1}tokenBefore(e){let t=ve(this.state).resolveInner(this.pos,-1);for(;t&&e.indexOf(t.name)<0;)t=t.parent;return t?{from:t.
from,to:this.pos,text:this.state.sliceDoc(t.from,this.pos),type:t.type}:null}matchBefore(e){let t=this.state.doc.lineAt(
this.pos),i=Math.max(t.from,this.pos-250),s=t.text.slice(i-t.from,this.pos-t.from),r=s.search(Lh(e,!1));return r<0?null:
{from:i+r,to:this.pos,text:s.slice(r)}}get aborted(){return this.abortListeners==null}addEventListener(e,t,i){e=="abort"&&
this.abortListeners&&(this.abortListeners.push(t),i&&i.onDocChange&&(this.abortOnDocChange=!0))}};function Oh(n){let e=Object.
keys(n).join(""),t=/\w/.test(e);return t&&(e=e.replace(/\w/g,"")),`[${t?"\\w":""}${e.replace(/[^\w\s]/g,"\\$&")}]`}function Id(n){
let e=Object.create(null),t=Object.create(null);for(let{label:s}of n){e[s[0]]=!0;for(let r=1;r<s.length;r++)t[s[r]]=!0}let i=Oh(
e)+Oh(t)+"*$";return[new RegExp("^"+i),new RegExp(i)]}function Nd(n){let e=n.map(s=>typeof s=="string"?{label:s}:s),[t,i]=e.
every(s=>/^\w+$/.test(s.label))?[/\w*$/,/\w+$/]:Id(e);return s=>{let r=s.matchBefore(i);return r||s.explicit?{from:r?r.from:
s.pos,options:e,validFor:t}:null}}var os=class{constructor(e,t,i,s){this.completion=e,this.source=t,this.match=i,this.score=s}};function Kt(n){return n.selection.
main.from}function Lh(n,e){var t;let{source:i}=n,s=e&&i[0]!="^",r=i[i.length-1]!="$";return!s&&!r?n:new RegExp(`${s?"^":
""}(?:${i})${r?"$":""}`,(t=n.flags)!==null&&t!==void 0?t:n.ignoreCase?"i":"")}var Ph=ke.define();function Fd(n,e,t,i){let{
main:s}=n.selection,r=t-s.from,o=i-s.from;return{...n.changeByRange(l=>{if(l!=s&&t!=i&&n.sliceDoc(l.from+r,l.from+o)!=n.
sliceDoc(t,i))return{range:l};let a=n.toText(e);return{changes:{from:l.from+r,to:i==s.from?l.to:l.from+o,insert:a},range:k.
cursor(l.from+r+a.length)}}),scrollIntoView:!0,userEvent:"input.complete"}}var Dh=new WeakMap;function Hd(n){if(!Array.isArray(
n))return n;let e=Dh.get(n);return e||Dh.set(n,e=Nd(n)),e}var ls=V.define(),Qi=V.define(),vo=class{constructor(e){this.pattern=
e,this.chars=[],this.folded=[],this.any=[],this.precise=[],this.byWord=[],this.score=0,this.matched=[];for(let t=0;t<e.length;){
let i=rt(e,t),s=gt(i);this.chars.push(i);let r=e.slice(t,t+s),o=r.toUpperCase();this.folded.push(rt(o==r?r.toLowerCase():
o,0)),t+=s}this.astral=e.length!=this.chars.length}ret(e,t){return this.score=e,this.matched=t,this}match(e){if(this.pattern.
length==0)return this.ret(-100,[]);if(e.length<this.pattern.length)return null;let{chars:t,folded:i,any:s,precise:r,byWord:o}=this;
if(t.length==1){let v=rt(e,0),g=gt(v),x=g==e.length?0:-100;if(v!=t[0])if(v==i[0])x+=-200;else return null;return this.ret(
x,[0,g])}let l=e.indexOf(this.pattern);if(l==0)return this.ret(e.length==this.pattern.length?0:-100,[0,this.pattern.length]);
let a=t.length,h=0;if(l<0){for(let v=0,g=Math.min(e.length,200);v<g&&h<a;){let x=rt(e,v);(x==t[h]||x==i[h])&&(s[h++]=v),
v+=gt(x)}if(h<a)return null}let c=0,f=0,u=!1,d=0,p=-1,m=-1,y=/[a-z]/.test(e),b=!0;for(let v=0,g=Math.min(e.length,200),x=0;v<
g&&f<a;){let w=rt(e,v);l<0&&(c<a&&w==t[c]&&(r[c++]=v),d<a&&(w==t[d]||w==i[d]?(d==0&&(p=v),m=v+1,d++):d=0));let C,S=w<255?
w>=48&&w<=57||w>=97&&w<=122?2:w>=65&&w<=90?1:0:(C=rl(w))!=C.toLowerCase()?1:C!=C.toUpperCase()?2:0;(!v||S==1&&y||x==0&&S!=
0)&&(t[f]==w||i[f]==w&&(u=!0)?o[f++]=v:o.length&&(b=!1)),x=S,v+=gt(w)}return f==a&&o[0]==0&&b?this.result(-100+(u?-200:0),
o,e):d==a&&p==0?this.ret(-200-e.length+(m==e.length?0:-100),[0,m]):l>-1?this.ret(-700-e.length,[l,l+this.pattern.length]):
d==a?this.ret(-900-e.length,[p,m]):f==a?this.result(-100+(u?-200:0)+-700+(b?0:-1100),o,e):t.length==2?null:this.result((s[0]?
-700:0)+-200+-1100,s,e)}result(e,t,i){let s=[],r=0;for(let o of t){let l=o+(this.astral?gt(rt(i,o)):1);r&&s[r-1]==o?s[r-
1]=l:(s[r++]=o,s[r++]=l)}return this.ret(e-i.length,s)}},ko=class{constructor(e){this.pattern=e,this.matched=[],this.score=
0,this.folded=e.toLowerCase()}match(e){if(e.length<this.pattern.length)return null;let t=e.slice(0,this.pattern.length),
i=t==this.pattern?0:t.toLowerCase()==this.folded?-200:null;return i==null?null:(this.matched=[0,t.length],this.score=i+(e.
length==this.pattern.length?0:-100),this)}},ce=E.define({combine(n){return lt(n,{activateOnTyping:!0,activateOnCompletion:()=>!1,
activateOnTypingDelay:100,selectOnOpen:!0,override:null,closeOnBlur:!0,maxRenderedOptions:100,defaultKeymap:!0,tooltipClass:()=>"",
optionClass:()=>"",aboveCursor:!1,icons:!0,addToOptions:[],positionInfo:Wd,filterStrict:!1,compareCompletions:(e,t)=>(e.
sortText||e.label).localeCompare(t.sortText||t.label),interactionDelay:75,updateSyncTime:100},{defaultKeymap:(e,t)=>e&&t,
closeOnBlur:(e,t)=>e&&t,icons:(e,t)=>e&&t,tooltipClass:(e,t)=>i=>Eh(e(i),t(i)),optionClass:(e,t)=>i=>Eh(e(i),t(i)),addToOptions:(e,t)=>e.
concat(t),filterStrict:(e,t)=>e||t})}});function Eh(n,e){return n?e?n+" "+e:n:e}function Wd(n,e,t,i,s,r){let o=n.textDirection==
U.RTL,l=o,a=!1,h="top",c,f,u=e.left-s.left,d=s.right-e.right,p=i.right-i.left,m=i.bottom-i.top;if(l&&u<Math.min(p,d)?l=!1:
!l&&d<Math.min(p,u)&&(l=!0),p<=(l?u:d))c=Math.max(s.top,Math.min(t.top,s.bottom-m))-e.top,f=Math.min(400,l?u:d);else{a=!0,
f=Math.min(400,(o?e.right:s.right-e.left)-30);let v=s.bottom-e.bottom;v>=m||v>e.top?c=t.bottom-e.top:(h="bottom",c=e.bottom-
t.top)}let y=(e.bottom-e.top)/r.offsetHeight,b=(e.right-e.left)/r.offsetWidth;return{style:`${h}: ${c/y}px; max-width: ${f/
b}px`,class:"cm-completionInfo-"+(a?o?"left-narrow":"right-narrow":l?"left":"right")}}var To=V.define();function Vd(n){let e=n.
addToOptions.slice();return n.icons&&e.push({render(t){let i=document.createElement("div");return i.classList.add("cm-co\
mpletionIcon"),t.type&&i.classList.add(...t.type.split(/\s+/g).map(s=>"cm-completionIcon-"+s)),i.setAttribute("aria-hidd\
en","true"),i},position:20}),e.push({render(t,i,s,r){let o=document.createElement("span");o.className="cm-completionLabe\
l";let l=t.displayLabel||t.label,a=0;for(let h=0;h<r.length;){let c=r[h++],f=r[h++];c>a&&o.appendChild(document.createTextNode(
l.slice(a,c)));let u=o.appendChild(document.createElement("span"));u.appendChild(document.createTextNode(l.slice(c,f))),
u.className="cm-completionMatchedText",a=f}return a<l.length&&o.appendChild(document.createTextNode(l.slice(a))),o},position:50},
{render(t){if(!t.detail)return null;let i=document.createElement("span");return i.className="cm-completionDetail",i.textContent=
t.detail,i},position:80}),e.sort((t,i)=>t.position-i.position).map(t=>t.render)}function xo(n,e,t){if(n<=t)return{from:0,
to:n};if(e<0&&(e=0),e<=n>>1){let s=Math.floor(e/t);return{from:s*t,to:(s+1)*t}}let i=Math.ceil((n-e)/t);return{from:n-i*
t,to:n-(i-1)*t}}var So=class{constructor(e,t,i){this.view=e,this.stateField=t,this.applyCompletion=i,this.info=null,this.
infoDestroy=null,this.placeInfoReq={read:()=>this.measureInfo(),write:a=>this.placeInfo(a),key:this},this.space=null,this.
currentClass="";let s=e.state.field(t),{options:r,selected:o}=s.open,l=e.state.facet(ce);this.optionContent=Vd(l),this.optionClass=
l.optionClass,this.tooltipClass=l.tooltipClass,this.range=xo(r.length,o,l.maxRenderedOptions),this.dom=document.createElement(
"div"),this.dom.className="cm-tooltip-autocomplete",this.updateTooltipClass(e.state),this.dom.addEventListener("mousedow\
n",a=>{let{options:h}=e.state.field(t).open;for(let c=a.target,f;c&&c!=this.dom;c=c.parentNode)if(c.nodeName=="LI"&&(f=/-(\d+)$/.
exec(c.id))&&+f[1]<h.length){this.applyCompletion(e,h[+f[1]]),a.preventDefault();return}if(a.target==this.list){let c=this.
list.classList.contains("cm-completionListIncompleteTop")&&a.clientY<this.list.firstChild.getBoundingClientRect().top?this.
range.from-1:this.list.classList.contains("cm-completionListIncompleteBottom")&&a.clientY>this.list.lastChild.getBoundingClientRect().
bottom?this.range.to:null;c!=null&&(e.dispatch({effects:To.of(c)}),a.preventDefault())}}),this.dom.addEventListener("foc\
usout",a=>{let h=e.state.field(this.stateField,!1);h&&h.tooltip&&e.state.facet(ce).closeOnBlur&&a.relatedTarget!=e.contentDOM&&
e.dispatch({effects:Qi.of(null)})}),this.showOptions(r,s.id)}mount(){this.updateSel()}showOptions(e,t){this.list&&this.list.
remove(),this.list=this.dom.appendChild(this.createListBox(e,t,this.range)),this.list.addEventListener("scroll",()=>{this.
info&&this.view.requestMeasure(this.placeInfoReq)})}update(e){var t;let i=e.state.field(this.stateField),s=e.startState.
field(this.stateField);if(this.updateTooltipClass(e.state),i!=s){let{options:r,selected:o,disabled:l}=i.open;(!s.open||s.
open.options!=r)&&(this.range=xo(r.length,o,e.state.facet(ce).maxRenderedOptions),this.showOptions(r,i.id)),this.updateSel(),
l!=((t=s.open)===null||t===void 0?void 0:t.disabled)&&this.dom.classList.toggle("cm-tooltip-autocomplete-disabled",!!l)}}updateTooltipClass(e){
let t=this.tooltipClass(e);if(t!=this.currentClass){for(let i of this.currentClass.split(" "))i&&this.dom.classList.remove(
i);for(let i of t.split(" "))i&&this.dom.classList.add(i);this.currentClass=t}}positioned(e){this.space=e,this.info&&this.
view.requestMeasure(this.placeInfoReq)}updateSel(){let e=this.view.state.field(this.stateField),t=e.open;(t.selected>-1&&
t.selected<this.range.from||t.selected>=this.range.to)&&(this.range=xo(t.options.length,t.selected,this.view.state.facet(
ce).maxRenderedOptions),this.showOptions(t.options,e.id));let i=this.updateSelectedOption(t.selected);if(i){this.destroyInfo();
let{completion:s}=t.options[t.selected],{info:r}=s;if(!r)return;let o=typeof r=="string"?document.createTextNode(r):r(s);
if(!o)return;"then"in o?o.then(l=>{l&&this.view.state.field(this.stateField,!1)==e&&this.addInfoPane(l,s)}).catch(l=>fe(
this.view.state,l,"completion info")):(this.addInfoPane(o,s),i.setAttribute("aria-describedby",this.info.id))}}addInfoPane(e,t){
this.destroyInfo();let i=this.info=document.createElement("div");if(i.className="cm-tooltip cm-completionInfo",i.id="cm-\
completionInfo-"+Math.floor(Math.random()*65535).toString(16),e.nodeType!=null)i.appendChild(e),this.infoDestroy=null;else{
let{dom:s,destroy:r}=e;i.appendChild(s),this.infoDestroy=r||null}this.dom.appendChild(i),this.view.requestMeasure(this.placeInfoReq)}updateSelectedOption(e){
let t=null;for(let i=this.list.firstChild,s=this.range.from;i;i=i.nextSibling,s++)i.nodeName!="LI"||!i.id?s--:s==e?i.hasAttribute(
"aria-selected")||(i.setAttribute("aria-selected","true"),t=i):i.hasAttribute("aria-selected")&&(i.removeAttribute("aria\
-selected"),i.removeAttribute("aria-describedby"));return t&&jd(this.list,t),t}measureInfo(){let e=this.dom.querySelector(
"[aria-selected]");if(!e||!this.info)return null;let t=this.dom.getBoundingClientRect(),i=this.info.getBoundingClientRect(),
s=e.getBoundingClientRect(),r=this.space;if(!r){let o=this.dom.ownerDocument.documentElement;r={left:0,top:0,right:o.clientWidth,
bottom:o.clientHeight}}return s.top>Math.min(r.bottom,t.bottom)-10||s.bottom<Math.max(r.top,t.top)+10?null:this.view.state.
facet(ce).positionInfo(this.view,t,s,i,r,this.dom)}placeInfo(e){this.info&&(e?(e.style&&(this.info.style.cssText=e.style),
this.info.className="cm-tooltip cm-completionInfo "+(e.class||"")):this.info.style.cssText="top: -1e6px")}createListBox(e,t,i){
let s=document.createElement("ul");s.id=t,s.setAttribute("role","listbox"),s.setAttribute("aria-expanded","true"),s.setAttribute(
"aria-label",this.view.state.phrase("Completions")),s.addEventListener("mousedown",o=>{o.target==s&&o.preventDefault()});
let r=null;for(let o=i.from;o<i.to;o++){let{completion:l,match:a}=e[o],{section:h}=l;if(h){let u=typeof h=="string"?h:h.
name;if(u!=r&&(o>i.from||i.from==0))if(r=u,typeof h!="string"&&h.header)s.appendChild(h.header(h));else{let d=s.appendChild(
document.createElement("completion-section"));d.textContent=u}}let c=s.appendChild(document.createElement("li"));c.id=t+
"-"+o,c.setAttribute("role","option");let f=this.optionClass(l);f&&(c.className=f);for(let u of this.optionContent){let d=u(
l,this.view.state,this.view,a);d&&c.appendChild(d)}}return i.from&&s.classList.add("cm-completionListIncompleteTop"),i.to<
e.length&&s.classList.add("cm-completionListIncompleteBottom"),s}destroyInfo(){this.info&&(this.infoDestroy&&this.infoDestroy(),
this.info.remove(),this.info=null)}destroy(){this.destroyInfo()}};function zd(n,e){return t=>new So(t,n,e)}function jd(n,e){
let t=n.getBoundingClientRect(),i=e.getBoundingClientRect(),s=t.height/n.offsetHeight;i.top<t.top?n.scrollTop-=(t.top-i.
top)/s:i.bottom>t.bottom&&(n.scrollTop+=(i.bottom-t.bottom)/s)}function Bh(n){return(n.boost||0)*100+(n.apply?10:0)+(n.info?
5:0)+(n.type?1:0)}function Kd(n,e){let t=[],i=null,s=null,r=c=>{t.push(c);let{section:f}=c.completion;if(f){i||(i=[]);let u=typeof f==
"string"?f:f.name;i.some(d=>d.name==u)||i.push(typeof f=="string"?{name:u}:f)}},o=e.facet(ce);for(let c of n)if(c.hasResult()){
let f=c.result.getMatch;if(c.result.filter===!1)for(let u of c.result.options)r(new os(u,c.source,f?f(u):[],1e9-t.length));else{
let u=e.sliceDoc(c.from,c.to),d,p=o.filterStrict?new ko(u):new vo(u);for(let m of c.result.options)if(d=p.match(m.label)){
let y=m.displayLabel?f?f(m,d.matched):[]:d.matched,b=d.score+(m.boost||0);if(r(new os(m,c.source,y,b)),typeof m.section==
"object"&&m.section.rank==="dynamic"){let{name:v}=m.section;s||(s=Object.create(null)),s[v]=Math.max(b,s[v]||-1e9)}}}}if(i){
let c=Object.create(null),f=0,u=(d,p)=>(d.rank==="dynamic"&&p.rank==="dynamic"?s[p.name]-s[d.name]:0)||(typeof d.rank=="\
number"?d.rank:1e9)-(typeof p.rank=="number"?p.rank:1e9)||(d.name<p.name?-1:1);for(let d of i.sort(u))f-=1e5,c[d.name]=f;
for(let d of t){let{section:p}=d.completion;p&&(d.score+=c[typeof p=="string"?p:p.name])}}let l=[],a=null,h=o.compareCompletions;
for(let c of t.sort((f,u)=>u.score-f.score||h(f.completion,u.completion))){let f=c.completion;!a||a.label!=f.label||a.detail!=
f.detail||a.type!=null&&f.type!=null&&a.type!=f.type||a.apply!=f.apply||a.boost!=f.boost?l.push(c):Bh(c.completion)>Bh(a)&&
(l[l.length-1]=c),a=c.completion}return l}var Co=class n{constructor(e,t,i,s,r,o){this.options=e,this.attrs=t,this.tooltip=
i,this.timestamp=s,this.selected=r,this.disabled=o}setSelected(e,t){return e==this.selected||e>=this.options.length?this:
new n(this.options,Rh(t,e),this.tooltip,this.timestamp,e,this.disabled)}static build(e,t,i,s,r,o){if(s&&!o&&e.some(h=>h.
isPending))return s.setDisabled();let l=Kd(e,t);if(!l.length)return s&&e.some(h=>h.isPending)?s.setDisabled():null;let a=t.
facet(ce).selectOnOpen?0:-1;if(s&&s.selected!=a&&s.selected!=-1){let h=s.options[s.selected].completion;for(let c=0;c<l.
length;c++)if(l[c].completion==h){a=c;break}}return new n(l,Rh(i,a),{pos:e.reduce((h,c)=>c.hasResult()?Math.min(h,c.from):
h,1e8),create:Yd,above:r.aboveCursor},s?s.timestamp:Date.now(),a,!1)}map(e){return new n(this.options,this.attrs,{...this.
tooltip,pos:e.mapPos(this.tooltip.pos)},this.timestamp,this.selected,this.disabled)}setDisabled(){return new n(this.options,
this.attrs,this.tooltip,this.timestamp,this.selected,!0)}},Ao=class n{constructor(e,t,i){this.active=e,this.id=t,this.open=
i}static start(){return new n(Gd,"cm-ac-"+Math.floor(Math.random()*2e6).toString(36),null)}update(e){let{state:t}=e,i=t.
facet(ce),r=(i.override||t.languageDataAt("autocomplete",Kt(t)).map(Hd)).map(a=>(this.active.find(c=>c.source==a)||new ut(
a,this.active.some(c=>c.state!=0)?1:0)).update(e,i));r.length==this.active.length&&r.every((a,h)=>a==this.active[h])&&(r=
this.active);let o=this.open,l=e.effects.some(a=>a.is(Oo));o&&e.docChanged&&(o=o.map(e.changes)),e.selection||r.some(a=>a.
hasResult()&&e.changes.touchesRange(a.from,a.to))||!qd(r,this.active)||l?o=Co.build(r,t,this.id,o,i,l):o&&o.disabled&&!r.
some(a=>a.isPending)&&(o=null),!o&&r.every(a=>!a.isPending)&&r.some(a=>a.hasResult())&&(r=r.map(a=>a.hasResult()?new ut(
a.source,0):a));for(let a of e.effects)a.is(To)&&(o=o&&o.setSelected(a.value,this.id));return r==this.active&&o==this.open?
this:new n(r,this.id,o)}get tooltip(){return this.open?this.open.tooltip:null}get attrs(){return this.open?this.open.attrs:
this.active.length?$d:Ud}};function qd(n,e){if(n==e)return!0;for(let t=0,i=0;;){for(;t<n.length&&!n[t].hasResult();)t++;
for(;i<e.length&&!e[i].hasResult();)i++;let s=t==n.length,r=i==e.length;if(s||r)return s==r;if(n[t++].result!=e[i++].result)
return!1}}var $d={"aria-autocomplete":"list"},Ud={};function Rh(n,e){let t={"aria-autocomplete":"list","aria-haspopup":"\
listbox","aria-controls":n};return e>-1&&(t["aria-activedescendant"]=n+"-"+e),t}var Gd=[];function Ih(n,e){if(n.isUserEvent(
"input.complete")){let i=n.annotation(Ph);if(i&&e.activateOnCompletion(i))return 12}let t=n.isUserEvent("input.type");return t&&
e.activateOnTyping?5:t?1:n.isUserEvent("delete.backward")?2:n.selection?8:n.docChanged?16:0}var ut=class n{constructor(e,t,i=!1){
this.source=e,this.state=t,this.explicit=i}hasResult(){return!1}get isPending(){return this.state==1}update(e,t){let i=Ih(
e,t),s=this;(i&8||i&16&&this.touches(e))&&(s=new n(s.source,0)),i&4&&s.state==0&&(s=new n(this.source,1)),s=s.updateFor(
e,i);for(let r of e.effects)if(r.is(ls))s=new n(s.source,1,r.value);else if(r.is(Qi))s=new n(s.source,0);else if(r.is(Oo))
for(let o of r.value)o.source==s.source&&(s=o);return s}updateFor(e,t){return this.map(e.changes)}map(e){return this}touches(e){
return e.changes.touchesRange(Kt(e.state))}},as=class n extends ut{constructor(e,t,i,s,r,o){super(e,3,t),this.limit=i,this.
result=s,this.from=r,this.to=o}hasResult(){return!0}updateFor(e,t){var i;if(!(t&3))return this.map(e.changes);let s=this.
result;s.map&&!e.changes.empty&&(s=s.map(s,e.changes));let r=e.changes.mapPos(this.from),o=e.changes.mapPos(this.to,1),l=Kt(
e.state);if(l>o||!s||t&2&&(Kt(e.startState)==this.from||l<this.limit))return new ut(this.source,t&4?1:0);let a=e.changes.
mapPos(this.limit);return _d(s.validFor,e.state,r,o)?new n(this.source,this.explicit,a,s,r,o):s.update&&(s=s.update(s,r,
o,new rs(e.state,l,!1)))?new n(this.source,this.explicit,a,s,s.from,(i=s.to)!==null&&i!==void 0?i:Kt(e.state)):new ut(this.
source,1,this.explicit)}map(e){if(e.empty)return this;let t=this.result.map?this.result.map(this.result,e):this.result;return t?
new n(this.source,this.explicit,e.mapPos(this.limit),t,e.mapPos(this.from),e.mapPos(this.to,1)):new ut(this.source,0)}touches(e){
return e.changes.touchesRange(this.from,this.to)}};function _d(n,e,t,i){if(!n)return!1;let s=e.sliceDoc(t,i);return typeof n==
"function"?n(s,t,i,e):Lh(n,!0).test(s)}var Oo=V.define({map(n,e){return n.map(t=>t.map(e))}}),Ae=me.define({create(){return Ao.
start()},update(n,e){return n.update(e)},provide:n=>[Wi.from(n,e=>e.tooltip),B.contentAttributes.from(n,e=>e.attrs)]});function Do(n,e){
let t=e.completion.apply||e.completion.label,i=n.state.field(Ae).active.find(s=>s.source==e.source);return i instanceof as?
(typeof t=="string"?n.dispatch({...Fd(n.state,t,i.from,i.to),annotations:Ph.of(e.completion)}):t(n,e.completion,i.from,i.
to),!0):!1}var Yd=zd(Ae,Do);function ss(n,e="option"){return t=>{let i=t.state.field(Ae,!1);if(!i||!i.open||i.open.disabled||
Date.now()-i.open.timestamp<t.state.facet(ce).interactionDelay)return!1;let s=1,r;e=="page"&&(r=Ur(t,i.open.tooltip))&&(s=
Math.max(2,Math.floor(r.dom.offsetHeight/r.dom.querySelector("li").offsetHeight)-1));let{length:o}=i.open.options,l=i.open.
selected>-1?i.open.selected+s*(n?1:-1):n?0:o-1;return l<0?l=e=="page"?0:o-1:l>=o&&(l=e=="page"?o-1:0),t.dispatch({effects:To.
of(l)}),!0}}var Xd=n=>{let e=n.state.field(Ae,!1);return n.state.readOnly||!e||!e.open||e.open.selected<0||e.open.disabled||
Date.now()-e.open.timestamp<n.state.facet(ce).interactionDelay?!1:Do(n,e.open.options[e.open.selected])},wo=n=>n.state.field(
Ae,!1)?(n.dispatch({effects:ls.of(!0)}),!0):!1,Jd=n=>{let e=n.state.field(Ae,!1);return!e||!e.active.some(t=>t.state!=0)?
!1:(n.dispatch({effects:Qi.of(null)}),!0)},Mo=class{constructor(e,t){this.active=e,this.context=t,this.time=Date.now(),this.
updates=[],this.done=void 0}},Zd=50,Qd=1e3,ep=Ce.fromClass(class{constructor(n){this.view=n,this.debounceUpdate=-1,this.
running=[],this.debounceAccept=-1,this.pendingStart=!1,this.composing=0;for(let e of n.state.field(Ae).active)e.isPending&&
this.startQuery(e)}update(n){let e=n.state.field(Ae),t=n.state.facet(ce);if(!n.selectionSet&&!n.docChanged&&n.startState.
field(Ae)==e)return;let i=n.transactions.some(r=>{let o=Ih(r,t);return o&8||(r.selection||r.docChanged)&&!(o&3)});for(let r=0;r<
this.running.length;r++){let o=this.running[r];if(i||o.context.abortOnDocChange&&n.docChanged||o.updates.length+n.transactions.
length>Zd&&Date.now()-o.time>Qd){for(let l of o.context.abortListeners)try{l()}catch(a){fe(this.view.state,a)}o.context.
abortListeners=null,this.running.splice(r--,1)}else o.updates.push(...n.transactions)}this.debounceUpdate>-1&&clearTimeout(
this.debounceUpdate),n.transactions.some(r=>r.effects.some(o=>o.is(ls)))&&(this.pendingStart=!0);let s=this.pendingStart?
50:t.activateOnTypingDelay;if(this.debounceUpdate=e.active.some(r=>r.isPending&&!this.running.some(o=>o.active.source==r.
source))?setTimeout(()=>this.startUpdate(),s):-1,this.composing!=0)for(let r of n.transactions)r.isUserEvent("input.type")?
this.composing=2:this.composing==2&&r.selection&&(this.composing=3)}startUpdate(){this.debounceUpdate=-1,this.pendingStart=
!1;let{state:n}=this.view,e=n.field(Ae);for(let t of e.active)t.isPending&&!this.running.some(i=>i.active.source==t.source)&&
this.startQuery(t);this.running.length&&e.open&&e.open.disabled&&(this.debounceAccept=setTimeout(()=>this.accept(),this.
view.state.facet(ce).updateSyncTime))}startQuery(n){let{state:e}=this.view,t=Kt(e),i=new rs(e,t,n.explicit,this.view),s=new Mo(
n,i);this.running.push(s),Promise.resolve(n.source(i)).then(r=>{s.context.aborted||(s.done=r||null,this.scheduleAccept())},
r=>{this.view.dispatch({effects:Qi.of(null)}),fe(this.view.state,r)})}scheduleAccept(){this.running.every(n=>n.done!==void 0)?
this.accept():this.debounceAccept<0&&(this.debounceAccept=setTimeout(()=>this.accept(),this.view.state.facet(ce).updateSyncTime))}accept(){
var n;this.debounceAccept>-1&&clearTimeout(this.debounceAccept),this.debounceAccept=-1;let e=[],t=this.view.state.facet(
ce),i=this.view.state.field(Ae);for(let s=0;s<this.running.length;s++){let r=this.running[s];if(r.done===void 0)continue;
if(this.running.splice(s--,1),r.done){let l=Kt(r.updates.length?r.updates[0].startState:this.view.state),a=Math.min(l,r.
done.from+(r.active.explicit?0:1)),h=new as(r.active.source,r.active.explicit,a,r.done,r.done.from,(n=r.done.to)!==null&&
n!==void 0?n:l);for(let c of r.updates)h=h.update(c,t);if(h.hasResult()){e.push(h);continue}}let o=i.active.find(l=>l.source==
r.active.source);if(o&&o.isPending)if(r.done==null){let l=new ut(r.active.source,0);for(let a of r.updates)l=l.update(a,
t);l.isPending||e.push(l)}else this.startQuery(o)}(e.length||i.open&&i.open.disabled)&&this.view.dispatch({effects:Oo.of(
e)})}},{eventHandlers:{blur(n){let e=this.view.state.field(Ae,!1);if(e&&e.tooltip&&this.view.state.facet(ce).closeOnBlur){
let t=e.open&&Ur(this.view,e.open.tooltip);(!t||!t.dom.contains(n.relatedTarget))&&setTimeout(()=>this.view.dispatch({effects:Qi.
of(null)}),10)}},compositionstart(){this.composing=1},compositionend(){this.composing==3&&setTimeout(()=>this.view.dispatch(
{effects:ls.of(!1)}),20),this.composing=0}}}),tp=typeof navigator=="object"&&/Win/.test(navigator.platform),ip=ot.highest(
B.domEventHandlers({keydown(n,e){let t=e.state.field(Ae,!1);if(!t||!t.open||t.open.disabled||t.open.selected<0||!n.key||
n.key.length>1||n.ctrlKey&&!(tp&&n.altKey)||n.metaKey)return!1;let i=t.open.options[t.open.selected],s=t.active.find(o=>o.
source==i.source),r=i.completion.commitCharacters||s.result.commitCharacters;return r&&r.indexOf(n.key)>-1&&Do(e,i),!1}})),
np=B.baseTheme({".cm-tooltip.cm-tooltip-autocomplete":{"& > ul":{fontFamily:"monospace",whiteSpace:"nowrap",overflow:"hi\
dden auto",maxWidth_fallback:"700px",maxWidth:"min(700px, 95vw)",minWidth:"250px",maxHeight:"10em",height:"100%",listStyle:"\
none",margin:0,padding:0,"& > li, & > completion-section":{padding:"1px 3px",lineHeight:1.2},"& > li":{overflowX:"hidden",
textOverflow:"ellipsis",cursor:"pointer"},"& > completion-section":{display:"list-item",borderBottom:"1px solid silver",
paddingLeft:"0.5em",opacity:.7}}},"&light .cm-tooltip-autocomplete ul li[aria-selected]":{background:"#17c",color:"white"},
"&light .cm-tooltip-autocomplete-disabled ul li[aria-selected]":{background:"#777"},"&dark .cm-tooltip-autocomplete ul l\
i[aria-selected]":{background:"#347",color:"white"},"&dark .cm-tooltip-autocomplete-disabled ul li[aria-selected]":{background:"\
#444"},".cm-completionListIncompleteTop:before, .cm-completionListIncompleteBottom:after":{content:'"···"',opacity:.5,
display:"block",textAlign:"center",cursor:"pointer"},".cm-tooltip.cm-completionInfo":{position:"absolute",padding:"3px 9\
px",width:"max-content",maxWidth:"400px",boxSizing:"border-box",whiteSpace:"pre-line"},".cm-completionInfo.cm-completion\
Info-left":{right:"100%"},".cm-completionInfo.cm-completionInfo-right":{left:"100%"},".cm-completionInfo.cm-completionIn\
fo-left-narrow":{right:"30px"},".cm-completionInfo.cm-completionInfo-right-narrow":{left:"30px"},"&light .cm-snippetFiel\
d":{backgroundColor:"#00000022"},"&dark .cm-snippetField":{backgroundColor:"#ffffff22"},".cm-snippetFieldPosition":{verticalAlign:"\
text-top",width:0,height:"1.15em",display:"inline-block",margin:"0 -0.7px -.7em",borderLeft:"1.4px dotted #888"},".cm-co\
mpletionMatchedText":{textDecoration:"underline"},".cm-completionDetail":{marginLeft:"0.5em",fontStyle:"italic"},".cm-co\
mpletionIcon":{fontSize:"90%",width:".8em",display:"inline-block",textAlign:"center",paddingRight:".6em",opacity:"0.6",boxSizing:"\
content-box"},".cm-completionIcon-function, .cm-completionIcon-method":{"&:after":{content:"'ƒ'"}},".cm-completionIcon-\
class":{"&:after":{content:"'○'"}},".cm-completionIcon-interface":{"&:after":{content:"'◌'"}},".cm-completionIcon-va\
riable":{"&:after":{content:"'𝑥'"}},".cm-completionIcon-constant":{"&:after":{content:"'𝐶'"}},".cm-completionIcon-\
type":{"&:after":{content:"'𝑡'"}},".cm-completionIcon-enum":{"&:after":{content:"'∪'"}},".cm-completionIcon-propert\
y":{"&:after":{content:"'□'"}},".cm-completionIcon-keyword":{"&:after":{content:"'🔑︎'"}},".cm-completionIcon-name\
space":{"&:after":{content:"'▢'"}},".cm-completionIcon-text":{"&:after":{content:"'abc'",fontSize:"50%",verticalAlign:"\
middle"}}});var Nh=new class extends Re{};Nh.startSide=1;Nh.endSide=-1;var Bg=typeof navigator=="object"&&/Android\b/.test(navigator.userAgent);function Fh(n={}){return[ip,Ae,ce.of(n),ep,sp,np]}var Eo=[{key:"Ctrl-Space",run:wo},{mac:"Alt-`",run:wo},{mac:"Alt-i",run:wo},
{key:"Escape",run:Jd},{key:"ArrowDown",run:ss(!0)},{key:"ArrowUp",run:ss(!1)},{key:"PageDown",run:ss(!0,"page")},{key:"P\
ageUp",run:ss(!1,"page")},{key:"Enter",run:Xd}],sp=ot.highest(Hi.computeN([ce],n=>n.facet(ce).defaultKeymap?[Eo]:[]));var rp=n=>{let{state:e}=n,t=e.doc.lineAt(e.selection.main.from),i=Fo(n.state,t.from);return i.line?op(n):i.block?ap(n):!1};
function No(n,e){return({state:t,dispatch:i})=>{if(t.readOnly)return!1;let s=n(e,t);return s?(i(t.update(s)),!0):!1}}var op=No(
fp,0);var lp=No(Uh,0);var ap=No((n,e)=>Uh(n,e,cp(e)),0);function Fo(n,e){let t=n.languageDataAt("commentTokens",e,1);return t.length?t[0]:{}}var en=50;
function hp(n,{open:e,close:t},i,s){let r=n.sliceDoc(i-en,i),o=n.sliceDoc(s,s+en),l=/\s*$/.exec(r)[0].length,a=/^\s*/.exec(
o)[0].length,h=r.length-l;if(r.slice(h-e.length,h)==e&&o.slice(a,a+t.length)==t)return{open:{pos:i-l,margin:l&&1},close:{
pos:s+a,margin:a&&1}};let c,f;s-i<=2*en?c=f=n.sliceDoc(i,s):(c=n.sliceDoc(i,i+en),f=n.sliceDoc(s-en,s));let u=/^\s*/.exec(
c)[0].length,d=/\s*$/.exec(f)[0].length,p=f.length-d-t.length;return c.slice(u,u+e.length)==e&&f.slice(p,p+t.length)==t?
{open:{pos:i+u+e.length,margin:/\s/.test(c.charAt(u+e.length))?1:0},close:{pos:s-d-t.length,margin:/\s/.test(f.charAt(p-
1))?1:0}}:null}function cp(n){let e=[];for(let t of n.selection.ranges){let i=n.doc.lineAt(t.from),s=t.to<=i.to?i:n.doc.
lineAt(t.to);s.from>i.from&&s.from==t.to&&(s=t.to==i.to+1?i:n.doc.lineAt(t.to-1));let r=e.length-1;r>=0&&e[r].to>i.from?
e[r].to=s.to:e.push({from:i.from+/^\s*/.exec(i.text)[0].length,to:s.to})}return e}function Uh(n,e,t=e.selection.ranges){
let i=t.map(r=>Fo(e,r.from).block);if(!i.every(r=>r))return null;let s=t.map((r,o)=>hp(e,i[o],r.from,r.to));if(n!=2&&!s.
every(r=>r))return{changes:e.changes(t.map((r,o)=>s[o]?[]:[{from:r.from,insert:i[o].open+" "},{from:r.to,insert:" "+i[o].
close}]))};if(n!=1&&s.some(r=>r)){let r=[];for(let o=0,l;o<s.length;o++)if(l=s[o]){let a=i[o],{open:h,close:c}=l;r.push(
{from:h.pos-a.open.length,to:h.pos+h.margin},{from:c.pos-c.margin,to:c.pos+a.close.length})}return{changes:r}}return null}
function fp(n,e,t=e.selection.ranges){let i=[],s=-1;e:for(let{from:r,to:o}of t){let l=i.length,a=1e9,h;for(let c=r;c<=o;){
let f=e.doc.lineAt(c);if(h==null&&(h=Fo(e,f.from).line,!h))continue e;if(f.from>s&&(r==o||o>f.from)){s=f.from;let u=/^\s*/.
exec(f.text)[0].length,d=u==f.length,p=f.text.slice(u,u+h.length)==h?u:-1;u<f.text.length&&u<a&&(a=u),i.push({line:f,comment:p,
token:h,indent:u,empty:d,single:!1})}c=f.to+1}if(a<1e9)for(let c=l;c<i.length;c++)i[c].indent<i[c].line.text.length&&(i[c].
indent=a);i.length==l+1&&(i[l].single=!0)}if(n!=2&&i.some(r=>r.comment<0&&(!r.empty||r.single))){let r=[];for(let{line:l,
token:a,indent:h,empty:c,single:f}of i)(f||!c)&&r.push({from:l.from+h,insert:a+" "});let o=e.changes(r);return{changes:o,
selection:e.selection.map(o,1)}}else if(n!=1&&i.some(r=>r.comment>=0)){let r=[];for(let{line:o,comment:l,token:a}of i)if(l>=
0){let h=o.from+l,c=h+a.length;o.text[c-o.from]==" "&&c++,r.push({from:h,to:c})}return{changes:r}}return null}var Ro=ke.
define(),up=ke.define(),dp=E.define(),Gh=E.define({combine(n){return lt(n,{minDepth:100,newGroupDelay:500,joinToEvent:(e,t)=>t},
{minDepth:Math.max,newGroupDelay:Math.min,joinToEvent:(e,t)=>(i,s)=>e(i,s)||t(i,s)})}}),_h=me.define({create(){return qt.
empty},update(n,e){let t=e.state.facet(Gh),i=e.annotation(Ro);if(i){let a=Ue.fromTransaction(e,i.selection),h=i.side,c=h==
0?n.undone:n.done;return a?c=cs(c,c.length,t.minDepth,a):c=Zh(c,e.startState.selection),new qt(h==0?i.rest:c,h==0?c:i.rest)}
let s=e.annotation(up);if((s=="full"||s=="before")&&(n=n.isolate()),e.annotation(oe.addToHistory)===!1)return e.changes.
empty?n:n.addMapping(e.changes.desc);let r=Ue.fromTransaction(e),o=e.annotation(oe.time),l=e.annotation(oe.userEvent);return r?
n=n.addChanges(r,o,l,t,e):e.selection&&(n=n.addSelection(e.startState.selection,o,l,t.newGroupDelay)),(s=="full"||s=="af\
ter")&&(n=n.isolate()),n},toJSON(n){return{done:n.done.map(e=>e.toJSON()),undone:n.undone.map(e=>e.toJSON())}},fromJSON(n){
return new qt(n.done.map(Ue.fromJSON),n.undone.map(Ue.fromJSON))}});function Yh(n={}){return[_h,Gh.of(n),B.domEventHandlers(
{beforeinput(e,t){let i=e.inputType=="historyUndo"?Xh:e.inputType=="historyRedo"?Lo:null;return i?(e.preventDefault(),i(
t)):!1}})]}function fs(n,e){return function({state:t,dispatch:i}){if(!e&&t.readOnly)return!1;let s=t.field(_h,!1);if(!s)return!1;let r=s.
pop(n,t,e);return r?(i(r),!0):!1}}var Xh=fs(0,!1),Lo=fs(1,!1),pp=fs(0,!0),mp=fs(1,!0);var Ue=class n{constructor(e,t,i,s,r){this.changes=e,this.effects=t,this.mapped=i,this.startSelection=s,this.selectionsAfter=
r}setSelAfter(e){return new n(this.changes,this.effects,this.mapped,this.startSelection,e)}toJSON(){var e,t,i;return{changes:(e=
this.changes)===null||e===void 0?void 0:e.toJSON(),mapped:(t=this.mapped)===null||t===void 0?void 0:t.toJSON(),startSelection:(i=
this.startSelection)===null||i===void 0?void 0:i.toJSON(),selectionsAfter:this.selectionsAfter.map(s=>s.toJSON())}}static fromJSON(e){
return new n(e.changes&&ye.fromJSON(e.changes),[],e.mapped&&st.fromJSON(e.mapped),e.startSelection&&k.fromJSON(e.startSelection),
e.selectionsAfter.map(k.fromJSON))}static fromTransaction(e,t){let i=He;for(let s of e.startState.facet(dp)){let r=s(e);
r.length&&(i=i.concat(r))}return!i.length&&e.changes.empty?null:new n(e.changes.invert(e.startState.doc),i,void 0,t||e.startState.
selection,He)}static selection(e){return new n(void 0,He,void 0,void 0,e)}};function cs(n,e,t,i){let s=e+1>t+20?e-t-1:0,
r=n.slice(s,e);return r.push(i),r}function gp(n,e){let t=[],i=!1;return n.iterChangedRanges((s,r)=>t.push(s,r)),e.iterChangedRanges(
(s,r,o,l)=>{for(let a=0;a<t.length;){let h=t[a++],c=t[a++];l>=h&&o<=c&&(i=!0)}}),i}function yp(n,e){return n.ranges.length==
e.ranges.length&&n.ranges.filter((t,i)=>t.empty!=e.ranges[i].empty).length===0}function Jh(n,e){return n.length?e.length?
n.concat(e):n:e}var He=[],bp=200;function Zh(n,e){if(n.length){let t=n[n.length-1],i=t.selectionsAfter.slice(Math.max(0,
t.selectionsAfter.length-bp));return i.length&&i[i.length-1].eq(e)?n:(i.push(e),cs(n,n.length-1,1e9,t.setSelAfter(i)))}else
return[Ue.selection([e])]}function xp(n){let e=n[n.length-1],t=n.slice();return t[n.length-1]=e.setSelAfter(e.selectionsAfter.
slice(0,e.selectionsAfter.length-1)),t}function Bo(n,e){if(!n.length)return n;let t=n.length,i=He;for(;t;){let s=wp(n[t-
1],e,i);if(s.changes&&!s.changes.empty||s.effects.length){let r=n.slice(0,t);return r[t-1]=s,r}else e=s.mapped,t--,i=s.selectionsAfter}
return i.length?[Ue.selection(i)]:He}function wp(n,e,t){let i=Jh(n.selectionsAfter.length?n.selectionsAfter.map(l=>l.map(
e)):He,t);if(!n.changes)return Ue.selection(i);let s=n.changes.map(e),r=e.mapDesc(n.changes,!0),o=n.mapped?n.mapped.composeDesc(
r):r;return new Ue(s,V.mapEffects(n.effects,e),o,n.startSelection.map(r),i)}var vp=/^(input\.type|delete)($|\.)/,qt=class n{constructor(e,t,i=0,s=void 0){
this.done=e,this.undone=t,this.prevTime=i,this.prevUserEvent=s}isolate(){return this.prevTime?new n(this.done,this.undone):
this}addChanges(e,t,i,s,r){let o=this.done,l=o[o.length-1];return l&&l.changes&&!l.changes.empty&&e.changes&&(!i||vp.test(
i))&&(!l.selectionsAfter.length&&t-this.prevTime<s.newGroupDelay&&s.joinToEvent(r,gp(l.changes,e.changes))||i=="input.ty\
pe.compose")?o=cs(o,o.length-1,s.minDepth,new Ue(e.changes.compose(l.changes),Jh(V.mapEffects(e.effects,l.changes),l.effects),
l.mapped,l.startSelection,He)):o=cs(o,o.length,s.minDepth,e),new n(o,He,t,i)}addSelection(e,t,i,s){let r=this.done.length?
this.done[this.done.length-1].selectionsAfter:He;return r.length>0&&t-this.prevTime<s&&i==this.prevUserEvent&&i&&/^select($|\.)/.
test(i)&&yp(r[r.length-1],e)?this:new n(Zh(this.done,e),this.undone,t,i)}addMapping(e){return new n(Bo(this.done,e),Bo(this.
undone,e),this.prevTime,this.prevUserEvent)}pop(e,t,i){let s=e==0?this.done:this.undone;if(s.length==0)return null;let r=s[s.
length-1],o=r.selectionsAfter[0]||(r.startSelection?r.startSelection.map(r.changes.invertedDesc,1):t.selection);if(i&&r.
selectionsAfter.length)return t.update({selection:r.selectionsAfter[r.selectionsAfter.length-1],annotations:Ro.of({side:e,
rest:xp(s),selection:o}),userEvent:e==0?"select.undo":"select.redo",scrollIntoView:!0});if(r.changes){let l=s.length==1?
He:s.slice(0,s.length-1);return r.mapped&&(l=Bo(l,r.mapped)),t.update({changes:r.changes,selection:r.startSelection,effects:r.
effects,annotations:Ro.of({side:e,rest:l,selection:o}),filter:!1,userEvent:e==0?"undo":"redo",scrollIntoView:!0})}else return null}};
qt.empty=new qt(He,He);var Qh=[{key:"Mod-z",run:Xh,preventDefault:!0},{key:"Mod-y",mac:"Mod-Shift-z",run:Lo,preventDefault:!0},
{linux:"Ctrl-Shift-z",run:Lo,preventDefault:!0},{key:"Mod-u",run:pp,preventDefault:!0},{key:"Alt-u",mac:"Mod-Shift-u",run:mp,
preventDefault:!0}];function gi(n,e){return k.create(n.ranges.map(e),n.mainIndex)}function Ge(n,e){return n.update({selection:e,
scrollIntoView:!0,userEvent:"select"})}function _e({state:n,dispatch:e},t){let i=gi(n.selection,t);return i.eq(n.selection,
!0)?!1:(e(Ge(n,i)),!0)}function us(n,e){return k.cursor(e?n.to:n.from)}function ec(n,e){return _e(n,t=>t.empty?n.moveByChar(
t,e):us(t,e))}function ge(n){return n.textDirectionAt(n.state.selection.main.head)==U.LTR}var tc=n=>ec(n,!ge(n)),ic=n=>ec(
n,ge(n));function nc(n,e){return _e(n,t=>t.empty?n.moveByGroup(t,e):us(t,e))}var kp=n=>nc(n,!ge(n)),Sp=n=>nc(n,ge(n));var Wg=typeof Intl<"u"&&Intl.Segmenter?new Intl.Segmenter(void 0,{granularity:"word"}):null;function Cp(n,e,t){if(e.type.prop(t))return!0;let i=e.to-e.from;return i&&(i>2||/[^\s,.;:]/.test(n.sliceDoc(e.from,e.to)))||
e.firstChild}function ds(n,e,t){let i=ve(n).resolveInner(e.head),s=t?N.closedBy:N.openedBy;for(let a=e.head;;){let h=t?i.
childAfter(a):i.childBefore(a);if(!h)break;Cp(n,h,s)?i=h:a=t?h.to:h.from}let r=i.type.prop(s),o,l;return r&&(o=t?$e(n,i.
from,1):$e(n,i.to,-1))&&o.matched?l=t?o.end.to:o.end.from:l=t?i.to:i.from,k.cursor(l,t?-1:1)}var Ap=n=>_e(n,e=>ds(n.state,
e,!ge(n))),Mp=n=>_e(n,e=>ds(n.state,e,ge(n)));function sc(n,e){return _e(n,t=>{if(!t.empty)return us(t,e);let i=n.moveVertically(
t,e);return i.head!=t.head?i:n.moveToLineBoundary(t,e)})}var rc=n=>sc(n,!1),oc=n=>sc(n,!0);function lc(n){let e=n.scrollDOM.
clientHeight<n.scrollDOM.scrollHeight-2,t=0,i=0,s;if(e){for(let r of n.state.facet(B.scrollMargins)){let o=r(n);o?.top&&
(t=Math.max(o?.top,t)),o?.bottom&&(i=Math.max(o?.bottom,i))}s=n.scrollDOM.clientHeight-t-i}else s=(n.dom.ownerDocument.defaultView||
window).innerHeight;return{marginTop:t,marginBottom:i,selfScroll:e,height:Math.max(n.defaultLineHeight,s-5)}}function ac(n,e){
let t=lc(n),{state:i}=n,s=gi(i.selection,o=>o.empty?n.moveVertically(o,e,t.height):us(o,e));if(s.eq(i.selection))return!1;
let r;if(t.selfScroll){let o=n.coordsAtPos(i.selection.main.head),l=n.scrollDOM.getBoundingClientRect(),a=l.top+t.marginTop,
h=l.bottom-t.marginBottom;o&&o.top>a&&o.bottom<h&&(r=B.scrollIntoView(s.main.head,{y:"start",yMargin:o.top-a}))}return n.
dispatch(Ge(i,s),{effects:r}),!0}var Hh=n=>ac(n,!1),Po=n=>ac(n,!0);function At(n,e,t){let i=n.lineBlockAt(e.head),s=n.moveToLineBoundary(
e,t);if(s.head==e.head&&s.head!=(t?i.to:i.from)&&(s=n.moveToLineBoundary(e,t,!1)),!t&&s.head==i.from&&i.length){let r=/^\s*/.
exec(n.state.sliceDoc(i.from,Math.min(i.from+100,i.to)))[0].length;r&&e.head!=i.from+r&&(s=k.cursor(i.from+r))}return s}
var Tp=n=>_e(n,e=>At(n,e,!0)),Op=n=>_e(n,e=>At(n,e,!1)),Dp=n=>_e(n,e=>At(n,e,!ge(n))),Ep=n=>_e(n,e=>At(n,e,ge(n))),Bp=n=>_e(
n,e=>n.moveToLineBoundary(e,!1,!1)),Rp=n=>_e(n,e=>n.moveToLineBoundary(e,!0,!1));function Lp(n,e,t){let i=!1,s=gi(n.selection,
r=>{let o=$e(n,r.head,-1)||$e(n,r.head,1)||r.head>0&&$e(n,r.head-1,1)||r.head<n.doc.length&&$e(n,r.head+1,-1);if(!o||!o.
end)return r;i=!0;let l=o.start.from==r.head?o.end.to:o.end.from;return t?k.range(r.anchor,l):k.cursor(l)});return i?(e(
Ge(n,s)),!0):!1}var Pp=({state:n,dispatch:e})=>Lp(n,e,!1);function We(n,e,t){let i=gi(n.state.selection,s=>{s.undirectional&&s.head>=s.anchor!=e&&(s=k.range(s.head,s.anchor));let r=t(
s);return k.range(s.anchor,r.head,r.goalColumn,r.bidiLevel||void 0,r.assoc)});return i.eq(n.state.selection)?!1:(n.dispatch(
Ge(n.state,i)),!0)}function hc(n,e){return We(n,e,t=>n.moveByChar(t,e))}var cc=n=>hc(n,!ge(n)),fc=n=>hc(n,ge(n));function uc(n,e){return We(n,e,t=>n.moveByGroup(t,e))}var Ip=n=>uc(n,!ge(n)),Np=n=>uc(n,ge(n));var Fp=n=>{let e=!ge(n);return We(n,e,t=>ds(n.state,t,e))},Hp=n=>{let e=ge(n);return We(n,e,t=>ds(n.state,t,e))};function dc(n,e){
return We(n,e,t=>n.moveVertically(t,e))}var pc=n=>dc(n,!1),mc=n=>dc(n,!0);function gc(n,e){return We(n,e,t=>n.moveVertically(
t,e,lc(n).height))}var Wh=n=>gc(n,!1),Vh=n=>gc(n,!0),Wp=n=>We(n,!0,e=>At(n,e,!0)),Vp=n=>We(n,!1,e=>At(n,e,!1)),zp=n=>{let e=!ge(
n);return We(n,e,t=>At(n,t,e))},jp=n=>{let e=ge(n);return We(n,e,t=>At(n,t,e))},Kp=n=>We(n,!1,e=>k.cursor(n.lineBlockAt(
e.head).from)),qp=n=>We(n,!0,e=>k.cursor(n.lineBlockAt(e.head).to)),zh=({state:n,dispatch:e})=>(e(Ge(n,{anchor:0})),!0),
jh=({state:n,dispatch:e})=>(e(Ge(n,{anchor:n.doc.length})),!0),Kh=({state:n,dispatch:e})=>(e(Ge(n,{anchor:n.selection.main.
anchor,head:0})),!0),qh=({state:n,dispatch:e})=>(e(Ge(n,{anchor:n.selection.main.anchor,head:n.doc.length})),!0),$p=({state:n,
dispatch:e})=>(e(n.update({selection:{anchor:0,head:n.doc.length},userEvent:"select"})),!0),Up=({state:n,dispatch:e})=>{
let t=ps(n).map(({from:i,to:s})=>k.undirectionalRange(i,Math.min(s+1,n.doc.length)));return e(n.update({selection:k.create(
t),userEvent:"select"})),!0},Gp=({state:n,dispatch:e})=>{let t=gi(n.selection,i=>{let s=ve(n),r=s.resolveStack(i.from,1);
if(i.empty){let o=s.resolveStack(i.from,-1);o.node.from>=r.node.from&&o.node.to<=r.node.to&&(r=o)}for(let o=r;o;o=o.next){
let{node:l}=o;if((l.from<i.from&&l.to>=i.to||l.to>i.to&&l.from<=i.from)&&o.next)return k.undirectionalRange(l.from,l.to)}
return i});return t.eq(n.selection)?!1:(e(Ge(n,t)),!0)};function yc(n,e){let{state:t}=n,i=t.selection,s=t.selection.ranges.
slice();for(let r of t.selection.ranges){let o=t.doc.lineAt(r.head);if(e?o.to<n.state.doc.length:o.from>0)for(let l=r;;){
let a=n.moveVertically(l,e);if(a.head<o.from||a.head>o.to){s.some(h=>h.head==a.head)||s.push(a);break}else{if(a.head==l.
head)break;l=a}}}return s.length==i.ranges.length?!1:(n.dispatch(Ge(t,k.create(s,s.length-1))),!0)}var _p=n=>yc(n,!1),Yp=n=>yc(
n,!0),Xp=({state:n,dispatch:e})=>{let t=n.selection,i=null;return t.ranges.length>1?i=k.create([t.main]):t.main.empty||(i=
k.create([k.cursor(t.main.head)])),i?(e(Ge(n,i)),!0):!1};function tn(n,e){if(n.state.readOnly)return!1;let t="delete.sel\
ection",{state:i}=n,s=i.changeByRange(r=>{let{from:o,to:l}=r;if(o==l){let a=e(r);a<o?(t="delete.backward",a=hs(n,a,!1)):
a>o&&(t="delete.forward",a=hs(n,a,!0)),o=Math.min(o,a),l=Math.max(l,a)}else o=hs(n,o,!1),l=hs(n,l,!0);return o==l?{range:r}:
{changes:{from:o,to:l},range:k.cursor(o,o<r.head?-1:1)}});return s.changes.empty?!1:(n.dispatch(i.update(s,{scrollIntoView:!0,
userEvent:t,effects:t=="delete.selection"?B.announce.of(i.phrase("Selection deleted")):void 0})),!0)}function hs(n,e,t){
if(n instanceof B)for(let i of n.state.facet(B.atomicRanges).map(s=>s(n)))i.between(e,e,(s,r)=>{s<e&&r>e&&(e=t?r:s)});return e}
var bc=(n,e,t)=>tn(n,i=>{let s=i.from,{state:r}=n,o=r.doc.lineAt(s),l,a;if(t&&!e&&s>o.from&&s<o.from+200&&!/[^ \t]/.test(
l=o.text.slice(0,s-o.from))){if(l[l.length-1]=="	")return s-1;let h=Lt(l,r.tabSize),c=h%Ct(r)||Ct(r);for(let f=0;f<c&&l[l.
length-1-f]==" ";f++)s--;a=s}else a=ae(o.text,s-o.from,e,e)+o.from,a==s&&o.number!=(e?r.doc.lines:1)?a+=e?1:-1:!e&&/[\ufe00-\ufe0f]/.
test(o.text.slice(a-o.from,s-o.from))&&(a=ae(o.text,a-o.from,!1,!1)+o.from);return a}),Io=n=>bc(n,!1,!0);var xc=n=>bc(n,!0,!1),wc=(n,e)=>tn(n,t=>{let i=t.head,{state:s}=n,r=s.doc.lineAt(i),o=s.charCategorizer(i);for(let l=null;;){
if(i==(e?r.to:r.from)){i==t.head&&r.number!=(e?s.doc.lines:1)&&(i+=e?1:-1);break}let a=ae(r.text,i-r.from,e)+r.from,h=r.
text.slice(Math.min(i,a)-r.from,Math.max(i,a)-r.from),c=o(h);if(l!=null&&c!=l)break;(h!=" "||i!=t.head)&&(l=c),i=a}return i}),
vc=n=>wc(n,!1),Jp=n=>wc(n,!0);var Zp=n=>tn(n,e=>{let t=n.lineBlockAt(e.head).to;return e.head<t?t:Math.min(n.state.doc.length,e.head+1)});var Qp=n=>tn(n,e=>{let t=n.moveToLineBoundary(e,!1).head;return e.head>t?t:Math.max(0,e.head-1)}),em=n=>tn(n,e=>{let t=n.
moveToLineBoundary(e,!0).head;return e.head<t?t:Math.min(n.state.doc.length,e.head+1)});var tm=({state:n,dispatch:e})=>{if(n.readOnly)return!1;let t=n.changeByRange(i=>({changes:{from:i.from,to:i.to,insert:W.
of(["",""])},range:k.cursor(i.from)}));return e(n.update(t,{scrollIntoView:!0,userEvent:"input"})),!0},im=({state:n,dispatch:e})=>{
if(n.readOnly)return!1;let t=n.changeByRange(i=>{if(!i.empty||i.from==0||i.from==n.doc.length)return{range:i};let s=i.from,
r=n.doc.lineAt(s),o=s==r.from?s-1:ae(r.text,s-r.from,!1)+r.from,l=s==r.to?s+1:ae(r.text,s-r.from,!0)+r.from;return{changes:{
from:o,to:l,insert:n.doc.slice(s,l).append(n.doc.slice(o,s))},range:k.cursor(l)}});return t.changes.empty?!1:(e(n.update(
t,{scrollIntoView:!0,userEvent:"move.character"})),!0)};function ps(n){let e=[],t=-1;for(let i of n.selection.ranges){let s=n.
doc.lineAt(i.from),r=n.doc.lineAt(i.to);if(!i.empty&&i.to==r.from&&(r=n.doc.lineAt(i.to-1)),t>=s.number){let o=e[e.length-
1];o.to=r.to,o.ranges.push(i)}else e.push({from:s.from,to:r.to,ranges:[i]});t=r.number+1}return e}function kc(n,e,t){if(n.
readOnly)return!1;let i=[],s=[];for(let r of ps(n)){if(t?r.to==n.doc.length:r.from==0)continue;let o=n.doc.lineAt(t?r.to+
1:r.from-1),l=o.length+1;if(t){i.push({from:r.to,to:o.to},{from:r.from,insert:o.text+n.lineBreak});for(let a of r.ranges)
s.push(k.range(Math.min(n.doc.length,a.anchor+l),Math.min(n.doc.length,a.head+l)))}else{i.push({from:o.from,to:r.from},{
from:r.to,insert:n.lineBreak+o.text});for(let a of r.ranges)s.push(k.range(a.anchor-l,a.head-l))}}return i.length?(e(n.update(
{changes:i,scrollIntoView:!0,selection:k.create(s,n.selection.mainIndex),userEvent:"move.line"})),!0):!1}var nm=({state:n,
dispatch:e})=>kc(n,e,!1),sm=({state:n,dispatch:e})=>kc(n,e,!0);function Sc(n,e,t){if(n.readOnly)return!1;let i=[];for(let r of ps(
n))t?i.push({from:r.from,insert:n.doc.slice(r.from,r.to)+n.lineBreak}):i.push({from:r.to,insert:n.lineBreak+n.doc.slice(
r.from,r.to)});let s=n.changes(i);return e(n.update({changes:s,selection:n.selection.map(s,t?1:-1),scrollIntoView:!0,userEvent:"\
input.copyline"})),!0}var rm=({state:n,dispatch:e})=>Sc(n,e,!1),om=({state:n,dispatch:e})=>Sc(n,e,!0),lm=n=>{if(n.state.
readOnly)return!1;let{state:e}=n,t=e.changes(ps(e).map(({from:s,to:r})=>(s>0?s--:r<e.doc.length&&r++,{from:s,to:r}))),i=gi(
e.selection,s=>{let r;if(n.lineWrapping){let o=n.lineBlockAt(s.head),l=n.coordsAtPos(s.head,s.assoc||1);l&&(r=o.bottom+n.
documentTop-l.bottom+n.defaultLineHeight/2)}return n.moveVertically(s,!0,r)}).map(t);return n.dispatch({changes:t,selection:i,
scrollIntoView:!0,userEvent:"delete.line"}),!0};function am(n,e){if(/\(\)|\[\]|\{\}/.test(n.sliceDoc(e-1,e+1)))return{from:e,to:e};let t=ve(n).resolveInner(e),i=t.childBefore(
e),s=t.childAfter(e),r;return i&&s&&i.to<=e&&s.from>=e&&(r=i.type.prop(N.closedBy))&&r.indexOf(s.name)>-1&&n.doc.lineAt(
i.to).from==n.doc.lineAt(s.from).from&&!/\S/.test(n.sliceDoc(i.to,s.from))?{from:i.to,to:s.from}:null}var $h=Cc(!1),hm=Cc(
!0);function Cc(n){return({state:e,dispatch:t})=>{if(e.readOnly)return!1;let i=e.changeByRange(s=>{let{from:r,to:o}=s,l=e.
doc.lineAt(r),a=!n&&r==o&&am(e,r);n&&(r=o=(o<=l.to?l:e.doc.lineAt(o)).to);let h=new jt(e,{simulateBreak:r,simulateDoubleBreak:!!a}),
c=go(h,r);for(c==null&&(c=Lt(/^\s*/.exec(e.doc.lineAt(r).text)[0],e.tabSize));o<l.to&&/\s/.test(l.text[o-l.from]);)o++;a?
{from:r,to:o}=a:r>l.from&&r<l.from+100&&!/\S/.test(l.text.slice(0,r))&&(r=l.from);let f=["",Zi(e,c)];return a&&f.push(Zi(
e,h.lineIndent(l.from,-1))),{changes:{from:r,to:o,insert:W.of(f)},range:k.cursor(r+1+f[1].length)}});return t(e.update(i,
{scrollIntoView:!0,userEvent:"input"})),!0}}function Ho(n,e){let t=-1;return n.changeByRange(i=>{let s=[];for(let o=i.from;o<=
i.to;){let l=n.doc.lineAt(o);l.number>t&&(i.empty||i.to>l.from)&&(e(l,s,i),t=l.number),o=l.to+1}let r=n.changes(s);return{
changes:s,range:k.range(r.mapPos(i.anchor,1),r.mapPos(i.head,1))}})}var cm=({state:n,dispatch:e})=>{if(n.readOnly)return!1;
let t=Object.create(null),i=new jt(n,{overrideIndentation:r=>{let o=t[r];return o??-1}}),s=Ho(n,(r,o,l)=>{let a=go(i,r.from);
if(a==null)return;/\S/.test(r.text)||(a=0);let h=/^\s*/.exec(r.text)[0],c=Zi(n,a);(h!=c||l.from<r.from+h.length)&&(t[r.from]=
a,o.push({from:r.from,to:r.from+h.length,insert:c}))});return s.changes.empty||e(n.update(s,{userEvent:"indent"})),!0},fm=({
state:n,dispatch:e})=>n.readOnly?!1:(e(n.update(Ho(n,(t,i)=>{i.push({from:t.from,insert:n.facet(Ji)})}),{userEvent:"inpu\
t.indent"})),!0),um=({state:n,dispatch:e})=>n.readOnly?!1:(e(n.update(Ho(n,(t,i)=>{let s=/^\s*/.exec(t.text)[0];if(!s)return;
let r=Lt(s,n.tabSize),o=0,l=Zi(n,Math.max(0,r-Ct(n)));for(;o<s.length&&o<l.length&&s.charCodeAt(o)==l.charCodeAt(o);)o++;
i.push({from:t.from+o,to:t.from+s.length,insert:l.slice(o)})}),{userEvent:"delete.dedent"})),!0),dm=n=>(n.setTabFocusMode(),
!0);var pm=[{key:"Ctrl-b",run:tc,shift:cc,preventDefault:!0},{key:"Ctrl-f",run:ic,shift:fc},{key:"Ctrl-p",run:rc,shift:pc},{
key:"Ctrl-n",run:oc,shift:mc},{key:"Ctrl-a",run:Bp,shift:Kp},{key:"Ctrl-e",run:Rp,shift:qp},{key:"Ctrl-d",run:xc},{key:"\
Ctrl-h",run:Io},{key:"Ctrl-k",run:Zp},{key:"Ctrl-Alt-h",run:vc},{key:"Ctrl-o",run:tm},{key:"Ctrl-t",run:im},{key:"Ctrl-v",
run:Po}],mm=[{key:"ArrowLeft",run:tc,shift:cc,preventDefault:!0},{key:"Mod-ArrowLeft",mac:"Alt-ArrowLeft",run:kp,shift:Ip,
preventDefault:!0},{mac:"Cmd-ArrowLeft",run:Dp,shift:zp,preventDefault:!0},{key:"ArrowRight",run:ic,shift:fc,preventDefault:!0},
{key:"Mod-ArrowRight",mac:"Alt-ArrowRight",run:Sp,shift:Np,preventDefault:!0},{mac:"Cmd-ArrowRight",run:Ep,shift:jp,preventDefault:!0},
{key:"ArrowUp",run:rc,shift:pc,preventDefault:!0},{mac:"Cmd-ArrowUp",run:zh,shift:Kh},{mac:"Ctrl-ArrowUp",run:Hh,shift:Wh},
{key:"ArrowDown",run:oc,shift:mc,preventDefault:!0},{mac:"Cmd-ArrowDown",run:jh,shift:qh},{mac:"Ctrl-ArrowDown",run:Po,shift:Vh},
{key:"PageUp",run:Hh,shift:Wh},{key:"PageDown",run:Po,shift:Vh},{key:"Home",run:Op,shift:Vp,preventDefault:!0},{key:"Mod\
-Home",run:zh,shift:Kh},{key:"End",run:Tp,shift:Wp,preventDefault:!0},{key:"Mod-End",run:jh,shift:qh},{key:"Enter",run:$h,
shift:$h},{key:"Mod-a",run:$p},{key:"Backspace",run:Io,shift:Io,preventDefault:!0},{key:"Delete",run:xc,preventDefault:!0},
{key:"Mod-Backspace",mac:"Alt-Backspace",run:vc,preventDefault:!0},{key:"Mod-Delete",mac:"Alt-Delete",run:Jp,preventDefault:!0},
{mac:"Mod-Backspace",run:Qp,preventDefault:!0},{mac:"Mod-Delete",run:em,preventDefault:!0}].concat(pm.map(n=>({mac:n.key,
run:n.run,shift:n.shift}))),Ac=[{key:"Alt-ArrowLeft",mac:"Ctrl-ArrowLeft",run:Ap,shift:Fp},{key:"Alt-ArrowRight",mac:"Ct\
rl-ArrowRight",run:Mp,shift:Hp},{key:"Alt-ArrowUp",run:nm},{key:"Shift-Alt-ArrowUp",run:rm},{key:"Alt-ArrowDown",run:sm},
{key:"Shift-Alt-ArrowDown",run:om},{key:"Mod-Alt-ArrowUp",run:_p},{key:"Mod-Alt-ArrowDown",run:Yp},{key:"Escape",run:Xp},
{key:"Mod-Enter",run:hm},{key:"Alt-l",mac:"Ctrl-l",run:Up},{key:"Mod-i",run:Gp,preventDefault:!0},{key:"Mod-[",run:um},{
key:"Mod-]",run:fm},{key:"Mod-Alt-\\",run:cm},{key:"Shift-Mod-k",run:lm},{key:"Shift-Mod-\\",run:Pp},{key:"Mod-/",run:rp},
{key:"Alt-A",mac:"Ctrl-A",run:lp},{key:"Ctrl-m",mac:"Shift-Alt-m",run:dm}].concat(mm);var dt;function Oc(n){return new RegExp("^(?:"+n.join("|")+")$","i")}var gm=Oc(["str","lang","langmatches","datatype","b\
ound","sameterm","isiri","isuri","iri","uri","bnode","count","sum","min","max","avg","sample","group_concat","rand","abs",
"ceil","floor","round","concat","substr","strlen","replace","ucase","lcase","encode_for_uri","contains","strstarts","str\
ends","strbefore","strafter","year","month","day","hours","minutes","seconds","timezone","tz","now","uuid","struuid","md\
5","sha1","sha256","sha384","sha512","coalesce","if","strlang","strdt","isnumeric","regex","exists","isblank","isliteral",
"a","bind"]),ym=Oc(["base","prefix","select","distinct","reduced","construct","describe","ask","from","named","where","o\
rder","limit","offset","filter","optional","graph","by","asc","desc","as","having","undef","values","group","minus","in",
"not","service","silent","using","insert","delete","union","true","false","with","data","copy","to","move","add","create",
"drop","clear","load","into"]),bm=/[*+\-<>=&|\^\/!\?]/,Mc="[A-Za-z_\\-0-9]",xm=new RegExp("[A-Za-z]"),wm=new RegExp("(("+
Mc+"|\\.)*("+Mc+"))?:");function Dc(n,e){var t=n.next();if(dt=null,t=="$"||t=="?")return t=="?"&&n.match(/\s/,!1)?"opera\
tor":(n.match(/^[A-Za-z0-9_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD][A-Za-z0-9_\u00B7\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u037D\u037F-\u1FFF\u200C-\u200D\u203F-\u2040\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD]*/),
"variableName.local");if(t=="<"&&!n.match(/^[\s\u00a0=]/,!1))return n.match(/^[^\s\u00a0>]*>?/),"atom";if(t=='"'||t=="'")
return e.tokenize=vm(t),e.tokenize(n,e);if(/[{}\(\),\.;\[\]]/.test(t))return dt=t,"bracket";if(t=="#")return n.skipToEnd(),
"comment";if(bm.test(t))return"operator";if(t==":")return Tc(n),"atom";if(t=="@")return n.eatWhile(/[a-z\d\-]/i),"meta";
if(xm.test(t)&&n.match(wm))return Tc(n),"atom";n.eatWhile(/[_\w\d]/);var i=n.current();return gm.test(i)?"builtin":ym.test(
i)?"keyword":"variable"}function Tc(n){n.match(/(\.(?=[\w_\-\\%])|[:\w_-]|\\[-\\_~.!$&'()*+,;=/?#@%]|%[a-f\d][a-f\d])+/i)}
function vm(n){return function(e,t){for(var i=!1,s;(s=e.next())!=null;){if(s==n&&!i){t.tokenize=Dc;break}i=!i&&s=="\\"}return"\
string"}}function ms(n,e,t){n.context={prev:n.context,indent:n.indent,col:t,type:e}}function gs(n){n.indent=n.context.indent,
n.context=n.context.prev}var Ec={name:"sparql",startState:function(){return{tokenize:Dc,context:null,indent:0,col:0}},token:function(n,e){
if(n.sol()&&(e.context&&e.context.align==null&&(e.context.align=!1),e.indent=n.indentation()),n.eatSpace())return null;var t=e.
tokenize(n,e);if(t!="comment"&&e.context&&e.context.align==null&&e.context.type!="pattern"&&(e.context.align=!0),dt=="(")
ms(e,")",n.column());else if(dt=="[")ms(e,"]",n.column());else if(dt=="{")ms(e,"}",n.column());else if(/[\]\}\)]/.test(dt)){
for(;e.context&&e.context.type=="pattern";)gs(e);e.context&&dt==e.context.type&&(gs(e),dt=="}"&&e.context&&e.context.type==
"pattern"&&gs(e))}else dt=="."&&e.context&&e.context.type=="pattern"?gs(e):/atom|string|variable/.test(t)&&e.context&&(/[\}\]]/.
test(e.context.type)?ms(e,"pattern",n.column()):e.context.type=="pattern"&&!e.context.align&&(e.context.align=!0,e.context.
col=n.column()));return t},indent:function(n,e,t){var i=e&&e.charAt(0),s=n.context;if(/[\]\}]/.test(i))for(;s&&s.type=="\
pattern";)s=s.prev;var r=s&&i==s.type;return s?s.type=="pattern"?s.col:s.align?s.col+(r?0:1):s.indent+(r?0:t.unit):0},languageData:{
commentTokens:{line:"#"}}};var bs=class{constructor(e,t,i){this.from=e,this.to=t,this.diagnostic=i}},$t=class n{constructor(e,t,i){this.diagnostics=
e,this.panel=t,this.selected=i}static init(e,t,i){let s=i.facet(nn).markerFilter;s&&(e=s(e,i));let r=e.slice().sort((d,p)=>d.
from-p.from||d.to-p.to),o=new Ye,l=[],a=0,h=i.doc.iter(),c=0,f=i.doc.length;for(let d=0;;){let p=d==r.length?null:r[d];if(!p&&
!l.length)break;let m,y;if(l.length)m=a,y=l.reduce((g,x)=>Math.min(g,x.to),p&&p.from>m?p.from:1e8);else{if(m=p.from,m>f)
break;y=p.to,l.push(p),d++}for(;d<r.length;){let g=r[d];if(g.from==m&&(g.to>g.from||g.to==m))l.push(g),d++,y=Math.min(g.
to,y);else{y=Math.min(g.from,y);break}}y=Math.min(y,f);let b=!1;if(l.some(g=>g.from==m&&(g.to==y||y==f))&&(b=m==y,!b&&y-
m<10)){let g=m-(c+h.value.length);g>0&&(h.next(g),c=m);for(let x=m;;){if(x>=y){b=!0;break}if(!h.lineBreak&&c+h.value.length>
x)break;x=c+h.value.length,c+=h.value.length,h.next()}}let v=Bm(l);if(b)o.add(m,m,j.widget({widget:new Wo(v),diagnostics:l.
slice()}));else{let g=l.reduce((x,w)=>w.markClass?x+" "+w.markClass:x,"");o.add(m,y,j.mark({class:"cm-lintRange cm-lintR\
ange-"+v+g,diagnostics:l.slice(),inclusiveEnd:l.some(x=>x.to>y)}))}if(a=y,a==f)break;for(let g=0;g<l.length;g++)l[g].to<=
a&&l.splice(g--,1)}let u=o.finish();return new n(u,t,Mt(u))}};function Mt(n,e=null,t=0){let i=null;return n.between(t,1e9,
(s,r,{spec:o})=>{if(!(e&&o.diagnostics.indexOf(e)<0))if(!i)i=new bs(s,r,e||o.diagnostics[0]);else{if(o.diagnostics.indexOf(
i.diagnostic)<0)return!1;i=new bs(i.from,r,i.diagnostic)}}),i}function km(n,e){let t=e.pos,i=e.end||t,s=n.state.facet(nn).
hideOn(n,t,i);if(s!=null)return s;let r=n.startState.doc.lineAt(e.pos);return!!(n.effects.some(o=>o.is(Vo))||n.changes.touchesRange(
r.from,Math.max(r.to,i)))}function Lc(n,e){return n.field(Ee,!1)?e:e.concat(V.appendConfig.of(Rm))}function Pc(n,e){return{
effects:Lc(n,[Vo.of(e)])}}var Vo=V.define(),zo=V.define(),Ic=V.define(),Ee=me.define({create(){return new $t(j.none,null,
null)},update(n,e){if(e.docChanged&&n.diagnostics.size){let t=n.diagnostics.map(e.changes),i=null,s=n.panel;if(n.selected){
let r=e.changes.mapPos(n.selected.from,1);i=Mt(t,n.selected.diagnostic,r)||Mt(t,null,r)}!t.size&&s&&e.state.facet(nn).autoPanel&&
(s=null),n=new $t(t,s,i)}for(let t of e.effects)if(t.is(Vo)){let i=e.state.facet(nn).autoPanel?t.value.length?sn.open:null:
n.panel;n=$t.init(t.value,i,e.state)}else t.is(zo)?n=new $t(n.diagnostics,t.value?sn.open:null,n.selected):t.is(Ic)&&(n=
new $t(n.diagnostics,n.panel,t.value));return n},provide:n=>[qn.from(n,e=>e.panel),B.decorations.from(n,e=>e.diagnostics)]});var Sm=j.mark({class:"cm-lintRange cm-lintRange-active"});function Cm(n,e,t){let{diagnostics:i}=n.state.field(Ee),s,r=-1,
o=-1;i.between(e-(t<0?1:0),e+(t>0?1:0),(a,h,{spec:c})=>{if(e>=a&&e<=h&&(a==h||(e>a||t>0)&&(e<h||t<0)))return s=c.diagnostics,
r=a,o=h,!1});let l=n.state.facet(nn).tooltipFilter;return s&&l&&(s=l(s,n.state)),s?{pos:r,end:o,above:!0,create(){return{
dom:Am(n,s)}}}:null}function Am(n,e){return Te("ul",{class:"cm-tooltip-lint"},e.map(t=>Hc(n,t,!1)))}var Mm=n=>{let e=n.state.
field(Ee,!1);(!e||!e.panel)&&n.dispatch({effects:Lc(n.state,[zo.of(!0)])});let t=Xa(n,sn.open);return t&&t.dom.querySelector(
".cm-panel-lint ul").focus(),!0},Bc=n=>{let e=n.state.field(Ee,!1);return!e||!e.panel?!1:(n.dispatch({effects:zo.of(!1)}),
!0)},Tm=n=>{let e=n.state.field(Ee,!1);if(!e)return!1;let t=n.state.selection.main,i=Mt(e.diagnostics,null,t.to+1);return!i&&
(i=Mt(e.diagnostics,null,0),!i||i.from==t.from&&i.to==t.to)?!1:(n.dispatch({selection:{anchor:i.from,head:i.to},scrollIntoView:!0}),
Ya(n,i.from,1,{tooltip:Wc,until:s=>s.docChanged||s.newSelection.main.head<i.from||s.newSelection.main.head>i.to}),!0)};var Nc=[{key:"Mod-Shift-m",run:Mm,preventDefault:!0},{key:"F8",run:Tm}];var nn=E.define({combine(n){return{sources:n.map(e=>e.source).filter(e=>e!=null),...lt(n.map(e=>e.config),{delay:750,markerFilter:null,
tooltipFilter:null,needsRefresh:null,hideOn:()=>null},{delay:Math.max,markerFilter:Rc,tooltipFilter:Rc,needsRefresh:(e,t)=>e?
t?i=>e(i)||t(i):e:t,hideOn:(e,t)=>e?t?(i,s,r)=>e(i,s,r)||t(i,s,r):e:t,autoPanel:(e,t)=>e||t})}}});function Rc(n,e){return n?
e?(t,i)=>e(n(t,i),i):n:e}function Fc(n){let e=[];if(n)e:for(let{name:t}of n){for(let i=0;i<t.length;i++){let s=t[i];if(/[a-zA-Z]/.test(s)&&!e.some(
r=>r.toLowerCase()==s.toLowerCase())){e.push(s);continue e}}e.push("")}return e}function Hc(n,e,t){var i;let s=t?Fc(e.actions):
[];return Te("li",{class:"cm-diagnostic cm-diagnostic-"+e.severity},Te("span",{class:"cm-diagnosticText"},e.renderMessage?
e.renderMessage(n):e.message),(i=e.actions)===null||i===void 0?void 0:i.map((r,o)=>{let l=0,a=d=>{if(d.preventDefault(),
l>Date.now()-100)return;let p=Mt(n.state.field(Ee).diagnostics,e);p&&r.apply(n,p.from,p.to),l=Date.now()},{name:h}=r,c=s[o]?
h.indexOf(s[o]):-1,f=c<0?h:[h.slice(0,c),Te("u",h.slice(c,c+1)),h.slice(c+1)],u=r.markClass?" "+r.markClass:"";return Te(
"button",{type:"button",class:"cm-diagnosticAction"+u,onclick:a,onmousedown:a,"aria-label":` Action: ${h}${c<0?"":` (acc\
ess key "${s[o]})"`}.`},f)}),e.source&&Te("div",{class:"cm-diagnosticSource"},e.source))}var Wo=class extends Ze{constructor(e){
super(),this.sev=e}eq(e){return e.sev==this.sev}toDOM(){return Te("span",{class:"cm-lintPoint cm-lintPoint-"+this.sev})}},
xs=class{constructor(e,t){this.diagnostic=t,this.id="item_"+Math.floor(Math.random()*4294967295).toString(16),this.dom=Hc(
e,t,!0),this.dom.id=this.id,this.dom.setAttribute("role","option")}},sn=class n{constructor(e){this.view=e,this.items=[];
let t=s=>{if(!(s.ctrlKey||s.altKey||s.metaKey)){if(s.keyCode==27)Bc(this.view),this.view.focus();else if(s.keyCode==38||
s.keyCode==33)this.moveSelection((this.selectedIndex-1+this.items.length)%this.items.length);else if(s.keyCode==40||s.keyCode==
34)this.moveSelection((this.selectedIndex+1)%this.items.length);else if(s.keyCode==36)this.moveSelection(0);else if(s.keyCode==
35)this.moveSelection(this.items.length-1);else if(s.keyCode==13)this.view.focus();else if(s.keyCode>=65&&s.keyCode<=90&&
this.selectedIndex>=0){let{diagnostic:r}=this.items[this.selectedIndex],o=Fc(r.actions);for(let l=0;l<o.length;l++)if(o[l].
toUpperCase().charCodeAt(0)==s.keyCode){let a=Mt(this.view.state.field(Ee).diagnostics,r);a&&r.actions[l].apply(e,a.from,
a.to)}}else return;s.preventDefault()}},i=s=>{for(let r=0;r<this.items.length;r++)this.items[r].dom.contains(s.target)&&
this.moveSelection(r)};this.list=Te("ul",{tabIndex:0,role:"listbox","aria-label":this.view.state.phrase("Diagnostics"),onkeydown:t,
onclick:i}),this.dom=Te("div",{class:"cm-panel-lint"},this.list,Te("button",{type:"button",name:"close","aria-label":this.
view.state.phrase("close"),onclick:()=>Bc(this.view)},"×")),this.update()}get selectedIndex(){let e=this.view.state.field(
Ee).selected;if(!e)return-1;for(let t=0;t<this.items.length;t++)if(this.items[t].diagnostic==e.diagnostic)return t;return-1}update(){
let{diagnostics:e,selected:t}=this.view.state.field(Ee),i=0,s=!1,r=null,o=new Set;for(e.between(0,this.view.state.doc.length,
(l,a,{spec:h})=>{for(let c of h.diagnostics){if(o.has(c))continue;o.add(c);let f=-1,u;for(let d=i;d<this.items.length;d++)
if(this.items[d].diagnostic==c){f=d;break}f<0?(u=new xs(this.view,c),this.items.splice(i,0,u),s=!0):(u=this.items[f],f>i&&
(this.items.splice(i,f-i),s=!0)),t&&u.diagnostic==t.diagnostic?u.dom.hasAttribute("aria-selected")||(u.dom.setAttribute(
"aria-selected","true"),r=u):u.dom.hasAttribute("aria-selected")&&u.dom.removeAttribute("aria-selected"),i++}});i<this.items.
length&&!(this.items.length==1&&this.items[0].diagnostic.from<0);)s=!0,this.items.pop();this.items.length==0&&(this.items.
push(new xs(this.view,{from:-1,to:-1,severity:"info",message:this.view.state.phrase("No diagnostics")})),s=!0),r?(this.list.
setAttribute("aria-activedescendant",r.id),this.view.requestMeasure({key:this,read:()=>({sel:r.dom.getBoundingClientRect(),
panel:this.list.getBoundingClientRect()}),write:({sel:l,panel:a})=>{let h=a.height/this.list.offsetHeight;l.top<a.top?this.
list.scrollTop-=(a.top-l.top)/h:l.bottom>a.bottom&&(this.list.scrollTop+=(l.bottom-a.bottom)/h)}})):this.selectedIndex<0&&
this.list.removeAttribute("aria-activedescendant"),s&&this.sync()}sync(){let e=this.list.firstChild;function t(){let i=e;
e=i.nextSibling,i.remove()}for(let i of this.items)if(i.dom.parentNode==this.list){for(;e!=i.dom;)t();e=i.dom.nextSibling}else
this.list.insertBefore(i.dom,e);for(;e;)t()}moveSelection(e){if(this.selectedIndex<0)return;let t=this.view.state.field(
Ee),i=Mt(t.diagnostics,this.items[e].diagnostic);i&&this.view.dispatch({selection:{anchor:i.from,head:i.to},scrollIntoView:!0,
effects:Ic.of(i)})}static open(e){return new n(e)}};function Om(n,e='viewBox="0 0 40 40"'){return`url('data:image/svg+xm\
l,<svg xmlns="http://www.w3.org/2000/svg" ${e}>${encodeURIComponent(n)}</svg>')`}function ys(n){return Om(`<path d="m0 2\
.5 l2 -1.5 l1 0 l2 1.5 l1 0" stroke="${n}" fill="none" stroke-width=".7"/>`,'width="6" height="3"')}var Dm=B.baseTheme({
".cm-diagnostic":{padding:"3px 6px 3px 8px",marginLeft:"-1px",display:"block",whiteSpace:"pre-wrap"},".cm-diagnostic-err\
or":{borderLeft:"5px solid #d11"},".cm-diagnostic-warning":{borderLeft:"5px solid orange"},".cm-diagnostic-info":{borderLeft:"\
5px solid #999"},".cm-diagnostic-hint":{borderLeft:"5px solid #66d"},".cm-diagnosticAction":{font:"inherit",border:"none",
padding:"2px 4px",backgroundColor:"#444",color:"white",borderRadius:"3px",marginLeft:"8px",cursor:"pointer"},".cm-diagno\
sticSource":{fontSize:"70%",opacity:.7},".cm-lintRange":{backgroundPosition:"left bottom",backgroundRepeat:"repeat-x",paddingBottom:"\
0.7px"},".cm-lintRange-error":{backgroundImage:ys("#f11")},".cm-lintRange-warning":{backgroundImage:ys("orange")},".cm-l\
intRange-info":{backgroundImage:ys("#999")},".cm-lintRange-hint":{backgroundImage:ys("#66d")},".cm-lintRange-active":{backgroundColor:"\
#ffdd9980"},".cm-tooltip-lint":{padding:0,margin:0},".cm-lintPoint":{position:"relative","&:after":{content:'""',position:"\
absolute",bottom:0,left:"-2px",borderLeft:"3px solid transparent",borderRight:"3px solid transparent",borderBottom:"4px \
solid #d11"}},".cm-lintPoint-warning":{"&:after":{borderBottomColor:"orange"}},".cm-lintPoint-info":{"&:after":{borderBottomColor:"\
#999"}},".cm-lintPoint-hint":{"&:after":{borderBottomColor:"#66d"}},".cm-panel.cm-panel-lint":{position:"relative","& ul":{
maxHeight:"100px",overflowY:"auto","& [aria-selected]":{backgroundColor:"#ddd","& u":{textDecoration:"underline"}},"&:fo\
cus [aria-selected]":{background_fallback:"#bdf",backgroundColor:"Highlight",color_fallback:"white",color:"HighlightText"},
"& u":{textDecoration:"none"},padding:0,margin:0},"& [name=close]":{position:"absolute",top:"0",right:"2px",background:"\
inherit",border:"none",font:"inherit",padding:0,margin:0}},"&dark .cm-lintRange-active":{backgroundColor:"#86714a80"},"&\
dark .cm-panel.cm-panel-lint ul":{"& [aria-selected]":{backgroundColor:"#2e343e"}}});function Em(n){return n=="error"?4:
n=="warning"?3:n=="info"?2:1}function Bm(n){let e="hint",t=1;for(let i of n){let s=Em(i.severity);s>t&&(t=s,e=i.severity)}
return e}var Wc=_a(Cm,{hideOn:km}),Rm=[Ee,B.decorations.compute([Ee],n=>{let{selected:e,panel:t}=n.field(Ee);return!e||!t||e.from==
e.to?j.none:j.set([Sm.range(e.from,e.to)])}),Wc,Dm];var Lm=n=>n.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u0000-\u001f]/g,""),ws=n=>Lm(n).normalize("NFKD").replace(
/\p{M}/gu,"").toLowerCase();var Pm=["comment","iri","string","variable","language","short","word","number","sign"],Im=new RegExp([/(#[^\n]*)/,/(<[^<>\s"{}|^`\\]*>)/,
/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/,/([?$]\w+)/,/(@[A-Za-z-]+)/,/((?:[A-Za-z][\w-]*)?:(?:[\w%-]|\.(?=[\w%-]))*)/,
/([A-Za-z_]\w*)/,/(\d[\d.eE]*)/,/(\^\^|&&|\|\||!=|<=|>=|[{}()[\];,.*/|^!=<>+\-?])/].map(({source:n})=>n).join("|"),"gu"),
Ut=n=>[...n.matchAll(Im)].filter(([,e])=>e===void 0).map(e=>({kind:Pm[e.slice(1).findIndex(t=>t!==void 0)],text:e[0],at:e.
index})),jo=({kind:n})=>["iri","string","variable","short","number"].includes(n);function Ko(n){let e=[],t=[{mode:"head"}],
i=l=>({mode:"group",place:"subject",subject:null,property:null,...l}),s=!1,r=!1;return n.forEach((l,a)=>{let{text:h,kind:c}=l,
f=c==="word"&&h!=="a"?h.toUpperCase():"",u=t.at(-1),d=u.mode==="group";if(h==="{")t.push(u.next==="VALUES"?{mode:"values",
variable:u.variable}:i({inSource:u.inSource||u.opens||r})),u.next=u.opens=null;else if(h==="}"){t.length>1&&t.pop(),t.at(
-1).mode==="select"&&t.pop();let p=t.at(-1);p.mode==="group"?Object.assign(p,{place:"subject",subject:null,property:null}):
s=!0}else if(h==="("){if(d&&u.place==="property")return;u.mode!=="values"&&t.push({mode:u.next==="VALUES"?"names":"expre\
ssion",variable:u.variable})}else if(h===")")["expression","names"].includes(u.mode)&&t.pop();else if(u.mode==="expressi\
on")c==="variable"&&(u.variable=h);else if(f&&!["TRUE","FALSE"].includes(f))f==="SELECT"&&d?t.push({mode:"select",inSource:u.
inSource}):u.next=["VALUES","GRAPH","FROM"].includes(f)?f:f==="NAMED"?u.next:null;else if(u.next==="FROM"&&jo(l))r||=h!==
"g:current",u.next=null;else if(d)u.next==="VALUES"&&c==="variable"?u.variable=h:u.next==="GRAPH"&&jo(l)?Object.assign(u,
{next:null,opens:h!=="g:current"}):o(u,l,a);else return}),{inSource:r,...t.at(-1),triples:e,isClosed:s};function o(l,a,h){
let{text:c}=a,f=jo(a)||c==="a";if(c==="]")return void(t.length>1&&t.pop());if(c==="["){let u=`[${h}`;return l.place==="v\
alue"&&e.push([l.subject,l.property,u]),l.place=l.place==="subject"?"property":"end",l.subject??=u,void t.push(i({inSource:l.
inSource,subject:u,place:"property"}))}if(c===".")Object.assign(l,{place:"subject",subject:null,property:null});else if(c===
";")Object.assign(l,{place:"property",property:null});else if(c===",")l.place="value";else if(l.place==="property"&&c===
"^")l.isInverse=!0;else if(l.place==="value"&&["/","|"].includes(c))Object.assign(l,{place:"property",through:c==="/"?l.
property:null});else{if(!f||l.place==="value"&&["*","+","?"].includes(c))return;if(l.place==="property")Object.assign(l,
{property:c==="a"?"rdf:type":c,place:"value"});else if(l.place==="value"){let u=l.through?null:l.subject;e.push(l.isInverse?
[c,l.property,l.subject]:[u,l.property,c]),Object.assign(l,{place:"end",through:null,isInverse:!1})}else Object.assign(l,
{subject:c,property:null,place:"property"})}}}var bi=n=>n.split(" "),qo=bi("COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI IF COALE\
SCE CONCAT SUBSTR STRLEN REPLACE UCASE LCASE CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY NOW REGEX ABS \
CEIL FLOOR ROUND isIRI isLITERAL isBLANK isNUMERIC sameTerm"),Vc=bi("DISTINCT AS EXISTS NOT IN"),zc=bi("OPTIONAL FILTER \
GRAPH UNION BIND VALUES MINUS SELECT NOT EXISTS"),jc=bi("SELECT DISTINCT WHERE FROM CONSTRUCT ASK DESCRIBE PREFIX AS NAM\
ED"),$o=bi("ORDER BY LIMIT GROUP HAVING DESC ASC OFFSET VALUES"),Nm=bi("xsd:boolean xsd:date xsd:dateTime xsd:decimal xs\
d:double xsd:gYear xsd:integer xsd:string"),Fm=/(?:[?$]\w*|[A-Za-z][\w-]*:[\p{L}\p{M}\w.-]*|[\p{L}_][\p{L}\p{M}\p{N}_-]*)?$/u,
Hm=100,yi="rdf:type",Wm=12,Kc=3e4,Gt=(n,e,t="",i="",s=0)=>({name:n,kind:e,label:t,uses:s,whole:n.toLowerCase(),local:ws(
n.slice(n.indexOf(":")+1).replace(/^[?$]/,"")),words:`${n.slice(n.indexOf(":")+1).replace(/(?=[A-Z])/g," ")} ${t} ${i}`.
split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean).map(ws)});function qc(n){let e={};for(let{kind:t,text:i}of n.flatMap(Ut)){
let s=t==="word"?i.toUpperCase():i;(t==="word"||t==="short")&&(e[s]=(e[s]||0)+1)}return e}function $c({terms:n,prefixes:e}){
let{current:t,sources:i}=n,s=new Map,r=(g,x)=>Math.max(...[t,i].map(w=>(x?w[x][g]?.["rdf:type"]:w.uses[g])||0));for(let[
g,[x,w,,C]]of Object.entries(n.names))s.set(g,Gt(g,"name",x,w,C));for(let g of[...Object.keys(n.property),...Object.keys(
t.uses),...Object.keys(i.uses)])g!==yi&&s.set(g,Gt(g,"property",n.property[g],"",r(g)));for(let g of[...Object.keys(n.class),
...Object.keys(t.by),...Object.keys(i.by)])s.set(g,Gt(g,"class",n.class[g],"",r(g,"by")));let o=[...s.values()],l=g=>o.filter(
x=>x.kind===g),[a,h,c]=["property","class","name"].map(l),f=Object.entries(e).map(([g,x])=>Gt(`${g}:`,"prefix",x)),u=Nm.
map(g=>Gt(g,"datatype")),d=Object.fromEntries([...qo,...Vc,...zc,...jc,...$o,"a"].map(g=>[g,Gt(g,"keyword")])),p=(g,x)=>g.
by[x]?.["rdf:type"]||1,m=(g,x)=>Object.keys(g).filter(w=>x&&w.split(":")[1].toLowerCase()===x.slice(1).toLowerCase());function y(g,x,w){
let C=w.filter(([L,I,P])=>L===x&&I===yi&&g.by[P]);if(C.length)return Object.fromEntries(C.map(([,,L])=>[L,1]));let S={},
R=L=>{let I=Object.values(L).reduce((P,O)=>P+O,0)||1;for(let[P,O]of Object.entries(L))S[P]=(S[P]||0)+O/I};for(let[L,I,P]of w)
P===x&&g.ends[I]&&R(g.ends[I]),L===x&&I!==yi&&I!=="rdfs:label"&&R(Object.fromEntries(Object.entries(g.by).filter(([,O])=>O[I]).
map(([O,z])=>[O,z[I]/p(g,O)])));return Object.keys(S).length?S:Object.fromEntries(m(g.by,x).map(L=>[L,1]))}function b(g,x,w,C,S){
let{mode:R,place:L,subject:I,property:P,through:O,isInverse:z,variable:F,next:K,before:ie}=g,ue=(H,X)=>H.forEach(D=>S(d[D],
X+C(D.toUpperCase()))),se=H=>C(H.name),Q=(H,X)=>Math.min(1,H.uses/X);if(K==="GRAPH"||K==="FROM"){for(let H of c)/^(src|g):/.
test(H.name)&&S(H,1+Q(H,500)+se(H));ue(["NAMED"],.5)}else if(R==="group"&&L==="property"){S(d.a,.9);let H=O?x.ends[O]||{}:
y(x,I,w),X={},D=O?[]:w.filter(q=>q[0]===I&&q[1]===yi),G=x===t?i:t,re=new Set(D.flatMap(q=>Object.keys(G.by[q[2]]||{}))),
le=z?[]:Object.entries(H),Ve=le.reduce((q,[,pt])=>q+pt,0),Tt=new Set(w.filter(q=>q[0]===I).map(q=>q[1]));for(let[q,pt]of le)
for(let[rn,Yc]of Object.entries(x.by[q]||{}))X[rn]=(X[rn]||0)+pt/Ve*Math.min(1.2,Yc/p(x,q));if(z)for(let[q,pt]of Object.
entries(x.ends))Object.keys(H).some(rn=>pt[rn])&&(X[q]=.5);for(let q of a){let pt=X[q.name];pt?S(q,.2+pt*(Tt.has(q.name)?
.5:1)+se(q)):x.uses[q.name]&&!re.has(q.name)&&S(q,.02+Q(q,Kc)/10+se(q)*(Ve?.6:1))}}else if(R==="group"&&L==="value"&&P===
yi)for(let H of h)S(H,.1+Q(H,500)*.6+se(H));else if(R==="values"||R==="expression"||R==="group"&&L==="value"){let H=R===
"group"?[P]:w.filter(D=>D[2]===F).map(D=>D[1]);H.length||H.push(...m(x.values,F));for(let D of H){let G=x.values[D]||{},
re=Math.max(1,...Object.values(G));for(let[le,Ve]of Object.entries(G))S(s.get(le),.5+Ve/re/2)}let X=w.some(D=>D[1]===F)||
s.get(ie)?.kind==="property";for(let D of a)(X||D.uses)&&S(D,(X?.6+Q(D,Kc)*.3:.03)+se(D));if(R==="expression"){ue([...qo,
...Vc],.3);for(let D of u)S(D,.3+se(D))}for(let D of c)S(D,.05+Q(D,500)/10+se(D));for(let D of h)S(D,H.includes(yi)?.5+se(
D):.03+se(D)*.3)}else if(R==="head")ue(g.isClosed?$o:jc,.8),ue(qo,.3);else{ue(zc,R==="group"?1:.3),ue([...$o,"WHERE","DI\
STINCT","AS"],.3);for(let H of c)S(H,.05+Q(H,500)/10+se(H));for(let H of[...a,...h])S(H,.02+se(H)/2)}for(let H of f)S(H,
.5)}return function(x,{after:w="",counts:C={},limit:S=Wm}={}){let R=Fm.exec(x),L=R[0],I=Ut(x.slice(0,R.index)),P=new Map,
O={...Ko(I),before:I.slice(-3).findLast(({kind:D})=>D==="short")?.text},z=[...O.triples,...Ko([...I,...Ut(w)]).triples.slice(
O.triples.length)],F=O.inSource?i:t,K=D=>Math.min(1,(C[D]||0)/Hm)*.8,ie=(D,G)=>{D&&G>(P.get(D)||0)&&P.set(D,G)};/^[?$]/.
test(L)?(I.forEach(({kind:D,text:G},re)=>{D==="variable"&&ie(v(G),1+re/I.length)}),O.place==="value"&&O.property&&ie(v(`\
?${O.property.split(":").at(-1)}`),1.5)):b(O,F,z,K,ie);let ue=L.indexOf(":"),se=ue<0?"":L.slice(0,ue+1).toLowerCase(),Q=ws(
L.slice(ue+1).replace(/^[?$]/,"")),H=Q.length>2||/[^\x00-\x7f]/.test(Q),X=[];for(let[D,G]of P){if(!D.whole.startsWith(se)||
se&&D.kind==="prefix")continue;let re=Q?D.local.startsWith(Q)||D.whole.startsWith(L.toLowerCase())?2:D.words.some(le=>le.
startsWith(Q))?.5:H&&(D.local.includes(Q)||D.words.some(le=>le.includes(Q)))?.3:0:1/3;re&&X.push({name:D.name,kind:D.kind,
label:D.label,weight:G*re})}return X.sort((D,G)=>G.weight-D.weight||(D.name<G.name?-1:1)),{from:R.index,typed:L,context:O,
options:X.slice(0,S)}};function v(g){return s.has(g)||s.set(g,Gt(g,"variable")),s.get(g)}}function Uc(n,e,t){let[i,s]=t||/(?:\bline |^query:)(\d+)(?:,? column |:)(\d+)/i.exec(e)?.slice(1)||[];if(i){let a=n.split(
`
`),h=a.slice(0,Number(i)-1).reduce((f,u)=>f+u.length+1,0),c=Math.min(n.length,h+Number(s)-1);return[c,c+(/^[?$]?[\w:.-]+|^./.
exec(n.slice(c))?.[0].length??0)]}let[,r]=[...e.matchAll(/`([^`]+)`/g)].find(a=>n.includes(a[1]))||[];if(r)return[n.indexOf(
r),n.indexOf(r)+r.length];let o=Ut(n).filter(({kind:a,text:h})=>["short","variable","iri"].includes(a)&&h.length>1),l=Ut(
e).map(a=>o.find(h=>h.text===a.text)).find(Boolean);return l?[l.at,l.at+l.text.length]:null}var Vm={position:"absolute",width:"1px",height:"1px",minHeight:"0",padding:"0",border:"0",clipPath:"inset(50%)"},zm=mi.define(
[{tag:A.keyword,color:"var(--accent)"},{tag:A.comment,color:"var(--soft)"},{tag:A.variableName,color:"var(--side-1)"},{tag:A.
string,color:"var(--side-0)"}]),Gc='ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace',_c=n=>({
backgroundImage:"none",textDecoration:`underline wavy ${n}`,textDecorationSkipInk:"none"}),jm=B.theme({"&":{background:"\
var(--card)",color:"var(--ink)",fontSize:"13.5px",borderRadius:"6px",border:"1px solid color-mix(in srgb, var(--soft) 60\
%, var(--paper))"},"&.cm-focused":{outline:"2px solid var(--accent)",outlineOffset:"1px"},".cm-scroller":{fontFamily:Gc,
lineHeight:"1.55",maxHeight:"min(60vh, 480px)",overflow:"auto"},".cm-content":{minHeight:"170px",padding:"8px 0",caretColor:"\
var(--ink)"},".cm-cursor":{borderLeftColor:"var(--ink)"},"&.cm-focused .cm-matchingBracket":{background:"color-mix(in sr\
gb, var(--accent) 22%, var(--card))"},".cm-tooltip":{background:"var(--card)",color:"var(--ink)",border:"1px solid var(-\
-soft)",borderRadius:"6px",maxWidth:"min(36em, 94vw)"},".cm-tooltip.cm-tooltip-autocomplete > ul":{fontFamily:Gc,fontSize:"\
13px",maxWidth:"min(36em, 90vw)",minWidth:"min(22em, 90vw)",maxHeight:"none"},".cm-tooltip.cm-tooltip-autocomplete > ul \
> li":{padding:"3px 8px",overflowX:"hidden",textOverflow:"ellipsis"},".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria\
-selected]":{background:"var(--accent)",color:"var(--paper)"},".cm-completionDetail":{fontFamily:"var(--sans)",fontStyle:"\
normal",color:"var(--soft)"},"li[aria-selected] .cm-completionDetail":{color:"inherit"},".cm-tooltip.cm-completionInfo":{
padding:"5px 9px",font:"13px/1.45 var(--sans)"},".cm-lintRange-error":_c("var(--side-1)"),".cm-lintRange-warning":_c("va\
r(--tone-2)"),".cm-diagnostic":{font:"13px/1.45 var(--sans)"},".cm-panel.cm-panel-lint":{background:"var(--well)",color:"\
var(--ink)"}});function Km(n,{terms:e,prefixes:t,questions:i}){let s=$c({terms:e,prefixes:t}),r=qc(i.map(({head:g,tail:x})=>g+
x)),o={...e.class,...e.property};function l(g){let x=g.state.sliceDoc(0,g.pos),w=g.state.sliceDoc(g.pos);if(/comment|string/i.
test(ve(g.state).resolveInner(g.pos,-1).name))return null;let{from:C,typed:S,options:R,context:{mode:L,next:I}}=s(x,{after:w,
counts:r});if(!S&&!g.explicit)return null;let P=!x.slice(0,C).trim()&&!w.trim(),O=S.toLowerCase(),z=P&&L==="head"?i.filter(
({name:F,title:K})=>F.startsWith(O)||K.toLowerCase().split(/\W+/).some(ie=>ie.startsWith(O))):[];return R.length+z.length?
{from:C,filter:!1,options:[...R.map(({name:F,kind:K,label:ie})=>({label:F,detail:o[F]?K:ie||K,info:o[F]||void 0,apply:K===
"prefix"&&I==="PREFIX"?`${F} <${ie}>`:F})),...z.slice(0,12).map(({name:F,title:K})=>({label:K,detail:"question",apply:()=>{
n.dispatchEvent(new CustomEvent("choose",{detail:F}))}}))]}:null}let a=document.createElement("div"),h=a.attachShadow({mode:"\
open"});a.dir="ltr",a.className="sparql",a.addEventListener("keydown",g=>g.stopPropagation());let c=Object.getOwnPropertyDescriptor(
HTMLTextAreaElement.prototype,"value"),f=()=>n.getAttribute("aria-label")||n.labels[0]?.textContent||"SPARQL",u={key:"Mo\
d-Enter",run:()=>!n.dispatchEvent(new KeyboardEvent("keydown",{key:"Enter",ctrlKey:!0,bubbles:!0,cancelable:!0}))},d=B.domEventHandlers(
{beforeinput:(g,{state:x})=>g.inputType!=="insertText"||!g.data||x.selection.main.empty?!1:(g.preventDefault(),p.dispatch(
x.replaceSelection(g.data),{userEvent:"input.type",scrollIntoView:!0}),!0)}),p=new B({doc:n.value,parent:h,root:h,extensions:[
Yh(),Sh(),is.define(Ec),xh(zm),jm,d,B.lineWrapping,Fh({override:[l],icons:!1,activateOnTypingDelay:0}),B.contentAttributes.
of(()=>({"aria-label":f(),spellcheck:"false"})),Hi.of([u,...Eo,...Qh,...Nc,...Ac]),B.updateListener.of(({docChanged:g})=>{
g&&c.set?.call(n,p.state.doc.toString())})]}),m=()=>{let g=c.get?.call(n);g!==p.state.doc.toString()&&p.dispatch({changes:{
from:0,to:p.state.doc.length,insert:g}})};Object.defineProperty(n,"value",{configurable:!0,get:()=>c.get?.call(n),set:g=>{
c.set?.call(n,g),m()}}),n.addEventListener("input",m),n.addEventListener("marks",g=>{let{detail:x}=g;p.dispatch(Pc(p.state,
x.flatMap(({severity:w,message:C,place:S})=>{let[R,L]=Uc(n.value,C,S)||[];return R===void 0?[]:[{severity:w,message:C,from:R,
to:L}]})))});let y=document.activeElement===n,{selectionStart:b,selectionEnd:v}=n;return Object.assign(n.style,Vm),n.tabIndex=
-1,n.setAttribute("aria-hidden","true"),n.before(a),y&&p.focus(),y&&p.dispatch({selection:{anchor:b,head:v}}),p}return tf(qm);})();

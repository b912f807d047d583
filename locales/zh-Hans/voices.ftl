### The questions of the report, read aloud: by coordinators, for relatives.

command-voices = 朗读问题并录音
button-listen = 🔊 听一听
prompt-gone = 这个问题的录音已经没有了。

voices-languages = 您用哪种语言朗读这些问题？用这种语言的亲属，以后就能听到。凡是给这条热线写消息的人，都能听到您的声音，也能保存下来：请让被人认出声音也没有危险的人来读。
voices-count = <b>{ $language }</b>：已录 { $recorded } 个，共 { $total } 个。请选一个问题。
button-recorded = ✓ { $label }
button-other-language = 换一种语言
button-all-questions = 全部问题
voices-read = <b>{ $label }</b> · { $language }。请慢慢朗读下面的文字，用一条语音消息发来。
voices-only-voice = “{ $label }”需要一条语音消息。如果想做别的事，请回到全部问题，或者用 /cancel。
voices-too-long = 一段录音最长 { $longest } 秒。请再读一遍，稍微短一点。
voices-sure = “{ $label }”听起来会是这样。语言：{ $language }。要让亲属听到吗？
button-keep-recording = 保存
button-speak-again = 重读一遍
button-remove-recording = 删除录音
voices-kept = 已保存。亲属现在可以听到这个问题了。
voices-next = 下一个还没有录音的问题：<b>{ $label }</b>
button-record-next = 录下一个
voices-complete = 所有问题都录好了。语言：{ $language }。
voices-remove-sure = 要删除“{ $label }”的录音吗？语言：{ $language }。
voices-removed = 录音已删除。
voices-left = 已停下。之前保存的录音都还在。

### Files as evidence: how large they may be, what they are, who has opened them.

note-file-size = 一个文件最大可以是 20 MB：再大的，Telegram 不让我们复制。更大的文件，请分成几个小一点的发来。

button-file-about = 关于这个文件，谁打开过
button-file-original = 原件
button-file-anyway = 仍然打开

file-differs = 请小心。这个文件发来时说是 { $claimed }，而从内容看是 { $found }。
file-also = 请小心。这个文件也可以当作 { $others } 打开。普通的文件不会这样。
file-unknown = 请小心。我们不知道这是什么文件。最好不要在存有其他工作的电脑上打开它。
file-archive = 这是一个压缩包。我们没有解压：里面的内容没有检查过。
file-runs = 请小心。打开这个文件，可能会启动一个程序。从内容看，它是 { $found }。我们照收到时的样子保存着。
file-found = 病毒扫描在这个文件里发现了：{ $name }。我们照收到时的样子保存着。
file-not-examined-yet = 这个文件还没有检查，检查需要一分钟左右。您也可以现在就打开。
file-not-examined = 这个文件没有检查过：我们自己没有留下副本。
file-no-copy = 这张照片没有工作副本。原件里可能带有拍摄地点和相机的信息。
file-held-back = 这条消息带有一个文件。我们先不转交，要等有人检查过。

about-file-title = <b>关于这个文件</b>
label-file-name = 发送人给它起的名字
file-received = 收到：{ $at }，来自 { $who }
file-size = 大小：{ $bytes } 字节
file-sha256 = SHA-256：{ $sum }
file-type = 从内容看是：{ $found }
file-clean = 病毒扫描，{ $at }：什么都没有发现
file-not-scanned = 没有扫描过病毒
file-has-copy = 有一份去掉了地点和相机信息的工作副本。它的 SHA-256：{ $sum }
file-copy-failed = 没有工作副本：{ $why }
copy-unsupported = 这一种图片，我们做不了
copy-unreadable = 图片读不出来
copy-truncated = 图片不完整，后面断了
copy-too-many-pixels = 图片超过5000万像素
copy-too-large = 图片太大
copy-died = 图片没能处理
copy-slow = 处理图片用的时间太长

file-says = <b>文件自己带的信息。</b>这些内容，谁都可以写进文件里：它是线索，不是证明。
says-taken = 拍摄时间：{ $when }
says-place = 地点：{ $point }
says-gps-day = 卫星给出的日期：{ $day }
says-camera = 相机：{ $camera }
says-program = 程序：{ $program }

custody-title = { $count ->
    [0] <b>还没有人打开过。</b>
   *[other] <b>谁打开过：{ $count } 条记录</b>
}
custody-line = { $at } · { $who }：{ $act }
custody-line-for = { $at } · { $who }：{ $act }（{ $why }）
custody-machine = 服务器
custody-you = 您
custody-examined = 检查了这是什么文件
custody-scanned = 扫描了病毒
custody-copied = 做了工作副本
custody-resealed = 重新加密
custody-passed-copy = 打开了工作副本
custody-passed-original = 打开了原件
custody-passed-anyway = 看到提醒后打开了原件
custody-delivered = 收到了文件
custody-exported = 导出了文件
custody-printed = 打印了文件
custody-for-files = 语音和文件
custody-for-messages = 消息往来
custody-for-words = 家属的话
custody-for-note = 工作人员的笔记
custody-for-task = 工作人员的事项
custody-for-letter = 我们写的消息
custody-for-preview = 发送之前
custody-for-export = 导出
custody-for-copy = 给讲述者本人的副本

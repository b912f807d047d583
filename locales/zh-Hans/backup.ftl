### What coordinators hear when the hotline cannot be backed up.

# $at is the day and time of the last good backup.
backup-failed = 热线这一次没能备份。最近一次完好的备份是在{ $at } 做的。
backup-failed-never = 热线这一次没能备份，而且到现在还没有一份完好的备份。
backup-failed-next = 什么都没有丢失：登记和消息照常接收和保存。但是，如果服务器现在坏了，还没有备份的内容就没有了。请在今天就告诉管理服务器的人；在服务器上用“izdeu doctor”，可以看到该做什么。

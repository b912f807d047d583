### While an unfinished report rests: what is written to whoever began it. None of it names anybody.

rest-word = 这是热线写给您的消息。
rest-reminder = 您还没有说完的内容，都保存着。您想什么时候继续都可以，没有人催您。
rest-reminder-held = 您还没有说完的内容，在这里等着您。您想什么时候继续都可以，没有人催您。
rest-announcement = 您还没有说完的内容，已经放了一段时间。我们不想让它在这里留得比您需要的更久，所以到{ $day }会把它删除。在那之前，您可以继续，也可以让它保存得久一点。
rest-announcement-held = 您发来的内容，还在等您的同意。没有您的同意，我们什么都不保存，所以到{ $day }会把它删除。在那之前，您可以继续，也可以让它再多等一段时间。
rest-erased = 您没有说完的内容，已经从我们的记录中删除，之前我们写消息告诉过您。这个聊天里的内容会留在您的手机上，直到您自己删除。如果您想重新告诉我们，随时都可以。
rest-longer = 这些内容会在我们这里留到{ $day }；您每次回来继续，都会留得更久。您也可以随时删除。
rest-which = 您想继续哪一份登记？
rest-erase-which = 您想删除哪一份登记？
rest-privacy = 未完成的登记，如果30天没有加过新的内容，就会被删除。在那之前几天，我们会写消息告诉您，您可以让它保存得久一点。
button-keep-longer = 保存久一点
button-erase-now = 现在就删除

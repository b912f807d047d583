### What the hotline asks a family of itself.

notice-checkin = { $code } өтініші бойынша сізге сұрағымыз бар.
notice-questions = { $code } өтініші бойынша бізге { $count } жауап жетіспейді. Білмейтініңізді айтуға немесе сұрақты өткізіп жіберуге болады.
checkin-ended = Бізге белгілі мерзім { $day } күнінен кешікпей аяқталуға тиіс еді.
checkin-ended-unknown = Мерзімнің қашан аяқталатынын нақты білмейміз.
checkin-ask = { $name } қазір үйде ме?
checkin-ask-unnamed = Туысыңыз қазір үйде ме?
button-checkin-home = Иә, үйде
button-checkin-not-home = Жоқ
button-checkin-unknown = Білмейміз
checkin-over = Рахмет. Бұған енді жауап берудің қажеті жоқ. Бір нәрсе айтқыңыз келсе, осы жерде айта аласыз.
checkin-thanks = Рахмет. Жауабыңыз біздің топта.
checkin-said-home = үйде
checkin-said-not-home = үйде емес
checkin-said-unknown = білмейді
alert-checkin-home = Өтініш { $code }: отбасы адамның үйде екенін айтты. Олардан нақтылап алыңыз.
alert-checkin-not-home = Өтініш { $code }: мерзім аяқталды, бірақ отбасы адамның үйде емес екенін айтты. Өтініш енді шұғыл. Мерзім ұзартылған болса, соны енгізіңіз.
alert-checkin-unknown = Өтініш { $code }: мерзім аяқталды, отбасы адамның қайда екенін білмейді.
alert-checkin-silent = Өтініш { $code }: мерзім аяқталды. Отбасынан екі күн бұрын сұралды, әлі жауап жоқ.

### One event, many people: cases under a name of the team's.

command-incidents = Бір оқиға, көп адам
incidents = <b>Көп адамға қатысты оқиғалар</b>
incidents-none = Әзірге бірде-бір оқиға аталмаған. Бір мезгілде көп адам алып кетілсе, оқиғаны осында атап, өтініштерді соның астына жинаңыз: сонда оларды бірге табуға, отбасыларына бірге жазуға болады.
button-incident = { $name } · { $cases }
button-incidents = Оқиғалар
button-incident-new = Жаңа оқиғаны атау
button-incident-put = + { $name }
button-incident-out = Шығару
button-incident-add = Өтініштер қосу
button-incident-write = Осы отбасыларға жазу
button-incident-rename = Атауын өзгерту
button-incident-remove = Оқиғаны алып тастау
case-incidents = Оқиға: { $names }
incidents-of-case = <b>{ $code }: қай оқиғаға жатады?</b>
incident-cases = Өтініш саны: { $cases }
incident-ask-name = Оқиғаны қалай атаймыз? Мысалы, күні мен жері бойынша. Адам атын жазбаңыз: оны бүкіл топ көреді.
incident-ask-codes = Осы оқиғаға жататын өтініштердің кодтарын жазыңыз, бір не бірнешеуін: K7Q-4M2.
incident-gone = енді сақталмайтын оқиға
find-incidents = Осындай атаумен оқиғалар:
history-joined-incident = оқиғаға қосты
history-left-incident = оқиғадан шығарды

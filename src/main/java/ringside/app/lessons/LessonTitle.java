package ringside.app.lessons;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import ringside.app.base.Texts;

/**
 * How a lesson is announced.
 *
 * @param place among the lessons, such as 'Lesson 3 of 8'
 * @param title without its place
 */
record LessonTitle(String place, String title) {

    private static final Pattern NUMBERED = Pattern.compile("^(?:Lesson|Lektion) \\d+: *(?=\\S)");

    static LessonTitle of(Lesson lesson, List<Lesson> all) {
        List<Lesson> lessons = all.stream().filter(Lesson::isLesson).toList();
        String bare = NUMBERED.matcher(lesson.title()).replaceFirst("");
        String title =
                bare.isEmpty()
                        ? bare
                        : bare.substring(0, 1).toUpperCase(Locale.ROOT) + bare.substring(1);
        int index = lessons.indexOf(lesson);
        String place =
                index < 0
                        ? Texts.text("card.scenario")
                        : Texts.text("card.lesson", index + 1, lessons.size());
        return new LessonTitle(place, title);
    }
}

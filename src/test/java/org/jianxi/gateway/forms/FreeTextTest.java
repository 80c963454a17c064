package org.jianxi.gateway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Free text is told as the expression tells it that stands in the schemas. */
class FreeTextTest {

    @Property
    void itIsWhatTheExpressionSays(@ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 8) int longest) {
        var expression = Pattern.compile(RecordWords.Characters.JSON.text(longest));

        assertThat(new FreeText(longest).test(text))
                .isEqualTo(expression.matcher(text).matches());
    }

    @Provide
    Arbitrary<String> texts() {
        var units = Arbitraries.chars()
                .with('\0', '\b', '\t', '\n', '\u000b', '\f', '\r', '\u001f', ' ', '!', '人', '\u3000', '\ufffd')
                .with('\ufffe', '\uffff', '\ud83d', '\ude00');
        var words = Arbitraries.of(" ", "a", "见习", "\ud83d\ude00", "\ud840\udc00");
        return Arbitraries.oneOf(
                units.list().ofMaxSize(9).map(list -> joined(list)),
                words.list().ofMaxSize(9).map(list -> String.join("", list)));
    }

    private static String joined(java.util.List<Character> units) {
        var text = new StringBuilder();
        units.forEach(text::append);
        return text.toString();
    }
}

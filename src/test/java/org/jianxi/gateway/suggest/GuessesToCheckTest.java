package org.jianxi.gateway.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jianxi.gateway.canonical.MediaType;
import org.jianxi.gateway.documents.UnreadableDocument;
import org.junit.jupiter.api.Test;

/** A guess that rests on few signs is drafted, and says that a person must look. */
class GuessesToCheckTest {

    private static final Path HOME = Path.of("");
    private static final Suggester SUGGESTER = Suggester.open(HOME);
    private static final String ROSTER = """
            姓名,证件号码,学历,人员类别
            示例甲,530802200003159014,大学本科,高校毕业生
            示例乙,530821200211059025,%s,高校毕业生
            示例丙,530821200211059025,本科,高校毕业生
            示例丁,530821200211059025,硕士研究生,高校毕业生
            示例戊,%s,本科,高校毕业生
            """;

    @Test
    void aWordThatOnlyResemblesACodeMakesItsLineOneToCheck() throws UnreadableDocument {
        var known = line("education", ROSTER.formatted("本科", "530821200211059025"));
        var alike = line("education", ROSTER.formatted("大专生", "530821200211059025"));

        assertThat(known).contains("高 high");
        assertThat(alike).contains("大专生: '31'", "低 low", "“大专生”只是与代码表相近");
    }

    @Test
    void oneForeignNumberAmongCitizensLeavesTheirKindOfCardDraftedWithARemark() throws UnreadableDocument {
        assertThat(line("idType", ROSTER.formatted("本科", "530821200211059025"))).contains("都是身份证号样式");
        assertThat(line("idType", ROSTER.formatted("本科", "E1234567"))).contains("{const: '111'}", "低 low", "有1个不是");
    }

    @Test
    void aSheetWithOneForeignNumberInTwoDraftsNoKindOfCard() throws UnreadableDocument {
        var mixed = "姓名,证件号码\n示例甲,530802200003159014\n示例乙,E1234567\n";

        assertThat(draft(mixed)).doesNotContain("idType:");
    }

    @Test
    void daysThatTheirCellsDoNotShowAsDaysAreReadAmongThoseThatDo() {
        var said = List.of(
                new Said("2023-06-01", Said.Kind.DATE),
                new Said("45079", Said.Kind.NUMBER),
                new Said("2023年6月3日", Said.Kind.TEXT));

        assertThat(Dates.patterns(said, Dates.DAYS)).containsExactly("excel", "yyyy年M月d日");
        assertThat(Dates.patterns(said.subList(1, 2), Dates.DAYS)).isEmpty();
    }

    @Test
    void initialsOfAWholeLongLabelAreReadLetterByLetter() throws UnreadableDocument {
        var columns = "xm,sfzh,jycyzh,zyjndj\n示例甲,530802200003159014,,\n示例乙,530821200211059025,,\n";

        assertThat(draft(columns)).contains("employmentCertNo: jycyzh", "skillLevel: zyjndj");
        assertThat(Pinyin.isOfInitials("qzzzdw", "其中新增单位")).isFalse();
        assertThat(Pinyin.isOfInitials("qzzzdw", "其中在职单位")).isTrue();
        assertThat(Pinyin.isOfInitials("cyjylyrszgxbysrs", "参与就业留用人数中高校毕业生人数")).isTrue();
        assertThat(Pinyin.isOfInitials("dw", "单位数")).isFalse();
    }

    private static String line(String field, String content) throws UnreadableDocument {
        return draft(content)
                .lines()
                .filter(line -> line.strip().startsWith(field + ":"))
                .findFirst()
                .orElseThrow();
    }

    private static String draft(String content) throws UnreadableDocument {
        return SUGGESTER
                .suggest(
                        new Suggester.OfRecords("draft", "trainees"),
                        MediaType.CSV,
                        content.getBytes(StandardCharsets.UTF_8))
                .draft();
    }
}

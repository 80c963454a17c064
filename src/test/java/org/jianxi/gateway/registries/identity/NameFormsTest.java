package org.jianxi.gateway.registries.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jianxi.gateway.documents.FileProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFormsTest {

    private final NameForms forms = new NameVariants(Path.of("schemas/codes/name-variants.csv")).read();

    @ParameterizedTest
    @CsvSource({
        "买买提·吐尔逊, 买买提•吐尔逊",
        "买买提·吐尔逊, 买买提．吐尔逊",
        "买买提·吐尔逊, 买买提・吐尔逊",
        "买买提·吐尔逊, 买买提‧吐尔逊",
        "买买提·吐尔逊, 买买提･吐尔逊",
        "买买提·吐尔逊, 买买提 . 吐尔逊",
        "买买提·吐尔逊, 买买提吐尔逊",
        "张三, 张\u3000三",
        "张三, 张\u00A0三",
        "张三, 张\u200B三",
        "张三, \uFEFF张三",
        "葛平, 葛\uDB40\uDD00平",
        "\u4DAE平, \uE863平",
        "刘洋, 劉洋",
        "吴敏, 吳敏",
        "杨昇, 杨升",
        "\u96B8平, \uF9B8平",
        "一平, \u2F00平",
        "Li Ming, ＬＩ ＭＩＮＧ",
    })
    void oneNameIsWrittenInManyWays(String one, String other) {
        assertThat(forms.comparable(one)).isEqualTo(forms.comparable(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"张三, 张四", "张三, 张三丰", "张三, 张?", "张三, 张\uFFFD", "张三, 三张", "刘平, \uE000平", "柏林, 白林"})
    void otherNamesStayOthers(String one, String other) {
        assertThat(forms.comparable(one)).isNotEqualTo(forms.comparable(other));
    }

    @Test
    void aNameOfBlanksAndDotsIsNone() {
        assertThat(forms.comparable(" \u3000·")).isEmpty();
    }

    @Test
    void aListThatGoesInCirclesIsRefused(@TempDir Path folder) throws IOException {
        var file = folder.resolve("variants.csv");
        Files.writeString(file, "variant,standard\nU+5442,U+5415\nU+5415,U+5442\n");

        assertThatThrownBy(() -> new NameVariants(file).read()).isInstanceOf(FileProblem.class);
    }
}

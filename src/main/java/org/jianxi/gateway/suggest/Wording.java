package org.jianxi.gateway.suggest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of several columns of numbers holds the month's own figures. */
final class Wording {

    private static final Pattern OTHER = Pattern.compile(
            "上期|上月|去年|同期|同比|环比|序号|行号|栏次|sq|shangqi|last|prev|tb|hb|seq|xh|order|^id$|index", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN = Pattern.compile(
            "本期|本月|当月|当期|数值|填报数|数量|value|val|amount|figure|zhi|shuzhi|bq|by|sz|sl|^v$", Pattern.CASE_INSENSITIVE);

    private static final Pattern WRAPPING = Pattern.compile(
            "data|body|head|header|result|results|list|rows?|items?|records?|root|response|request|content|payload|info|details?|value|val|zhi|shuzhi|xiang|zhibiao|indicators?|figures?|report|message",
            Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /** Whether a name only wraps what is inside it and says nothing about it. */
    static boolean isWrapping(String name) {
        return WRAPPING.matcher(name).matches();
    }

    /** By its name; where none says so, the first that does not say otherwise. */
    static Optional<String> ofAmounts(List<String> names) {
        var possible =
                names.stream().filter(name -> !OTHER.matcher(name).find()).toList();
        return possible.stream()
                .filter(name -> OWN.matcher(name).find())
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .or(() -> names.stream().findFirst());
    }
}

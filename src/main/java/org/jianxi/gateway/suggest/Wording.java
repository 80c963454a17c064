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

    private static final Pattern ALL = Pattern.compile("合计|总计|全州|全市|全省|汇总|total", Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_TIME = Pattern.compile(
            ".*(本期|本月|当月|当期|这个月).*|(bq|by|dq|dy|benqi|benyue|dangqi|dangyue)(s|sj|shu)?|.*(current|this).*|cur|now",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_TIME = Pattern.compile(
            ".*(上期|上月|上年|去年|同期|同比|环比|前月).*|(sq|sy|tq|tb|hb|qn|qntq|sntq|sqs|sys|shangqi|shangyue|tongqi|qunian)(s|sj|shu)?|.*(last|prev|prior).*|yoy|mom",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR_TIME = Pattern.compile(
            ".*(本年|累计|全年).*|(lj|bn|bnlj|nlj|leiji|bennian)(s|sj|shu)?|.*(ytd|cumul|year).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONEY =
            Pattern.compile(".*(补贴|资金|金额|拨付).*|.*(bt|zj|je|subsid|amount|money|fund).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern WRAPPING = Pattern.compile(
            "data|body|head|header|result|results|list|rows?|items?|records?|root|response|request|content|payload|info|details?|value|val|zhi|shuzhi|xiang|zhibiao|indicators?|figures?|report|message",
            Pattern.CASE_INSENSITIVE);

    private Wording() {}

    /** Whether a name only wraps what is inside it and says nothing about it. */
    static boolean isWrapping(String name) {
        return WRAPPING.matcher(name).matches();
    }

    /** Which time a name speaks of. */
    enum Time {
        OWN,
        OTHER,
        YEAR,
        UNKNOWN
    }

    static Time timeOf(String name) {
        if (OTHER_TIME.matcher(name).matches()) {
            return Time.OTHER;
        }
        return OWN_TIME.matcher(name).matches()
                ? Time.OWN
                : YEAR_TIME.matcher(name).matches() ? Time.YEAR : Time.UNKNOWN;
    }

    static boolean isOfMoney(String name) {
        return MONEY.matcher(name).matches();
    }

    /** The only one of several numbers that can be a figure; empty where more can. */
    static Optional<String> onlyAmount(List<String> names) {
        var possible =
                names.stream().filter(name -> !OTHER.matcher(name).find()).toList();
        return possible.size() == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    /** By its name; where none says so, the first that does not say otherwise. */
    static Optional<String> ofAmounts(List<String> names) {
        var possible =
                names.stream().filter(name -> !OTHER.matcher(name).find()).toList();
        return possible.stream()
                .filter(name -> OWN.matcher(name).find())
                .findFirst()
                .or(() -> possible.stream()
                        .filter(name -> ALL.matcher(name).find())
                        .findFirst())
                .or(() -> possible.stream().findFirst())
                .or(() -> names.stream().findFirst());
    }
}

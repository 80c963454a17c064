package org.jianxi.gateway.mapping.conversion;

import java.util.Set;
import org.jianxi.gateway.canonical.RuleText;
import org.jianxi.gateway.canonical.Severity;
import org.jianxi.gateway.canonical.StatedRule;

/** What the fields of a record must keep, whatever the source wrote them as. The ids stand on the wire. */
public enum FieldDemand implements StatedRule {
    REQUIRED("F-REQUIRED", "必填字段应填写", "A required field has a value"),
    TEXT("F-TEXT", "文字应不超过规定长度、符合规定格式", "Text keeps to its length and shape; it is never cut"),
    CHARACTERS("F-CHARACTERS", "文字中不可见的字符不保留", "Invisible characters inside a text are not kept"),
    NUMBER("F-NUMBER", "数字应在规定范围内，不四舍五入", "A number is exact and within its bounds; nothing is rounded"),
    DATE("F-DATE", "日期应真实、完整，写法与约定一致", "A date is real, complete and written as agreed"),
    DATE_CUT("F-DATE-CUT", "日期字段不保留时刻，月份字段不保留日", "A date keeps no time of day, a month no day"),
    TRUTH("F-TRUTH", "应为约定的是否用语", "Yes and no are said in the agreed words"),
    CODE("F-CODE", "应为代码表中的代码或名称", "A code or its name is in the list"),
    CODE_OTHER("F-CODE-OTHER", "代码表中没有的，按约定归入其他", "What the table does not know becomes the agreed code"),
    DIVISION("F-DIVISION", "应为现行的行政区划代码", "A division is a code in force"),
    DIVISION_OLD("F-DIVISION-OLD", "行政区划代码已撤销", "A division code has been abolished"),
    DIVISION_CUT("F-DIVISION-CUT", "行政区划保留到县级", "A division is kept down to the county"),
    AREA("F-AREA", "记录中的所在地应在来源可报的区划内", "A record speaks of a place in its source's areas"),
    CITIZEN_ID("F-CITIZEN-ID", "公民身份号码应符合GB 11643", "A citizen's identity number keeps GB 11643"),
    ID_WRITTEN(
            "F-ID-WRITTEN",
            "证件号码中的全角字符、小写x和空白已改写",
            "Full-width characters, a small x and blanks in an identity number are written anew"),
    ID_AGREES("F-ID-AGREES", "出生日期、性别应与公民身份号码一致", "Birth date and sex agree with the identity number"),
    CREDIT_CODE("F-CREDIT-CODE", "统一社会信用代码应符合GB 32100", "A credit code keeps GB 32100"),
    DAMAGED(
            "F-DAMAGED",
            "长号码应以文本保存，不应被表格软件改成数字",
            "A long number is kept as text, not turned into a number by a spreadsheet"),
    SEVERAL("F-SEVERAL", "一个字段只能对应一处", "A field is read in one place"),
    EXPRESSION("F-EXPRESSION", "算式应能算出结果", "An expression comes to a result");

    private static final Set<FieldDemand> TOLD = Set.of(CHARACTERS, ID_WRITTEN, DIVISION_OLD, DIVISION_CUT);
    private static final Set<FieldDemand> WARNED = Set.of(DATE_CUT, CODE_OTHER, ID_AGREES);

    private final RuleText text;

    FieldDemand(String id, String zh, String en) {
        this.text = RuleText.ours(id, zh, en);
    }

    @Override
    public RuleText text() {
        return text;
    }

    @Override
    public Severity severity() {
        if (TOLD.contains(this)) {
            return Severity.INFO;
        }
        return WARNED.contains(this) ? Severity.WARNING : Severity.ERROR;
    }
}

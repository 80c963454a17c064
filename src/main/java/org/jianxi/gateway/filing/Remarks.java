package org.jianxi.gateway.filing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jianxi.gateway.canonical.ReportingUnit;
import org.jianxi.gateway.forms.ReturnForm;

/** What must be said beside the figures on paper: who is missing, whose amounts came rounded, which correction this is. */
record Remarks(ReturnForm form, ProvincialReturn filed) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        if (filed.revision() > 1) {
            lines.add("附注：本表为第" + filed.revision() + "次报送，替代此前报送的同期报表。");
        }
        if (!filed.figures().gaps().isEmpty()) {
            lines.add("附注：缺报单位" + filed.figures().gaps().size() + "家（未计入合计）："
                    + names(filed.figures().gaps()) + "。");
        }
        if (!filed.figures().roundedAmounts().isEmpty()) {
            lines.add("附注：" + rounded() + "的资金数按0.01万元填报，合计按其填报数汇总。");
        }
        return lines;
    }

    private String rounded() {
        var rounded = filed.figures().roundedAmounts();
        return rounded.size() == filed.figures().contributions().size() ? "各填报单位" : names(rounded);
    }

    private static String names(List<ReportingUnit> units) {
        return units.stream().map(ReportingUnit::name).collect(Collectors.joining("、"));
    }
}

package org.jianxi.gateway.console.office;

import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.flow.FilingStatus;
import org.jianxi.gateway.flow.ProvincialView;
import org.jianxi.gateway.flow.byhand.ByHandDesk;
import org.jianxi.gateway.flow.byhand.SignedWordDesk;
import org.jianxi.gateway.flow.reading.ReturnReading;
import org.jianxi.gateway.forms.JumpThresholds;
import org.jianxi.gateway.intake.Caller;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the page of the province's return together. */
@Component
class ProvincePages {

    private static final String PAGE = "console/return";

    private final FilingStatus status;
    private final MonthWorkflow workflow;
    private final ReportingUnits units;
    private final Compared compared;
    private final Handing handing;

    ProvincePages(
            FilingStatus status, MonthWorkflow workflow, ReportingUnits units, Compared compared, Handing handing) {
        this.status = status;
        this.workflow = workflow;
        this.units = units;
        this.compared = compared;
        this.handing = handing;
    }

    /** Where the ministry's word is typed in or uploaded. */
    @Component
    record Handing(ByHandDesk typed, SignedWordDesk signed) {}

    /** What earlier figures and looks are asked of, and from where on a change is a jump. */
    @Component
    record Compared(ReturnReading reading, LiveFile<JumpThresholds> jumps) {

        ComparedPart part(ProvincialView view, ReportingUnits units, Caller caller) {
            var figures = view.figures();
            return ComparedPart.of(
                    view, reading.earlier(figures.period()), reading.since(caller.name(), figures), units, jumps.get());
        }
    }

    /** @param refused why the last act was not done */
    String shown(Period period, List<Finding> refused, Caller caller, Model model) {
        var standing = workflow.standing(period);
        var given = workflow.approvals(standing);
        model.addAttribute("page", ReturnPage.of(standing.next(), units, given, status.all(period), refused));
        model.addAttribute("compared", compared.part(standing.next().view(), units, caller));
        model.addAttribute("workflow", workflow.part(standing));
        model.addAttribute("byHand", handing.typed().byHand());
        model.addAttribute("takesFiles", handing.signed().takesFiles());
        model.addAttribute("buttons", Buttons.of(caller));
        model.addAttribute("caller", caller.name());
        return PAGE;
    }
}

package org.jianxi.gateway.console.office;

import org.jianxi.gateway.filing.report.ReportDocx;
import org.jianxi.gateway.filing.report.ReportText;
import org.jianxi.gateway.filing.report.YearReport;
import org.jianxi.gateway.flow.yearly.ReportDesk;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The year's report to be read and printed, and as a document to be completed. */
@Controller
class ReportsController {

    private final ReportDesk desk;

    ReportsController(ReportDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/console/reports/{year}")
    String report(@PathVariable int year, @AuthenticationPrincipal Caller caller, Model model) {
        var report = read(year);
        model.addAttribute("report", report);
        model.addAttribute("blocks", new ReportText(report).blocks());
        model.addAttribute("caller", caller.name());
        return "console/report";
    }

    @GetMapping("/console/reports/{year}/document")
    ResponseEntity<byte[]> document(@PathVariable int year) {
        var report = read(year);
        return Saved.as(report.fileName(), ReportDocx.CONTENT_TYPE, new ReportDocx(report).write());
    }

    private YearReport read(int year) {
        return desk.of(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

package org.jianxi.gateway.api;

import org.jianxi.gateway.filing.report.ReportDocx;
import org.jianxi.gateway.filing.report.YearReport;
import org.jianxi.gateway.flow.yearly.ReportDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The yearly implementation report, drafted from the ledger: to be read by a program, or to be completed by an officer. */
@RestController
@RequestMapping("/api/v1/reports/{year}")
class ReportController {

    private final ReportDesk desk;

    ReportController(ReportDesk desk) {
        this.desk = desk;
    }

    @GetMapping(produces = "application/json")
    YearReportView report(@PathVariable int year) {
        return YearReportView.of(read(year));
    }

    @GetMapping(produces = ReportDocx.CONTENT_TYPE)
    ResponseEntity<byte[]> document(@PathVariable int year) {
        var report = read(year);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, ReportDocx.CONTENT_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, Attachment.named(report.fileName()))
                .body(new ReportDocx(report).write());
    }

    private YearReport read(int year) {
        return desk.of(year).orElseThrow(NotThere::new);
    }
}

package org.jianxi.gateway.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jianxi.gateway.flow.yearly.YearDesk;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A year of returns for keeping, verifiable without us. */
@RestController
class ArchiveController {

    private final YearDesk desk;

    ArchiveController(YearDesk desk) {
        this.desk = desk;
    }

    /** Written straight to the caller: a year is not held twice. */
    @GetMapping(path = "/api/v1/archives/{year}", produces = Attachment.ASIC)
    void archive(@PathVariable int year, HttpServletResponse response) throws IOException {
        var kept = desk.of(year).orElseThrow(NotThere::new);
        response.setContentType(Attachment.ASIC);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Attachment.named("云南省_就业见习_%d_年度归档.asice".formatted(year)));
        kept.writeTo(response.getOutputStream());
    }
}

package org.jianxi.gateway.console.office;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jianxi.gateway.evidence.ArchiveTooLarge;
import org.jianxi.gateway.flow.yearly.YearDesk;
import org.jianxi.gateway.flow.yearly.YearDesk.Kept;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A year of returns to be saved and kept. */
@Controller
class ArchivesController {

    private final YearDesk desk;

    ArchivesController(YearDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/console/archives/{year}")
    void archive(@PathVariable int year, HttpServletResponse response) throws IOException {
        var kept = found(year).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        response.setContentType("application/vnd.etsi.asic-e+zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Saved.named("year-archive-%d.asice".formatted(year)));
        kept.writeTo(response.getOutputStream());
    }

    private Optional<Kept> found(int year) {
        try {
            return desk.of(year);
        } catch (ArchiveTooLarge larger) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, larger.getMessage(), larger);
        }
    }
}

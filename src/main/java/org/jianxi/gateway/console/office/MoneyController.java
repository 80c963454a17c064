package org.jianxi.gateway.console.office;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.money.MoneyDesk;
import org.jianxi.gateway.flow.money.MoneyTable;
import org.jianxi.gateway.flow.money.SenderMoney;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the subsidy comes to by the records: the senders beside indicator 14, then one sender's units and questions. */
@Controller
class MoneyController {

    private final MoneyDesk desk;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;
    private final Clock clock;

    MoneyController(MoneyDesk desk, ReportingUnits units, WorkingCalendar calendar, Clock clock) {
        this.desk = desk;
        this.units = units;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** To a month's page; what is no month leads to the last one. */
    @GetMapping("/console/money")
    String newest(@RequestParam(defaultValue = "") String period, @RequestParam(defaultValue = "") String sender) {
        var month = Period.parse(period.strip()).orElseGet(this::lastMonth);
        var one = Sender.parse(sender).map(code -> "?sender=" + code).orElse("");
        return "redirect:/console/money/" + month + one;
    }

    @GetMapping("/console/money/{period}")
    String month(
            @PathVariable Period period,
            @RequestParam(defaultValue = "") String sender,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        model.addAttribute("period", period);
        model.addAttribute("rules", desk.rules(period));
        model.addAttribute("caller", caller.name());
        if (sender.isEmpty()) {
            model.addAttribute("page", MoneyPage.of(desk.of(List.of(), period)));
            return "console/money";
        }
        var unit = Sender.parse(sender).flatMap(units::find).orElseThrow(MoneyController::notThere);
        model.addAttribute("unit", unit);
        model.addAttribute(
                "page",
                desk.of(unit.sender(), period, false).map(SenderMoneyPage::of).orElse(null));
        return "console/money-sender";
    }

    @GetMapping(path = "/console/money/{period}/table", produces = "text/csv")
    ResponseEntity<byte[]> table(@PathVariable Period period, @RequestParam Optional<String> sender) {
        return sender.isEmpty()
                ? kept("money-%s.csv".formatted(period), MoneyTable.of(desk.of(List.of(), period)))
                : kept("money-%s-%s.csv".formatted(period, sender.get()), MoneyTable.of(one(period, sender.get())));
    }

    private SenderMoney one(Period period, String sender) {
        return Sender.parse(sender)
                .flatMap(code -> desk.of(code, period, false))
                .orElseThrow(MoneyController::notThere);
    }

    private static ResponseEntity<byte[]> kept(String name, byte[] table) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(table);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private Period lastMonth() {
        return calendar.monthOf(clock.instant()).previous();
    }
}

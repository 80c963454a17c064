package org.jianxi.gateway.console.office;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.calendar.WorkingCalendar;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.flow.inquiries.InquiryReading;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.inquiries.Inquiry;
import org.jianxi.gateway.inquiries.InquiryList;
import org.jianxi.gateway.inquiries.InquiryList.Wanted;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.records.LookReason;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What units are asked about their records: screenings and, beside them, overlaps; a unit's system sees those it is a side of. */
@Controller
@RequestMapping("/console/screenings")
class InquiriesController {

    private static final int MOST = 100;
    private static final String ONE = "console/screening";

    private final List<InquiryList> lists;
    private final InquiryReading reading;
    private final Datasets datasets;
    private final ReportingUnits units;
    private final WorkingCalendar calendar;

    InquiriesController(
            List<InquiryList> lists,
            InquiryReading reading,
            GatewayFolders folders,
            ReportingUnits units,
            WorkingCalendar calendar) {
        this.lists = lists;
        this.reading = reading;
        this.datasets = Datasets.load(folders.home());
        this.units = units;
        this.calendar = calendar;
    }

    /** Newest first. */
    @GetMapping
    String all(
            @RequestParam(defaultValue = "screening") String matter,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> state,
            @RequestParam Optional<Long> before,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var list = lists.stream()
                .filter(one -> one.matter().wireName().equals(matter))
                .findFirst()
                .orElseThrow(InquiriesController::notThere);
        var page = list.page(new Wanted(own(caller), kind.filter(one -> !one.isBlank()), state, before), MOST);
        model.addAttribute("matter", list.matter());
        model.addAttribute("inquiries", page);
        model.addAttribute("kind", kind.orElse(""));
        model.addAttribute("state", state.orElse(""));
        model.addAttribute("isFull", page.size() == MOST);
        model.addAttribute("units", units);
        model.addAttribute("today", LocalDate.ofInstant(reading.office().clock().instant(), calendar.zone()));
        model.addAttribute("caller", caller.name());
        return "console/screenings";
    }

    @GetMapping("/{number}")
    String one(@PathVariable long number, @AuthenticationPrincipal Caller caller, Model model) {
        return shown(found(number, caller).page(), caller, model);
    }

    /** The records of the sides the reader may see, and what those wrote; the look is written down first. */
    @PostMapping("/{number}")
    String look(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        var found = found(number, caller);
        try {
            var reason = new LookReason(caller.name(), purpose, Optional.empty());
            var opened = reading.open(found.list(), found.inquiry(), own(caller), reason);
            return shown(found.page().with(opened, datasets), caller, model);
        } catch (LookReason.NoPurpose unsaid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("unsaid", true);
            return shown(found.page(), caller, model);
        }
    }

    private record Found(InquiryList list, Inquiry inquiry) {
        InquiryPage page() {
            return InquiryPage.closed(list.matter(), inquiry);
        }
    }

    private Found found(long number, Caller caller) {
        var own = own(caller);
        return lists.stream()
                .flatMap(list -> list.find(number).stream().map(one -> new Found(list, one)))
                .filter(one -> own.isEmpty()
                        || own.stream()
                                .anyMatch(sender -> one.inquiry().side(sender).isPresent()))
                .findFirst()
                .orElseThrow(InquiriesController::notThere);
    }

    private static Collection<Sender> own(Caller caller) {
        if (caller.isOffice()) {
            return List.of();
        }
        return Stream.of(caller.senders())
                .filter(senders -> !senders.isEmpty())
                .findFirst()
                .orElseThrow(InquiriesController::notThere);
    }

    private String shown(InquiryPage page, Caller caller, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("units", units);
        model.addAttribute("own", own(caller));
        model.addAttribute("looks", caller.may(Act.DECIDE_MARKS));
        model.addAttribute("caller", caller.name());
        return ONE;
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

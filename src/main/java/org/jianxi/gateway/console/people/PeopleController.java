package org.jianxi.gateway.console.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianxi.gateway.accounts.AccountName;
import org.jianxi.gateway.accounts.Duties;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.canonical.Sender;
import org.jianxi.gateway.flow.accounts.AccountDesk;
import org.jianxi.gateway.flow.accounts.AccountDesk.Ended;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.KeyHolders;
import org.jianxi.gateway.intake.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may sign in and deliver: read by the auditor, changed by the administrator. */
@Controller
@RequestMapping("/console/people")
class PeopleController {

    private static final String PAGE = "console/people";

    private final AccountDesk desk;
    private final KeyHolders keys;
    private final ReportingUnits units;

    PeopleController(AccountDesk desk, KeyHolders keys, ReportingUnits units) {
        this.desk = desk;
        this.keys = keys;
        this.units = units;
    }

    @GetMapping
    String read(@AuthenticationPrincipal Caller caller, Model model) {
        return page(caller, model);
    }

    @PostMapping
    String add(
            @RequestParam String name,
            @RequestParam String shown,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") List<String> areas,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        var ended = withDuties(
                name.strip(), roles, areas, (account, duties) -> desk.add(caller.name(), account, shown, duties));
        return after(ended, caller, response, model);
    }

    @PostMapping("/{name}/duties")
    String change(
            @PathVariable String name,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") List<String> areas,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        var ended = withDuties(name, roles, areas, (account, duties) -> desk.change(caller.name(), account, duties));
        return after(ended, caller, response, model);
    }

    @PostMapping("/{name}/reset")
    String reset(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        return after(named(name, one -> desk.reset(caller.name(), one)), caller, response, model);
    }

    @PostMapping("/{name}/disable")
    String disable(
            @PathVariable String name,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        return after(named(name, one -> desk.disable(caller.name(), one)), caller, response, model);
    }

    private static Ended withDuties(
            String name, List<String> roles, List<String> areas, BiFunction<AccountName, Duties, Ended> act) {
        Set<Role> asked =
                roles.stream().flatMap(role -> Role.named(role).stream()).collect(Collectors.toSet());
        Set<Sender> read =
                areas.stream().flatMap(code -> Sender.parse(code).stream()).collect(Collectors.toSet());
        Optional<Ended> objection = Duties.objection(asked, read).map(Ended.Refused::new);
        return objection.orElseGet(() -> named(name, account -> act.apply(account, new Duties(asked, read))));
    }

    private static Ended named(String name, Function<AccountName, Ended> act) {
        return AccountName.parse(name)
                .map(act)
                .orElseGet(() -> new Ended.Refused(new Bilingual(
                        "账号名用小写字母、数字和连字符，2 至 40 位，以字母开头",
                        "an account's name has 2 to 40 small letters, digits and hyphens, a letter first")));
    }

    /** A code is shown on the page that answers, and on no other. */
    private String after(Ended ended, Caller caller, HttpServletResponse response, Model model) {
        return switch (ended) {
            case Ended.Done done -> "redirect:/console/people";
            case Ended.Waiting waiting -> {
                model.addAttribute("invited", waiting.invited());
                yield page(caller, model);
            }
            case Ended.Refused refused -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("refused", refused.reason());
                yield page(caller, model);
            }
        };
    }

    private String page(Caller caller, Model model) {
        model.addAttribute("page", PeoplePage.of(desk.all(), keys.holders(), units, caller));
        model.addAttribute("changes", caller.may(Act.CHANGE_ACCOUNTS));
        model.addAttribute("caller", caller.name());
        return PAGE;
    }
}

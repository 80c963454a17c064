package org.jianxi.gateway.console.office;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jianxi.gateway.canonical.Bilingual;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.flow.crossmatch.ReviewDesk;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.records.LookReason;
import org.jianxi.gateway.registries.run.RegistrySettings;
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

/** The queue of rows without a number that may be ours: why, both sides by name for a stated purpose, and who that is. */
@Controller
@RequestMapping("/console/registries/{name}/candidates")
class CandidatesController {

    private static final int MOST = 100;
    private static final String ONE = "console/candidate";

    private final RegistryDesk registries;
    private final ReviewDesk desk;

    CandidatesController(RegistryDesk registries, ReviewDesk desk) {
        this.registries = registries;
        this.desk = desk;
    }

    @GetMapping
    String queue(
            @PathVariable String name,
            @RequestParam(defaultValue = "0") long after,
            @AuthenticationPrincipal Caller caller,
            Model model) {
        var registry = registry(name);
        var page = desk.page(registry, true, after, MOST).stream()
                .map(one -> CandidatePage.of(registry, one))
                .toList();
        model.addAttribute("registry", registry);
        model.addAttribute("candidates", page);
        model.addAttribute("isFull", page.size() == MOST);
        model.addAttribute("caller", caller.name());
        return "console/candidates";
    }

    @GetMapping("/{id}")
    String one(@PathVariable String name, @PathVariable long id, @AuthenticationPrincipal Caller caller, Model model) {
        return shown(registry(name), id, caller, model);
    }

    /** Both sides by name; the look is written down first. */
    @PostMapping("/{id}")
    String look(
            @PathVariable String name,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String purpose,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        var registry = registry(name);
        try {
            var reason = new LookReason(caller.name(), purpose, Optional.empty());
            var opened = desk.open(registry, id, reason).orElseThrow(CandidatesController::notThere);
            return page(CandidatePage.of(registry, opened), caller, model);
        } catch (LookReason.NoPurpose unsaid) {
            shown(registry, id, caller, model);
            return refused(
                    new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            new Bilingual("请写明查看目的，4至200字", "say what you look for, in 4 to 200 characters")),
                    response,
                    model);
        }
    }

    @PostMapping("/{id}/closing")
    String close(
            @PathVariable String name,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        var registry = registry(name);
        var decision = ReviewDesk.Decision.of(outcome, reason, caller.name());
        if (decision.isEmpty()) {
            shown(registry, id, caller, model);
            return refused(
                    new Refusal(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            new Bilingual(
                                    "请选择认定结果，并写明理由，4至200字", "choose who that is, and say why in 4 to 200 characters")),
                    response,
                    model);
        }
        return switch (desk.close(registry, id, decision.get())) {
            case DONE -> "redirect:/console/registries/" + registry.name().value() + "/candidates";
            case CLOSED_BEFORE -> {
                shown(registry, id, caller, model);
                yield refused(
                        new Refusal(HttpStatus.CONFLICT, new Bilingual("已办结", "it was closed before")),
                        response,
                        model);
            }
            case NOT_THERE -> throw notThere();
        };
    }

    private static String refused(Refusal refusal, HttpServletResponse response, Model model) {
        response.setStatus(refusal.status().value());
        model.addAttribute("refused", refusal.why());
        return ONE;
    }

    private record Refusal(HttpStatus status, Bilingual why) {}

    private String shown(RegistrySettings registry, long id, Caller caller, Model model) {
        var shown = desk.find(registry, id).orElseThrow(CandidatesController::notThere);
        return page(CandidatePage.of(registry, shown), caller, model);
    }

    private static String page(CandidatePage page, Caller caller, Model model) {
        model.addAttribute("page", page);
        model.addAttribute("caller", caller.name());
        return ONE;
    }

    private RegistrySettings registry(String name) {
        return registries.find(name).orElseThrow(CandidatesController::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

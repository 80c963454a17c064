package org.jianxi.gateway.console.office;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jianxi.gateway.flow.handover.HandoverDesk;
import org.jianxi.gateway.flow.handover.HandoverEnding;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands lists of trainees whom nobody kept to named receivers; what for is written first. */
@Controller
@RequestMapping("/console/handovers")
class HandoversController {

    private final HandoverDesk desk;

    HandoversController(HandoverDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    String handovers(@AuthenticationPrincipal Caller caller, Model model) {
        return page(Optional.empty(), caller, model);
    }

    /**
     * The sealed list as a file, or the page again with what is in the way.
     *
     * @param choice receiver and purpose, {@code kunming-talent/work}
     */
    @PostMapping
    Object handOver(
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Caller caller,
            HttpServletResponse response,
            Model model) {
        var parts = (choice + "/").split("/", 3);
        var asked = new HandoverDesk.Asked(parts[0], parts[1], words, caller.name());
        return switch (desk.make(asked)) {
            case HandoverEnding.Made made -> file(made);
            case HandoverEnding.Refused refused -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("choice", choice);
                model.addAttribute("words", words);
                yield page(Optional.of(refused.why()), caller, model);
            }
        };
    }

    private static ResponseEntity<byte[]> file(HandoverEnding.Made made) {
        var named = ContentDisposition.attachment().filename(made.fileName(), StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/pkcs7-mime")
                .header(HttpHeaders.CONTENT_DISPOSITION, named.build().toString())
                .body(made.sealed());
    }

    private String page(Optional<HandoverEnding.Why> refused, Caller caller, Model model) {
        model.addAttribute("page", desk.page());
        refused.ifPresent(why -> model.addAttribute("refused", why.message()));
        model.addAttribute("hands", caller.may(Act.HAND_OVER));
        model.addAttribute("caller", caller.name());
        return "console/handovers";
    }
}

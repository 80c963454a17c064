package org.jianxi.gateway.console.office;

import org.jianxi.gateway.flow.publishing.PublishingDesk;
import org.jianxi.gateway.intake.Act;
import org.jianxi.gateway.intake.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The published lists and how far each platform is. */
@Controller
class PublishingPageController {

    private final PublishingDesk desk;

    PublishingPageController(PublishingDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/console/publishing")
    String publishing(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("report", desk.report());
        model.addAttribute("seesHandovers", caller.may(Act.SEE_HANDOVERS));
        model.addAttribute("caller", caller.name());
        return "console/publishing";
    }
}

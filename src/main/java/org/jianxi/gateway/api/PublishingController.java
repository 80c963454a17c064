package org.jianxi.gateway.api;

import org.jianxi.gateway.flow.publishing.PublishingDesk;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stands in the published lists, and how far each platform is. */
@RestController
@RequestMapping("/api/v1/publishing")
class PublishingController {

    private final PublishingDesk desk;

    PublishingController(PublishingDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    PublishingView publishing() {
        return PublishingView.of(desk.report());
    }
}

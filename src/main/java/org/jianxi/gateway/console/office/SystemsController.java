package org.jianxi.gateway.console.office;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.LiveFile;
import org.jianxi.gateway.filing.FilingStore;
import org.jianxi.gateway.flow.crossmatch.RegistryDesk;
import org.jianxi.gateway.intake.Caller;
import org.jianxi.gateway.intake.SourceRegister;
import org.jianxi.gateway.pulling.SourceActivities;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The systems around the gateway: who delivers and whom we ask. Nobody's records stand here. */
@Controller
class SystemsController {

    private static final int MOST_INCIDENTS = 100;

    private final SourceRegister sources;
    private final SourceActivities activities;
    private final RegistryDesk registries;
    private final FilingStore store;
    private final List<LiveFile<?>> files;

    SystemsController(
            SourceRegister sources,
            SourceActivities activities,
            RegistryDesk registries,
            FilingStore store,
            List<LiveFile<?>> files) {
        this.sources = sources;
        this.activities = activities;
        this.registries = registries;
        this.store = store;
        this.files = files;
    }

    @GetMapping("/console/sources")
    String sources(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("page", SourcesPage.of(sources.all(), activities.now(), problems()));
        model.addAttribute("incidents", store.incidents().newest(MOST_INCIDENTS));
        model.addAttribute("caller", caller.name());
        return "console/sources";
    }

    private List<FileProblem> problems() {
        return Stream.concat(
                        sources.problems().stream(),
                        files.stream().map(LiveFile::problem).flatMap(Optional::stream))
                .toList();
    }

    @GetMapping("/console/registries")
    String registries(@AuthenticationPrincipal Caller caller, Model model) {
        model.addAttribute("registries", registries.all());
        model.addAttribute("problems", registries.problems());
        model.addAttribute("today", registries.today());
        model.addAttribute("caller", caller.name());
        return "console/registries";
    }
}

package org.jianxi.gateway.api;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where the {@code help} of a finding leads: its rule, for programs and for people, without a key and without the internet. */
@RestController
@RequestMapping("/api/v1/rules")
class RuleController {

    private final PublishedRules rules;

    RuleController(PublishedRules rules) {
        this.rules = rules;
    }

    @GetMapping(produces = "application/json")
    Map<String, Object> all() {
        return Map.of("rules", rules.all());
    }

    @GetMapping(path = "/{rule}", produces = "application/json")
    JsonNode one(@PathVariable String rule) {
        return rules.find(rule).orElseThrow(NotThere::new);
    }

    @GetMapping(path = "/{rule}", produces = "text/html;charset=UTF-8")
    ResponseEntity<String> page(@PathVariable String rule) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .body(RulePage.of(rules.find(rule).orElseThrow(NotThere::new)));
    }
}

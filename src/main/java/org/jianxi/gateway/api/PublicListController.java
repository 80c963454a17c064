package org.jianxi.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jianxi.gateway.flow.publishing.PublicFeeds;
import org.jianxi.gateway.publishing.ListKind;
import org.jianxi.gateway.publishing.feed.ListFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The three lists for everybody (人社部发〔2023〕27号 二(三)): no key, no person, and only where the operator has opened them. */
@RestController
@RequestMapping("/api/v1/public/{list}")
class PublicListController {

    private static final int MOST = 500;
    private static final int FURTHEST = 1_000_000;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final PublicFeeds feeds;

    PublicListController(PublicFeeds feeds) {
        this.feeds = feeds;
    }

    /** Conditional requests are answered by the framework, from the tag and the time. */
    @GetMapping
    ResponseEntity<Object> page(
            @PathVariable String list,
            @RequestParam Optional<String> format,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int size,
            @RequestHeader HttpHeaders headers,
            HttpServletRequest request) {
        if (!feeds.allows(request.getRemoteAddr())) {
            return tooOften();
        }
        var form = format(format, headers);
        var wanted = new PublicFeeds.Wanted(kind(list), form, Math.clamp(page, 1, FURTHEST), Math.clamp(size, 1, MOST));
        var document = feeds.page(wanted).orElseThrow(NotThere::new);
        var answer = answer(document, form);
        if (wanted.page() < document.pages()) {
            var next = "/api/v1/public/%s?format=%s&page=%d&size=%d"
                    .formatted(list, form.wireName(), wanted.page() + 1, wanted.size());
            answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(next));
        }
        return answer.body(document.bytes());
    }

    @GetMapping("/{id}")
    ResponseEntity<Object> entry(
            @PathVariable String list,
            @PathVariable String id,
            @RequestParam Optional<String> format,
            @RequestHeader HttpHeaders headers,
            HttpServletRequest request) {
        if (!feeds.allows(request.getRemoteAddr())) {
            return tooOften();
        }
        var form = format(format, headers);
        var document = feeds.entry(kind(list), id, form).orElseThrow(NotThere::new);
        return answer(document, form).body(document.bytes());
    }

    private static ResponseEntity.BodyBuilder answer(PublicFeeds.Document document, ListFormat format) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType() + ";charset=UTF-8"))
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .eTag(document.tag())
                .lastModified(document.changedAt())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }

    private static ResponseEntity<Object> tooOften() {
        var problem = ProblemAnswers.problem(
                HttpStatus.TOO_MANY_REQUESTS, "too-often", "读取过于频繁，请稍后再试 · read too often; try again later");
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ListKind kind(String name) {
        return ListKind.named(name).orElseThrow(NotThere::new);
    }

    /** The address's word before the header's; JSON where neither names one. */
    private static ListFormat format(Optional<String> named, HttpHeaders headers) {
        return named.map(ListFormat::named)
                .orElseGet(() -> headers.getAccept().isEmpty() ? Optional.of(ListFormat.JSON) : accepted(headers))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_ACCEPTABLE));
    }

    private static Optional<ListFormat> accepted(HttpHeaders headers) {
        return headers.getAccept().stream()
                .flatMap(type -> type.isWildcardType()
                        ? Optional.of(ListFormat.JSON).stream()
                        : ListFormat.ofMediaType(type.getType() + "/" + type.getSubtype()).stream())
                .findFirst();
    }
}

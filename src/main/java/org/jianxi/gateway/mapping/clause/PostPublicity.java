package org.jianxi.gateway.mapping.clause;

import java.util.Set;
import java.util.stream.Stream;
import org.jianxi.gateway.canonical.CanonicalRecord;

/** Posts are shown to the public (云人社发〔2023〕18号 一) before people are sent to them. */
final class PostPublicity {

    private static final Set<String> OPEN = Set.of("PUBLISHED", "FILLED");
    private static final String FROM = "publicityFrom";

    private PostPublicity() {}

    static Stream<Broken> judge(CanonicalRecord post) {
        return post
                .text("status")
                .filter(status -> OPEN.contains(status) && post.find(FROM).isEmpty())
                .map(open -> Broken.of(
                        ClauseRule.PUBLICITY,
                        FROM,
                        "没有填写，而岗位已发布；岗位应先公示，请补填",
                        "is not stated, and the post is published: posts are shown to the public first"))
                .stream();
    }
}

package org.jianxi.bench;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One row for one body. */
@RestController
class BareInsert {

    private static final int CREATED = 201;

    private final JdbcClient jdbc;

    BareInsert(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql("CREATE TABLE IF NOT EXISTS bench_body (id uuid PRIMARY KEY, body bytea NOT NULL)")
                .update();
    }

    @PostMapping("/api/v1/submissions")
    ResponseEntity<String> insert(@RequestBody byte[] body) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO bench_body (id, body) VALUES (?, ?)")
                .params(id, body)
                .update();
        return ResponseEntity.status(CREATED).body(id.toString());
    }
}

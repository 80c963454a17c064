package org.jianxi.gateway.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jianxi.gateway.canonical.Finding;
import org.jianxi.gateway.documents.FindingJson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says no in the form of RFC 9457, also where no controller was reached. */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final JsonMapper json;

    ProblemAnswers(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        answer(request, response, problem(HttpStatus.UNAUTHORIZED, "unauthorized", "请求未带有效密钥 · no valid key"));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException {
        answer(request, response, problem(HttpStatus.FORBIDDEN, "forbidden", "该密钥无此权限 · this key may not do that"));
    }

    /** A problem without findings; {@code type} is the last word of its URN. */
    static ProblemDetail problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:jianxi:problem:" + type));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("findings", List.of());
        return problem;
    }

    static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** An act that may not be done as things stand, with every reason. */
    static ProblemDetail conflict(List<Finding> findings) {
        var problem = problem(HttpStatus.CONFLICT, "not-now", "现在不能办理 · not as things stand");
        problem.setProperty("findings", findings.stream().map(FindingJson::tree).toList());
        return problem;
    }

    /** What was written may not stand, with everything that is wrong with it. */
    static ProblemDetail unprocessable(List<Finding> findings) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "rejected", "内容未通过校验 · what was written may not stand");
        problem.setProperty("findings", findings.stream().map(FindingJson::tree).toList());
        return problem;
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        problem.setInstance(URI.create(request.getRequestURI()));
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}

package org.jianxi.gateway.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jianxi.gateway.canonical.Period;
import org.jianxi.gateway.documents.JsonText;
import org.jianxi.gateway.intake.AccessKeys;
import org.jianxi.gateway.intake.Caller;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the sandbox's key try, but not deliver, the month that the demo has filed. Part of the demo's gateway alone. */
final class SandboxGuard extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Period filed;
    private final Supplier<AccessKeys> keys;

    SandboxGuard(Period filed, Supplier<AccessKeys> keys) {
        this.filed = filed;
        this.keys = keys;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST") && delivers(request) && isSandbox(request)) {
            refuse(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean delivers(HttpServletRequest request) {
        return filed.toString().equals(request.getParameter("period"))
                && !"true".equals(request.getParameter("dryRun"));
    }

    private boolean isSandbox(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header -> keys.get()
                        .authenticate(header.substring(BEARER.length()).strip()))
                .flatMap(Caller::source)
                .filter(Sandbox.SOURCE::equals)
                .isPresent();
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "urn:jianxi:problem:forbidden");
        problem.put("title", "Forbidden");
        problem.put("status", HttpServletResponse.SC_FORBIDDEN);
        problem.put(
                "detail",
                "沙箱不报送演示月份%s，可用dryRun=true试报，或报送其他月份 · the sandbox does not deliver the demo's own month %s: try it with dryRun=true, or take another month"
                        .formatted(filed, filed));
        problem.put("instance", request.getRequestURI());
        problem.put("findings", List.of());
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(JsonText.of(problem));
    }
}

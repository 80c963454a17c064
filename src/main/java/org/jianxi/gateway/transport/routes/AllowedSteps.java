package org.jianxi.gateway.transport.routes;

import java.util.Set;
import java.util.regex.Pattern;
import org.jianxi.gateway.documents.FileProblem;
import org.jianxi.gateway.documents.YamlFile;
import tools.jackson.databind.JsonNode;

/**
 * What a route may consist of: it moves bytes and calls one bean. A route that could think would be a place where rules hide
 * and where a text from outside could become an instruction.
 *
 * @param beans the only beans a route may name
 */
public record AllowedSteps(Set<String> beans) {

    private static final int MOST_STEPS = 6;
    private static final Set<String> BEGINNINGS = Set.of("servlet", "scheduler", "direct");
    private static final Set<String> ENDS = Set.of("direct", "log");
    private static final Set<String> ROUTE = Set.of("id", "description", "from");
    private static final Set<String> ENDPOINT = Set.of("uri", "parameters");
    private static final Set<String> LOG = Set.of("message", "loggingLevel", "logName");
    private static final Set<String> ONCE = Set.of("idempotentRepository", "expression", "steps");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,79}|\\{\\{route}}");

    /** A method, or a method with the source's name, which the template puts in before anything arrives. */
    private static final Pattern METHOD = Pattern.compile("[a-z][A-Za-z0-9]*(\\('\\{\\{source}}'\\))?");

    /** Throws when the route at {@code pointer} has anything in it that is not allowed. */
    void check(YamlFile file, String pointer, JsonNode route) {
        onlyMembers(file, pointer, route, ROUTE);
        if (!ID.matcher(route.path("id").asString("")).matches()) {
            throw file.problem(pointer + "/id", "a route needs an id of small letters, digits and hyphens");
        }
        if (route.path("description").asString("").isBlank()) {
            throw file.problem(pointer, "a route needs a description");
        }
        var from = pointer + "/from";
        onlyMembers(file, from, route.path("from"), Set.of("uri", "parameters", "steps"));
        endpoint(file, from, route.path("from"), BEGINNINGS);
        steps(file, from + "/steps", route.path("from").path("steps"));
    }

    private void steps(YamlFile file, String pointer, JsonNode steps) {
        if (!steps.isArray() || steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw file.problem(pointer, "a route has one to " + MOST_STEPS + " steps");
        }
        for (var index = 0; index < steps.size(); index++) {
            var at = pointer + "/" + index;
            var step = steps.get(index);
            if (step.size() != 1) {
                throw file.problem(at, "a step is one of bean, to, log, idempotentConsumer");
            }
            var kind = step.properties().iterator().next();
            step(file, at + "/" + kind.getKey(), kind.getKey(), kind.getValue());
        }
    }

    private void step(YamlFile file, String pointer, String kind, JsonNode step) {
        switch (kind) {
            case "bean" -> bean(file, pointer, step);
            case "to" -> {
                onlyMembers(file, pointer, step, ENDPOINT);
                endpoint(file, pointer, step, ENDS);
            }
            case "log" -> {
                onlyMembers(file, pointer, step, LOG);
                plainText(file, pointer + "/message", step.path("message").asString(""));
            }
            case "idempotentConsumer" -> {
                onlyMembers(file, pointer, step, ONCE);
                onlyMembers(file, pointer + "/expression", step.path("expression"), Set.of("header"));
                steps(file, pointer + "/steps", step.path("steps"));
            }
            default -> throw file.problem(pointer, kind + " is not a step of ours: bean, to, log, idempotentConsumer");
        }
    }

    private void bean(YamlFile file, String pointer, JsonNode step) {
        onlyMembers(file, pointer, step, Set.of("ref", "method"));
        var ref = step.path("ref").asString("");
        if (!beans.contains(ref)) {
            throw file.problem(pointer + "/ref", "there is no bean " + ref + " for routes");
        }
        if (!METHOD.matcher(step.path("method").asString("")).matches()) {
            throw file.problem(pointer + "/method", "a method is named plainly, with '{{source}}' at most");
        }
    }

    private void endpoint(YamlFile file, String pointer, JsonNode endpoint, Set<String> schemes) {
        var uri = endpoint.path("uri").asString("");
        var scheme = uri.split(":", 2)[0];
        if (!schemes.contains(scheme)) {
            throw file.problem(
                    pointer + "/uri",
                    "the scheme " + scheme + " is not one of "
                            + schemes.stream().sorted().toList());
        }
        if (uri.contains("?")) {
            throw file.problem(pointer + "/uri", "options go under parameters, one a line");
        }
        plainText(file, pointer + "/uri", uri);
        endpoint.path("parameters").properties().forEach(parameter -> {
            var at = pointer + "/parameters/" + parameter.getKey();
            if (parameter.getValue().isContainer()) {
                throw file.problem(at, "a parameter is one value");
            }
            plainText(file, at, parameter.getValue().asString(""));
        });
    }

    /** No expression, no class by name, no bean but those that are there for routes. */
    private void plainText(YamlFile file, String pointer, String text) {
        if (text.contains("${") || text.contains("$simple{") || text.contains("RAW")) {
            throw file.problem(pointer, "expressions are not allowed in routes");
        }
        if (text.startsWith("#") && !beans.contains(text.substring(1))) {
            throw file.problem(pointer, "there is no bean " + text.substring(1) + " for routes");
        }
    }

    private static void onlyMembers(YamlFile file, String pointer, JsonNode object, Set<String> allowed) {
        if (!object.isObject()) {
            throw file.problem(
                    pointer, "must have members " + allowed.stream().sorted().toList());
        }
        object.properties().stream()
                .filter(member -> !allowed.contains(member.getKey()))
                .findFirst()
                .ifPresent(member -> {
                    throw file.problem(pointer + "/" + member.getKey(), member.getKey() + " is not allowed here");
                });
    }

    /** The problem with a file that is neither kind of list. */
    static FileProblem notAList(YamlFile file, String kind) {
        return file.problem("", "must be a list of " + kind);
    }
}

package org.jianxi.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianxi.gateway.GatewayApplication;
import org.jianxi.gateway.documents.YamlFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The published document and the running application name the same calls, with the same parameters. */
class OpenApiIT {

    private static final String BASE = "/api/v1";
    /** What is no part of this interface: SOAP has a WSDL, and pages are for people. */
    private static final List<String> ELSEWHERE = List.of("/services/", "/console");

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @TempDir
    private static Path folder;

    private static ConfigurableApplicationContext gateway;
    private static JsonNode document;

    @BeforeAll
    static void start() {
        var application = new SpringApplication(GatewayApplication.class);
        application.setRegisterShutdownHook(false);
        gateway = application.run(
                "--jianxi.home=" + Path.of("").toAbsolutePath(),
                "--jianxi.var=" + folder.resolve("var"),
                "--server.port=0",
                "--management.server.port=0",
                "--jianxi.sftp.host=127.0.0.1",
                "--jianxi.sftp.port=0");
        document = YamlFile.read(Path.of("schemas/openapi.yaml")).tree();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void noCallIsUndocumentedAndNoDocumentedCallIsAbsent() {
        var running = new TreeSet<>(mapped().keySet());
        gateway.getBeansOfType(ServletRegistrationBean.class).values().stream()
                .map(servlet -> (Collection<?>) servlet.getUrlMappings())
                .flatMap(Collection::stream)
                .map(Object::toString)
                .filter(path -> path.startsWith(BASE))
                .forEach(path -> running.add("POST " + path));

        assertThat(documented().keySet()).isEqualTo(running);
    }

    @Test
    void everyParameterThatACallReadsIsDocumentedAndNoOther() {
        var documented = documented();

        mapped().forEach((call, parameters) ->
                assertThat(documented.getOrDefault(call, Set.of())).as(call).isEqualTo(parameters));
    }

    @Test
    void everyCallSaysWhatItIsForAndHasANameOfItsOwn() {
        var names = new TreeSet<String>();
        for (var path : document.path("paths").properties()) {
            for (var call : path.getValue().properties()) {
                if (METHODS.contains(call.getKey())) {
                    var operation = call.getValue();
                    assertThat(operation.path("summary").asString(""))
                            .as(path.getKey())
                            .matches(".*\\p{IsHan}.* · .+");
                    assertThat(operation.path("responses").propertyNames())
                            .as(path.getKey())
                            .contains("500");
                    assertThat(names.add(operation.path("operationId").asString("")))
                            .as(path.getKey())
                            .isTrue();
                }
            }
        }
    }

    private static TreeMap<String, Set<String>> mapped() {
        var calls = new TreeMap<String, Set<String>>();
        gateway.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().startsWith("org.jianxi")) {
                        names(info)
                                .forEach(name -> calls.computeIfAbsent(name, call -> new TreeSet<>())
                                        .addAll(parameters(info, method)));
                    }
                });
        return calls;
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .filter(path -> ELSEWHERE.stream().noneMatch(path::startsWith))
                .flatMap(
                        path -> info.getMethodsCondition().getMethods().stream().map(verb -> verb + " " + path));
    }

    private static Set<String> parameters(RequestMappingInfo info, HandlerMethod method) {
        var declared = Stream.of(method.getMethod().getParameters()).flatMap(OpenApiIT::parameter);
        var conditions = info.getParamsCondition().getExpressions().stream().map(one -> one.getName());
        return Stream.concat(declared, conditions).collect(Collectors.toSet());
    }

    private static Stream<String> parameter(Parameter parameter) {
        var header = parameter.getAnnotation(RequestHeader.class);
        if (header != null && parameter.getType() != HttpHeaders.class) {
            return Stream.of(header.value());
        }
        return parameter.isAnnotationPresent(RequestParam.class) ? Stream.of(parameter.getName()) : Stream.of();
    }

    private static TreeMap<String, Set<String>> documented() {
        var calls = new TreeMap<String, Set<String>>();
        for (var path : document.path("paths").properties()) {
            var address = (path.getValue().has("servers") ? "" : BASE) + path.getKey();
            for (var call : path.getValue().properties()) {
                if (METHODS.contains(call.getKey())) {
                    var parameters = Stream.concat(
                                    path.getValue().path("parameters").valueStream(),
                                    call.getValue().path("parameters").valueStream())
                            .filter(parameter -> !parameter.has("$ref") || isQuery(referred(parameter)))
                            .map(parameter -> parameter.has("$ref") ? referred(parameter) : parameter)
                            .filter(parameter ->
                                    !parameter.path("in").asString("").equals("path"))
                            .map(parameter -> parameter.path("name").asString(""))
                            .collect(Collectors.toSet());
                    calls.put(call.getKey().toUpperCase(Locale.ROOT) + " " + address, parameters);
                }
            }
        }
        return calls;
    }

    private static boolean isQuery(JsonNode parameter) {
        return parameter.path("in").asString("").equals("query");
    }

    private static JsonNode referred(JsonNode parameter) {
        return document.at(parameter.path("$ref").asString("").substring(1));
    }
}

package org.jianxi.gateway.console;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jianxi.gateway.canonical.ReportingUnits;
import org.jianxi.gateway.flow.GatewayFolders;
import org.jianxi.gateway.forms.CanonicalDocuments;
import org.jianxi.gateway.forms.Datasets;
import org.jianxi.gateway.forms.ReturnForms;
import org.jianxi.gateway.intake.Pace;
import org.jianxi.gateway.mapping.MappingDrafts;
import org.jianxi.gateway.mapping.SampleRun;
import org.jianxi.gateway.mapping.SourceReader;
import org.jianxi.gateway.signing.Sm3;
import org.jianxi.gateway.suggest.Suggester;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Puts the console together: its parts, its language, and the few files a browser loads. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    private static final String USUAL_FORM = "MOHRSS-2023";
    private static final Duration LANGUAGE_KEPT = Duration.ofDays(180);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/console/assets/**")
                .addResourceLocations(
                        "classpath:/console/assets/",
                        "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/",
                        "classpath:/META-INF/resources/webjars/echarts/5.5.0/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new LocaleChangeInterceptor() {
                    {
                        setParamName("lang");
                        setIgnoreInvalidLocale(true);
                    }
                })
                .addPathPatterns("/console/**");
    }

    /** Chinese until a reader chooses English. */
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("jianxi-language");
        resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
        resolver.setCookieMaxAge(LANGUAGE_KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Strict");
        resolver.setCookiePath("/console");
        return resolver;
    }

    @Bean
    StoredSamples storedSamples(GatewayFolders folders) {
        return new StoredSamples(folders.home().resolve("mappings"));
    }

    @Bean
    Workbench workbench(GatewayFolders folders, ReturnForms forms, CanonicalDocuments canonical, ReportingUnits units) {
        var reader = new SourceReader(canonical);
        return new Workbench(
                new MappingDrafts(folders.home(), forms, Sm3::of), reader, new SampleRun(reader, units), units);
    }

    @Bean
    DraftFromSample draftFromSample(GatewayFolders folders, ReturnForms forms) {
        return new DraftFromSample(
                Suggester.open(folders.home()),
                Datasets.load(folders.home()),
                forms.find(USUAL_FORM).orElse(forms.all().getFirst()));
    }

    @Bean
    Pace mappingPace(Clock clock) {
        return new Pace(clock, 8, Duration.ofMillis(250));
    }
}

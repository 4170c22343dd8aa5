package io.ledgerbank.app.dashboard.frame;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the dashboard's files and errors. */
@Configuration(proxyBeanMethods = false)
class FrameConfiguration {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    Assets dashboardAssets() {
        return new Assets();
    }

    @Bean
    WebMvcConfigurer dashboardFiles() {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry files) {
                for (String library : Assets.LIBRARIES) {
                    files.addResourceHandler(Assets.PATH + library + "/**")
                            .addResourceLocations("classpath:/META-INF/resources/webjars/" + library + "/")
                            .setCacheControl(FOR_GOOD);
                }
                files.addResourceHandler(Assets.PATH + "**")
                        .addResourceLocations("classpath:/dashboard/assets/")
                        .setCacheControl(FOR_GOOD);
            }
        };
    }

    @Bean
    Frames frames(Assets assets) {
        return new Frames(assets);
    }

    @Bean
    PageErrors pageErrors(Frames frames) {
        return new PageErrors(frames);
    }

    @Bean
    AccessDeniedHandler refusedPages(PageErrors errors, @Qualifier("thymeleafViewResolver") ViewResolver views) {
        return new RefusedPages(errors, views);
    }
}

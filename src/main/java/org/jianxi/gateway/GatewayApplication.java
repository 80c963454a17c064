package org.jianxi.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The running gateway: {@code ./jianxi serve}. Callers show keys of ours, so the framework's user with a logged password goes. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class GatewayApplication {}

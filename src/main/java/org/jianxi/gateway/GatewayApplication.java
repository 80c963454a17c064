package org.jianxi.gateway;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The running gateway: {@code ./jianxi serve}. */
@SpringBootApplication
public class GatewayApplication {}

/** Signing in through the office's own login service (OpenID Connect), where one is configured. The only place that speaks it. */
@NullMarked
package org.jianxi.gateway.console.oidc;

import org.jspecify.annotations.NullMarked;

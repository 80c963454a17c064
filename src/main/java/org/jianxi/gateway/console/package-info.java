/** People's edge in the browser: pages made on the server, with forms that work without scripts and htmx where there are some. */
@NullMarked
package org.jianxi.gateway.console;

import org.jspecify.annotations.NullMarked;

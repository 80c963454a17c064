/** The routes and their reloading: which steps a route may have, which sources have one, what runs. */
@NullMarked
package org.jianxi.gateway.transport.routes;

import org.jspecify.annotations.NullMarked;

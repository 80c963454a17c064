/** The main job on one machine: seventeen simulated senders, the ministry's sandbox and the gateway, as real servers and clients. */
@NullMarked
package org.jianxi.gateway.demo;

import org.jspecify.annotations.NullMarked;

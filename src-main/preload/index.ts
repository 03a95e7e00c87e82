import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, isEventName, type OeuvreBridge } from '../contract';

const bridge: OeuvreBridge = {
  request: (name, input) => ipcRenderer.invoke(CHANNELS.request, name, input),
  shell: (name, input) => ipcRenderer.invoke(CHANNELS.shell, name, input),
  on: (name, listener) => {
    if (!isEventName(name)) throw new Error(`Expected a known event but received ${String(name)}`);
    const relay = (_event: unknown, told: unknown, payload: unknown): void => {
      if (told === name) listener(payload as never);
    };
    ipcRenderer.on(CHANNELS.event, relay);
    return () => void ipcRenderer.off(CHANNELS.event, relay);
  },
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file as File)),
};

contextBridge.exposeInMainWorld('oeuvre', bridge);

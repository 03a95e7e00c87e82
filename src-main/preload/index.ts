import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS, type OeuvreBridge } from '../contract';
import { EventRelay } from './event-relay';

const relay = new EventRelay();
ipcRenderer.on(CHANNELS.event, (_event, name: unknown, payload: unknown) =>
  relay.tell(name, payload),
);

const bridge: OeuvreBridge = {
  request: (name, input) => ipcRenderer.invoke(CHANNELS.request, name, input),
  shell: (name, input) => ipcRenderer.invoke(CHANNELS.shell, name, input),
  on: (name, listener) => relay.subscribe(name, listener as (payload: unknown) => void),
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file as File)),
};

contextBridge.exposeInMainWorld('oeuvre', bridge);
